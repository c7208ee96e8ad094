import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask, askAll, call } from '../../client.ts'
import { formatMoney, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CardPart } from '../../parts/cards/card.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { Engagement } from '../../parts/crm/engagement.tsx'
import { useRefresh } from '../../parts/crm/refresh.ts'
import { Timeline } from '../../parts/crm/timeline.tsx'
import { LOST_REASON_WORDS, STATE_WORDS } from '../../parts/crm/words.ts'
import { Refunded } from '../../parts/outcome-text.tsx'
import { Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import { ClosesOn } from '../deals/board-cards.tsx'
import { DealForm } from '../deals/deal-form.tsx'
import '../deals/deals.css'
import '../person/person.css'
import { takeAway } from '../../live/removal.ts'
import { LoseForm } from '../deals/lose-form.tsx'
import { WORDS as DEALS } from '../deals/words.ts'
import { DealPeople } from './people.tsx'
import { WORDS } from './words.ts'

export type FullDeal = Answer<'GET /deals/{id}'>

/** One deal: its stage, people, tasks, and all that was done for it. */
export function DealPage() {
  const { id } = useParams({ from: '/inside/deals/$id' })
  const common = useWords(COMMON)
  const query = useQuery(ask('GET /deals/{id}', { params: { id } }))
  if (query.data !== undefined) return <Known deal={query.data} />
  return (
    <Page title={common.deals}>
      <Awaiting query={query} />
    </Page>
  )
}

function Known({ deal }: { deal: FullDeal }) {
  const session = useSession()
  return (
    <Page
      title={deal.name}
      heading={<bdi>{deal.name}</bdi>}
      beside={mayWrite(session) && <Actions deal={deal} />}
    >
      <Stages deal={deal} />
      <div className="person-columns">
        <div className="stack">
          <Facts deal={deal} />
          <Timeline of={{ kind: 'deal', id: deal.id }} open={() => undefined} />
        </div>
        <div className="stack">
          <Engagement about={{ kind: 'deal', id: deal.id, name: deal.name }} />
          <CardPart of={{ kind: 'deal', id: deal.id }} />
          <DealPeople deal={deal} />
        </div>
      </div>
    </Page>
  )
}

function Actions({ deal }: { deal: FullDeal }) {
  const common = useWords(COMMON)
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null)
  const close = () => setDoing(null)
  return (
    <span className="row">
      <Button variant="default" onClick={() => setDoing('edit')}>
        {common.edit}
      </Button>
      <Button variant="default" onClick={() => setDoing('remove')}>
        {common.remove}
      </Button>
      {doing === 'edit' && <DealForm about={null} deal={deal} close={close} />}
      {doing === 'remove' && <Remove deal={deal} close={close} />}
    </span>
  )
}

function Remove({ deal, close }: { deal: FullDeal; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const navigate = useNavigate()
  const remove = () =>
    takeAway(deal.id, async () => {
      await call('DELETE /deals/{id}', { params: { id: deal.id } })
      await navigate({ to: '/deals', search: {} })
      client.removeQueries({ queryKey: ['GET /deals/{id}'] })
      await client.invalidateQueries({ queryKey: ['GET /deals'] })
    })
  return (
    <ConfirmRemoval title={words.removeTitle} remove={remove} close={close}>
      {words.removeText(deal.name)}
    </ConfirmRemoval>
  )
}

/** The stages in their order, the one it stands at marked; then how it may end. */
function Stages({ deal }: { deal: FullDeal }) {
  const words = useWords(WORDS)
  const deals = useWords(DEALS)
  const { language } = useLanguage()
  const isWriter = mayWrite(useSession())
  const refresh = useRefresh('deal')
  const [isLosing, setLosing] = useState(false)
  const pipelines = useQuery(askAll('GET /pipelines'))
  const stages = pipelines.data?.find(({ id }) => id === deal.pipeline.id)?.stages ?? []
  const move = useMutation({
    mutationFn: (body: { stage: string } | { state: 'open' | 'won' }) =>
      call('PATCH /deals/{id}', { params: { id: deal.id }, body }),
    onSuccess: refresh,
  })
  const isOpen = deal.state === 'open'
  return (
    <section className="stack-tight" aria-label={words.stages}>
      <div className="deal-stages">
        {stages.map((stage) => (
          <button
            key={stage.id}
            type="button"
            className="deal-stage"
            aria-current={stage.id === deal.stage.id ? 'step' : undefined}
            disabled={!isWriter || !isOpen || stage.id === deal.stage.id}
            onClick={() => move.mutate({ stage: stage.id })}
          >
            <bdi>{stage.name}</bdi>
          </button>
        ))}
        {isWriter && isOpen && (
          <>
            <Button size="compact-sm" onClick={() => move.mutate({ state: 'won' })}>
              {deals.win}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setLosing(true)}>
              {deals.lose}
            </Button>
          </>
        )}
        {isWriter && !isOpen && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => move.mutate({ state: 'open' })}
          >
            {deals.reopen}
          </Button>
        )}
      </div>
      <p className="small" role="status">
        <strong>{STATE_WORDS[deal.state][language]}</strong> <OutcomeNote deal={deal} />
      </p>
      <ProblemNote problem={move.error} />
      {isLosing && <LoseForm deal={deal} close={() => setLosing(false)} done={() => undefined} />}
    </section>
  )
}

function OutcomeNote({ deal }: { deal: FullDeal }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { outcome, outcomeNote, lostReason, lostText } = deal
  if (deal.state === 'lost') {
    const reason = lostReason === null ? null : LOST_REASON_WORDS[lostReason][language]
    return <span>{[reason, lostText].filter((part) => part !== null).join(' – ')}</span>
  }
  if (outcomeNote === null) return null
  const said = {
    recorded: words.recorded,
    'no-person': words.noPerson,
    'no-account': words.noAccount,
  }
  return (
    <>
      <span className="soft">{said[outcomeNote]}</span>{' '}
      {outcome !== null && <Refunded outcome={outcome} />}{' '}
      {deal.outcomeId !== null && (
        <Link to="/influence/paths/$outcome" params={{ outcome: deal.outcomeId }}>
          {words.path}
        </Link>
      )}
    </>
  )
}

function Facts({ deal }: { deal: FullDeal }) {
  const words = useWords(WORDS)
  const deals = useWords(DEALS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const { value, currency, organisation, topic, owner, secondOwner } = deal
  const isValued = value !== null && currency !== null
  return (
    <section className="sheet stack-tight" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <dl className="deal-facts">
        <dt>{deals.value}</dt>
        <dd>{isValued ? formatMoney(value, currency, language) : words.noValue}</dd>
        <dt>{deals.probability}</dt>
        <dd>{formatShare(deal.probability / 100, language)}</dd>
        <dt>{deals.closesOn}</dt>
        <dd>{deal.closesOn === null ? words.noValue : <ClosesOn deal={deal} />}</dd>
        {deal.closedAt !== null && (
          <>
            <dt>{words.closedAt}</dt>
            <dd>
              <PostTime time={deal.closedAt} />
            </dd>
          </>
        )}
        <dt>{deals.organisation}</dt>
        <dd>
          {organisation === null ? (
            words.noValue
          ) : (
            <Link to="/organisations/$id" params={{ id: organisation.id }}>
              <bdi>{organisation.name}</bdi>
            </Link>
          )}
        </dd>
        <dt>{deals.owner}</dt>
        <dd>{[owner?.name, secondOwner?.name].filter(Boolean).join(' · ') || words.noValue}</dd>
        <dt>{common.topic}</dt>
        <dd>{topic?.name ?? words.noValue}</dd>
        <dt>{deals.source}</dt>
        <dd>{deal.source ?? words.noValue}</dd>
      </dl>
    </section>
  )
}
