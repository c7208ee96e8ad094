import { Link } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useLanguage, useWords } from '../../language.tsx'
import { SearchField } from '../../parts/filter-fields.tsx'
import { HeldOutAmong, HeldOutChip } from '../../parts/held-out.tsx'
import { safeUrl } from '../../parts/outside-link.ts'
import { mayWrite, useSession } from '../../session.ts'
import { formatMoves, formatPeople } from './amounts.ts'
import { MakeTasks } from './make-tasks.tsx'
import { communityName, ReasonText } from './reason-text.tsx'
import { type Chosen, DECISION_WORDS, type Plan, WORDS } from './words.ts'

interface Sought {
  q: string | undefined
  seek: (q: string | undefined) => void
  input: RefObject<HTMLInputElement | null>
}

/** Those chosen, in the order of choice, each with the reasons. */
export function ChosenList({ plan, q, seek, input }: { plan: Plan } & Sought) {
  const words = useWords(WORDS)
  const shown = plan.chosen.filter((one) => isSought(one, q))
  return (
    <section className="stack" aria-label={words.chosen}>
      <div className="row spread">
        <h2>{words.chosen}</h2>
        {mayWrite(useSession()) && <MakeTasks plan={plan} />}
      </div>
      <SearchField
        label={words.find}
        placeholder={words.findHint}
        input={input}
        value={q}
        choose={seek}
      />
      {shown.length === 0 && <p className="soft">{words.noMatch}</p>}
      {shown.length > 0 && (
        <HeldOutAmong people={plan.chosen.map(({ person }) => person.id)}>
          <ol className="sheet posts bare-list">
            {shown.map((one) => (
              <PersonItem key={one.place} one={one} plan={plan} />
            ))}
          </ol>
        </HeldOutAmong>
      )}
      {plan.people < plan.limits.people && <p className="soft small">{words.fewer}</p>}
    </section>
  )
}

function isSought({ person, community, account }: Chosen, q: string | undefined): boolean {
  if (q === undefined) return true
  const key = (text: string) => text.normalize('NFKC').toLowerCase()
  const texts = [person.name, communityName(community) ?? '', account.username ?? '']
  return texts.some((text) => key(text).includes(key(q)))
}

function PersonItem({ one, plan }: { one: Chosen; plan: Plan }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const value = plan.figures?.value ?? null
  const community = communityName(one.community)
  return (
    <li className="plan-person">
      <div className="stack-tight">
        <span className="row">
          <Link to="/people/$id" params={{ id: one.person.id }} search={{}} data-list-item>
            <strong>
              <bdi>{one.person.name}</bdi>
            </strong>
          </Link>
          {community !== null && (
            <span className="soft small">
              <bdi>{community}</bdi>
            </span>
          )}
          <HeldOutChip personId={one.person.id} />
          {one.decision !== null && (
            <span className="plan-label small">{DECISION_WORDS[one.decision][language]}</span>
          )}
        </span>
        <ul className="plan-reasons small">
          {one.reasons.map((reason) => (
            <li key={reason.kind}>
              <ReasonText reason={reason} />
            </li>
          ))}
        </ul>
      </div>
      <div className="stack-tight plan-figures small">
        <strong>{words.added(formatMoves(one.added, value, language))}</strong>
        <span className="soft">{words.alone(formatMoves(one.alone, value, language))}</span>
        {plan.limits.cost !== null && (
          <span className="soft">{words.costs(formatPeople(one.cost, language))}</span>
        )}
        <Where one={one} />
      </div>
    </li>
  )
}

function Where({ one: { way, account } }: { one: Chosen }) {
  const words = useWords(WORDS)
  if (way === 'mail') return <span>{words.byMail}</span>
  const url = safeUrl(account.url)
  const text = words.byMessage(account.platform)
  if (url === undefined) return <span>{text}</span>
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  )
}
