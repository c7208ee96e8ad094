import type { Claim, Purpose } from './text-request.ts'

const GOOD: ReadonlySet<Claim> = new Set<Claim>([
  'battery-lasts',
  'support-kind',
  'easy-to-clean',
  'quiet',
  'price-fair',
  'design-good',
  'delivery-fast',
  'lasts-years',
  'tastes-better',
])

const PURPOSES_OF = {
  good: new Set<Purpose>(['recommend', 'delight', 'renew', 'answer-for', 'so-so']),
  bad: new Set<Purpose>(['warn', 'complain', 'support', 'leave', 'answer-against', 'so-so']),
}

/** Whether a claim speaks well or ill of its product. */
export function signOf(claim: Claim): 'good' | 'bad' {
  return GOOD.has(claim) ? 'good' : 'bad'
}

/** Whether a claim may be said in a post of this purpose: praise is never part of a complaint. */
export function claimFits(claim: Claim, purpose: Purpose): boolean {
  return PURPOSES_OF[signOf(claim)].has(purpose)
}
