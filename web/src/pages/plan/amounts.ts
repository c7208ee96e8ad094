import { formatCount } from '../../format.ts'
import { formatMinor } from '../../money.ts'
import type { InterfaceLanguage } from '../../terms.ts'
import type { Plan } from './words.ts'

/** People that are expected: a few with a tenth, fewer than one with two digits that say something. */
export function formatPeople(people: number, language: InterfaceLanguage): string {
  if (people >= 20) return formatCount(Math.round(people), language)
  if (people >= 1) return people.toFixed(1)
  if (people === 0) return '0'
  return people < 0.001 ? '<0.001' : people.toPrecision(2)
}

/** What is expected, in people or in money, as the plan counts. */
export function formatMoves(
  moves: number,
  value: NonNullable<Plan['figures']>['value'],
  language: InterfaceLanguage,
): string {
  if (value === null) return formatPeople(moves, language)
  return formatMinor(String(Math.round(moves)), value.currency, language)
}
