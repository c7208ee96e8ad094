import { useQueryClient } from '@tanstack/react-query'

const REGISTERS = [
  'GET /privacy',
  'GET /privacy/consents',
  'GET /privacy/provisions',
  'GET /people/{id}/contact-rules',
  'GET /people/{id}/provisions',
]

/** Asks the registers again after something was written into one. */
export function useRefreshRegisters() {
  const client = useQueryClient()
  return () => Promise.all(REGISTERS.map((key) => client.invalidateQueries({ queryKey: [key] })))
}
