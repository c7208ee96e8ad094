import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask, askPages } from '../../client.ts'
import { formatDay, formatParts } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { formatMinor } from '../../money.ts'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CONTACT_WORDS, STATE_WORDS } from '../../parts/crm/words.ts'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Post } from '../../parts/post.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { OUTCOME_WORDS } from '../../parts/words.ts'
import { SUM_WORDS } from './sum-words.ts'

type Sums = Answer<'GET /organisations/{id}/sums'>
interface Part {
  id: string
  sums: Sums
}

/** What the organisation's people come to; every figure opens what it counts. */
export function Summed({ id, open }: { id: string; open: (post: string) => void }) {
  const words = useWords(SUM_WORDS)
  const query = useQuery(ask('GET /organisations/{id}/sums', { params: { id } }))
  return (
    <section className="sheet stack-tight" aria-labelledby="sums">
      <h2 id="sums">{words.title}</h2>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <>
          <dl className="organisation-sums small">
            <DealSums id={id} sums={query.data} />
            <CreditSums id={id} sums={query.data} />
            <RelationSums id={id} sums={query.data} />
            <Contact sums={query.data} />
            <Promises sums={query.data} />
          </dl>
          <Outcomes id={id} sums={query.data} open={open} />
        </>
      )}
    </section>
  )
}

function Amounts({ of }: { of: Sums['deals'][number]['byCurrency'] }) {
  const { language } = useLanguage()
  return of.map(({ currency, valueMinor }) => (
    <span key={currency} className="number">
      {formatMinor(valueMinor, currency, language)}
    </span>
  ))
}

function DealSums({ id, sums }: Part) {
  const words = useWords(SUM_WORDS)
  const { language } = useLanguage()
  return (
    <div>
      <dt className="soft">{words.deals}</dt>
      {sums.deals.length === 0 && <dd className="soft">{words.none}</dd>}
      {sums.deals.map(({ state, deals, byCurrency }) => (
        <dd key={state} className="row">
          <Link to="/deals" search={{ view: 'table', organisation: id, state }}>
            {words.counted(STATE_WORDS[state][language], deals)}
          </Link>
          <Amounts of={byCurrency} />
        </dd>
      ))}
    </div>
  )
}

function CreditSums({ id, sums: { credit } }: Part) {
  const words = useWords(SUM_WORDS)
  const { language } = useLanguage()
  return (
    <div>
      <dt className="soft">{words.credit}</dt>
      {credit === null && <dd className="soft">{words.notMeasured}</dd>}
      {credit !== null && credit.byType.length === 0 && <dd className="soft">{words.none}</dd>}
      {credit?.byType.map(({ type, credit: parts, low, high, outcomes }) => (
        <dd key={type}>
          <Link to="/influence/credits" search={{ organisation: id, outcome: type }}>
            {words.partOf(CAUSED_WORDS[type][language], formatParts(parts, language), outcomes)}
          </Link>{' '}
          <span className="soft small">
            {words.interval(formatParts(low, language), formatParts(high, language))}
          </span>
        </dd>
      ))}
    </div>
  )
}

function RelationSums({ id, sums }: Part) {
  const words = useWords(SUM_WORDS)
  const nameOf = useRelationName()
  return (
    <div>
      <dt className="soft">{words.relations}</dt>
      {sums.relations.length === 0 && <dd className="soft">{words.none}</dd>}
      {sums.relations.map(({ relation, people }) => (
        <dd key={relation}>
          <Link to="/people" search={{ organisation: id, relation }}>
            {words.peopleWho(nameOf(relation), people)}
          </Link>
        </dd>
      ))}
    </div>
  )
}

function Contact({ sums: { lastContact } }: { sums: Sums }) {
  const words = useWords(SUM_WORDS)
  const { language } = useLanguage()
  return (
    <div>
      <dt className="soft">{words.lastContact}</dt>
      {lastContact === null ? (
        <dd className="soft">{words.never}</dd>
      ) : (
        <dd className="row">
          <a href="#timeline">{formatDay(lastContact.on, language)}</a>
          <span className="soft">
            {lastContact.by === 'programme'
              ? words.programme
              : CONTACT_WORDS[lastContact.by][language]}
          </span>
          {lastContact.with?.kind === 'person' && (
            <Link to="/people/$id" params={{ id: lastContact.with.id }}>
              <bdi>{lastContact.with.name}</bdi>
            </Link>
          )}
        </dd>
      )}
    </div>
  )
}

function Promises({ sums: { promises } }: { sums: Sums }) {
  const words = useWords(SUM_WORDS)
  return (
    <div>
      <dt className="soft">{words.promises}</dt>
      <dd>
        {promises.open === 0 ? (
          <span className="soft">{words.none}</span>
        ) : (
          <a href="#open-tasks">{words.promised(promises.open, promises.overdue)}</a>
        )}
      </dd>
    </div>
  )
}

type OutcomeType = Sums['outcomes'][number]['type']

function Outcomes({ id, sums, open }: Part & { open: (post: string) => void }) {
  const words = useWords(SUM_WORDS)
  const { language } = useLanguage()
  const [shown, show] = useState<OutcomeType | null>(null)
  return (
    <>
      <h3>{words.outcomes}</h3>
      {sums.outcomes.length === 0 && <p className="soft small">{words.noOutcomes}</p>}
      <ul className="bare-list stack-tight small">
        {sums.outcomes.map(({ type, outcomes, byCurrency }) => (
          <li key={type} className="row">
            <button
              type="button"
              className="link-button"
              aria-expanded={shown === type}
              onClick={() => show(shown === type ? null : type)}
            >
              {words.counted(OUTCOME_WORDS[type][language], outcomes)}
            </button>
            <Amounts of={byCurrency} />
          </li>
        ))}
      </ul>
      {shown !== null && <OutcomesOf id={id} type={shown} open={open} />}
    </>
  )
}

function OutcomesOf(props: { id: string; type: OutcomeType; open: (post: string) => void }) {
  const { id: organisation, type } = props
  const pages = useInfiniteQuery(askPages('GET /outcomes', { query: { organisation, type } }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  return (
    <>
      <ul className="bare-list posts">
        {pages.data.pages
          .flatMap((page) => page.items)
          .map((activity) => (
            <li key={activity.id}>
              <Post activity={activity} open={props.open} />
            </li>
          ))}
      </ul>
      <LoadMore pages={pages} />
    </>
  )
}
