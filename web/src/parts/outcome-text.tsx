import { Link } from '@tanstack/react-router'
import { formatMoney } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import type { Outcome } from '../terms.ts'
import { POST_INFLUENCE_WORDS } from './post-influence-words.ts'
import { OUTCOME_WORDS } from './words.ts'

/** What came of it: its kind, its value, what it was about, and the way to how it came about. */
export function OutcomeText({ id, outcome }: { id: string; outcome: Outcome }) {
  const words = useWords(POST_INFLUENCE_WORDS)
  const { language } = useLanguage()
  const { type, value, currency, about } = outcome
  return (
    <p className="row small">
      <strong>{OUTCOME_WORDS[type][language]}</strong>
      {value !== null && currency !== null && (
        <span className="number">{formatMoney(value, currency, language)}</span>
      )}
      {about !== null && <bdi>{about}</bdi>}
      <Link to="/influence/paths/$outcome" params={{ outcome: id }}>
        {words.path}
      </Link>
    </p>
  )
}
