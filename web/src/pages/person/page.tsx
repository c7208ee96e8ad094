import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { fullName } from '../../names.ts'
import { CardPart } from '../../parts/cards/card.tsx'
import { Engagement } from '../../parts/crm/engagement.tsx'
import { Timeline } from '../../parts/crm/timeline.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import { Affiliations } from './affiliations.tsx'
import { ContactDetails } from './contact-details.tsx'
import { FieldHistory } from './field-history.tsx'
import { Handles } from './handles.tsx'
import { PersonInfluence } from './influence.tsx'
import { Joined } from './joined.tsx'
import { NameForm } from './name-form.tsx'
import './person.css'
import { Awaiting } from '../../parts/awaiting.tsx'
import { HeldOutNotice } from '../../parts/held-out.tsx'
import { Relations } from '../../parts/relations.tsx'
import { ContactBanner, Privacy } from './privacy.tsx'
import { Stages } from './stages.tsx'
import { Standing } from './standing.tsx'
import { Ties } from './ties.tsx'
import { WORDS } from './words.ts'

export type FullPerson = Answer<'GET /people/{id}'>

export function PersonPage() {
  const { id } = useParams({ from: '/inside/people/$id' })
  const common = useWords(COMMON)
  const query = useQuery(ask('GET /people/{id}', { params: { id } }))
  if (query.data === undefined)
    return (
      <Page title={common.people}>
        <Awaiting query={query} />
      </Page>
    )
  return <Known person={query.data} />
}

function Known({ person }: { person: FullPerson }) {
  const session = useSession()
  const search = useSearch({ from: '/inside/people/$id' })
  const navigate = useNavigate({ from: '/people/$id' })
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  const open = (post: string | undefined) =>
    navigate({ search: withoutEmpty({ post }), resetScroll: false })
  return (
    <Page
      title={person.displayName}
      heading={<Name person={person} />}
      beside={mayWrite(session) && <NameForm person={person} />}
    >
      <ContactBanner person={person} />
      <HeldOutNotice personId={person.id} />
      <Facts person={person} />
      <Standing person={person} />
      <div className="person-columns">
        <div className="stack" ref={list}>
          <Stages personId={person.id} open={open} />
          <PersonInfluence personId={person.id} open={open} />
          <Ties personId={person.id} open={open} />
          <Timeline of={{ kind: 'person', id: person.id }} open={open} />
        </div>
        <div className="stack">
          <Engagement about={{ kind: 'person', id: person.id, name: person.displayName }} />
          <CardPart of={{ kind: 'person', id: person.id }} />
          <Relations of={{ type: 'person', id: person.id }} />
          <Affiliations person={person} />
          <ContactDetails person={person} />
          <Handles person={person} />
          <Joined person={person} />
          <FieldHistory person={person} />
          <Privacy person={person} />
        </div>
      </div>
      <PostDrawer id={search.post} close={() => open(undefined)} />
    </Page>
  )
}

function Name({ person }: { person: FullPerson }) {
  return (
    <>
      <bdi>{person.displayName}</bdi>{' '}
      {person.nameReading !== null && (
        <bdi className="soft small name-reading">{person.nameReading}</bdi>
      )}
    </>
  )
}

function Facts({ person }: { person: FullPerson }) {
  const words = useWords(WORDS)
  const name = fullName(person, useSession().workspace.nameOrder)
  return (
    <p className="row small">
      {name !== null && <bdi>{name}</bdi>}
      <Link to="/listening" search={{ person: person.id }}>
        {words.posts(person.posts)}
      </Link>
      <span>{words.activities(person.activities)}</span>
      {person.firstAt !== null && person.lastAt !== null && (
        <span className="soft">
          {words.seen}: <PostTime time={person.firstAt} /> – <PostTime time={person.lastAt} />
        </span>
      )}
    </p>
  )
}
