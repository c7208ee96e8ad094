import { join } from 'node:path'

export const open = (name: string): string => `open ${name}`
