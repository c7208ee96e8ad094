import type { KeyMoney } from './shares-of.ts'

/** An amount of one currency, in its minor unit. */
export interface Money {
  currency: string
  minor: number
}

/** Credit in money. The two are no sum: what is paid later is what a move is worth. */
export interface InMoney {
  /** Of outcomes that say what was paid. */
  money: Money[]
  /** Of moves: by how much the stage after is worth more than the one before. */
  movesMoney: Money[]
  /** Of the credit, how much either of them speaks of, 0..1; null without credit. */
  valued: number | null
}

/** What credit is in money, multiplied by what experiments make of it. */
export function inMoney(parts: readonly KeyMoney[], factor = 1): InMoney {
  const credit = sum(parts.map((part) => part.credit))
  const known = parts.filter(({ currency }) => currency !== null)
  return {
    money: amounts(known, 'paid', factor),
    movesMoney: amounts(known, 'moves', factor),
    valued: credit === 0 ? null : sum(known.map((part) => part.credit)) / credit,
  }
}

function amounts(parts: readonly KeyMoney[], wanted: KeyMoney['of'], factor: number): Money[] {
  const sums = new Map<string, number>()
  for (const { of, currency, minor } of parts) {
    if (of !== wanted || currency === null) continue
    sums.set(currency, (sums.get(currency) ?? 0) + minor * factor)
  }
  return [...sums].map(([currency, minor]) => ({ currency, minor }))
}

function sum(of: readonly number[]): number {
  return of.reduce((all, one) => all + one, 0)
}
