import { formatMoney } from '../format.ts'
import { useLanguage } from '../language.tsx'
import type { Outcome } from '../terms.ts'
import { OUTCOME_WORDS } from './words.ts'

/** What came of it: its kind, its value, and what it was about. */
export function OutcomeText({ outcome }: { outcome: Outcome }) {
  const { language } = useLanguage()
  const { type, value, currency, about } = outcome
  return (
    <p className="row small">
      <strong>{OUTCOME_WORDS[type][language]}</strong>
      {value !== null && currency !== null && (
        <span className="number">{formatMoney(value, currency, language)}</span>
      )}
      {about !== null && <bdi>{about}</bdi>}
    </p>
  )
}
