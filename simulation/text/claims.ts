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

/**
 * Narrower than the sign: how a thing came is told early, not by those who had it for long, extend
 * it or leave it; and nobody shrugs at a thing that broke.
 */
const NARROWER: Readonly<Partial<Record<Claim, ReadonlySet<Purpose>>>> = {
  'delivery-late': new Set<Purpose>(['warn', 'complain', 'support']),
  'breaks-early': new Set<Purpose>(['warn', 'complain', 'support', 'leave', 'answer-against']),
  'delivery-fast': new Set<Purpose>(['recommend', 'delight', 'answer-for']),
}

/** Whether a post can be about a thing that has not come yet. */
export function isBeforeArrival(text: string): boolean {
  return !/使|持って|買ってから|民|また|have|\buse|own|\bhad\b|\bgot\b|\bwith\b|gang|people|again|experience|testing/i.test(
    text,
  )
}

/** Whether a claim speaks well or ill of its product. */
export function signOf(claim: Claim): 'good' | 'bad' {
  return GOOD.has(claim) ? 'good' : 'bad'
}

/** Whether a claim may be said in a post of this purpose: praise is never part of a complaint. */
export function claimFits(claim: Claim, purpose: Purpose): boolean {
  return (NARROWER[claim] ?? PURPOSES_OF[signOf(claim)]).has(purpose)
}
