import { Link } from '@tanstack/react-router'
import { dayOf, formatDay, formatMoney } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { useSession } from '../session.ts'
import type { Outcome } from '../terms.ts'
import { POST_INFLUENCE_WORDS } from './post-influence-words.ts'
import { OUTCOME_WORDS } from './words.ts'

/** What came of it: its kind, what is left of its value, what it was about, and the way to how it came about. */
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
      <Refunded outcome={outcome} />
      {about !== null && <bdi>{about}</bdi>}
      <Link to="/influence/paths/$outcome" params={{ outcome: id }}>
        {words.path}
      </Link>
    </p>
  )
}

/** What was paid back of it, and when; nothing where nothing was. */
export function Refunded({ outcome }: { outcome: Outcome }) {
  const words = useWords(POST_INFLUENCE_WORDS)
  const { language } = useLanguage()
  const { timeZone } = useSession().workspace
  const { refunded, refundedAt, currency } = outcome
  if (refunded === null || currency === null) return null
  const sum = formatMoney(refunded, currency, language)
  const day =
    refundedAt === null ? undefined : formatDay(dayOf(new Date(refundedAt), timeZone), language)
  return <span className="soft">{words.refunded(sum, day)}</span>
}
