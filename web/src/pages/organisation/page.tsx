import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask, call } from '../../client.ts'
import { STAGES, withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import '../../parts/chips.css'
import { CardPart } from '../../parts/cards/card.tsx'
import { Engagement } from '../../parts/crm/engagement.tsx'
import { Timeline } from '../../parts/crm/timeline.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { safeUrl } from '../../parts/outside-link.ts'
import { Page } from '../../parts/page.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import { WORDS as COMMON, STAGE_WORDS, TOPIC_KIND_WORDS } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import { OrganisationForm } from '../organisations/organisation-form.tsx'
import { Relations } from '../organisations/page.tsx'
import { Accounts } from './accounts.tsx'
import { Members } from './members.tsx'
import { Merges } from './merges.tsx'
import './organisation.css'
import { takeAway } from '../../live/removal.ts'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Relations as RelationHistory } from '../../parts/relations.tsx'
import { Summed } from './sums.tsx'
import { TiesToUs } from './ties.tsx'
import { WORDS } from './words.ts'

export type FullOrganisation = Answer<'GET /organisations/{id}'>

/** One organisation: what it is to us, its people, accounts and stages. */
export function OrganisationPage() {
  const { id } = useParams({ from: '/inside/organisations/$id' })
  const common = useWords(COMMON)
  const query = useQuery(ask('GET /organisations/{id}', { params: { id } }))
  if (query.data !== undefined) return <Known organisation={query.data} />
  return (
    <Page title={common.organisations}>
      <Awaiting query={query} />
    </Page>
  )
}

function Known({ organisation }: { organisation: FullOrganisation }) {
  const session = useSession()
  const search = useSearch({ from: '/inside/organisations/$id' })
  const navigate = useNavigate({ from: '/organisations/$id' })
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  const open = (post: string | undefined) =>
    navigate({ search: withoutEmpty({ post }), resetScroll: false })
  return (
    <Page
      title={organisation.name}
      heading={<Name organisation={organisation} />}
      beside={mayWrite(session) && <Actions organisation={organisation} />}
    >
      <Facts organisation={organisation} />
      <div className="organisation-columns" ref={list}>
        <div className="stack">
          <Summed id={organisation.id} open={open} />
          <Members organisation={organisation} />
          <Timeline of={{ kind: 'organisation', id: organisation.id }} open={open} />
        </div>
        <div className="stack">
          <Engagement about={{ ...organisation, kind: 'organisation' }} />
          <CardPart of={{ kind: 'organisation', id: organisation.id }} />
          <RelationHistory of={{ type: 'organisation', id: organisation.id }} />
          <TiesToUs id={organisation.id} />
          <StageMix organisation={organisation} />
          <Accounts organisation={organisation} />
          <Merges organisation={organisation} />
        </div>
      </div>
      <PostDrawer id={search.post} close={() => open(undefined)} />
    </Page>
  )
}

function Name({ organisation: { name, nameReading } }: { organisation: FullOrganisation }) {
  return (
    <>
      <bdi>{name}</bdi>{' '}
      {nameReading !== null && <bdi className="soft small reading">{nameReading}</bdi>}
    </>
  )
}

function Actions({ organisation }: { organisation: FullOrganisation }) {
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
      {doing === 'edit' && (
        <OrganisationForm organisation={organisation} close={close} done={close} />
      )}
      {doing === 'remove' && <Remove organisation={organisation} close={close} />}
    </span>
  )
}

function Remove({ organisation, close }: { organisation: FullOrganisation; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const navigate = useNavigate()
  const remove = () =>
    takeAway(organisation.id, async () => {
      await call('DELETE /organisations/{id}', { params: { id: organisation.id } })
      await client.invalidateQueries({ queryKey: ['GET /organisations'] })
      await navigate({ to: '/organisations', search: {} })
      client.removeQueries({ queryKey: ['GET /organisations/{id}'] })
    })
  return (
    <ConfirmRemoval title={words.removeTitle} remove={remove} close={close}>
      {words.removeText(organisation.name)}
    </ConfirmRemoval>
  )
}

function Facts({ organisation }: { organisation: FullOrganisation }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { id, url, domain, relations, people, posts } = organisation
  const href = safeUrl(url)
  return (
    <p className="row">
      {relations.length > 0 ? (
        <Relations kinds={relations} />
      ) : (
        <span className="soft small">{words.noRelation}</span>
      )}
      <Link to="/people" search={{ organisation: id }}>
        {words.people(people)}
      </Link>
      <Link to="/listening" search={{ organisation: id }}>
        {words.posts(posts)}
      </Link>
      {href !== undefined && (
        <a href={href} target="_blank" rel="noopener noreferrer">
          <bdi>{domain ?? href}</bdi> <span className="hidden">{common.opensOutside}</span>
        </a>
      )}
    </p>
  )
}

function StageMix({ organisation }: { organisation: FullOrganisation }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="stage-mix">
      <h2 id="stage-mix">{words.stages}</h2>
      {organisation.stages.length === 0 && <p className="soft">{words.noStages}</p>}
      {organisation.stages.map(({ topic, people }) => (
        <div key={topic.id} className="stack-tight">
          <div>
            <bdi>{topic.name}</bdi>{' '}
            <span className="soft small">{TOPIC_KIND_WORDS[topic.kind][language]}</span>
          </div>
          <ul className="bare-list row">
            {STAGES.filter((stage) => people[stage] > 0).map((stage) => (
              <li key={stage} className="chip" data-stage={stage}>
                <Link
                  to="/people"
                  search={{ organisation: organisation.id, topic: topic.id, stage }}
                  className="stage-link"
                  aria-label={words.countAt(
                    topic.name,
                    STAGE_WORDS[stage][language],
                    people[stage],
                  )}
                >
                  {STAGE_WORDS[stage][language]} {formatCount(people[stage], language)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
