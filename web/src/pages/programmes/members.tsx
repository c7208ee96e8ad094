import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RefObject, useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { askAll, askPages, call } from '../../client.ts'
import { dayOrNone, withoutEmpty } from '../../filters.ts'
import { dayOf, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChoiceField, SearchField } from '../../parts/filter-fields.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { HEALTH_WORDS } from '../../parts/relation-words.ts'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import '../listening/filter-bar.css'
import { ContactLog } from './contact-log.tsx'
import { entered, SendForm } from './form.tsx'
import { JoinForm, TermsForm } from './member-form.tsx'
import type { Change } from './page.tsx'
import type { Programme } from './programme-cards.tsx'
import { HEALTHS, type ProgrammesSearch } from './url-state.ts'
import { WORDS } from './words.ts'

type Member = ItemOf<'GET /programmes/{id}/members'>

/** What is being done, and with whom. */
type Act = { what: 'join' } | { what: 'log' | 'terms' | 'contacts'; member: Member }

/** Who is in a programme, the most overdue first; contacts are logged here. */
export function Members(props: {
  programme: Programme
  search: ProgrammesSearch
  change: Change
  input: RefObject<HTMLInputElement | null>
}) {
  const nameOf = useRelationName()
  const words = useWords(WORDS)
  const session = useSession()
  const [doing, act] = useState<Act | null>(null)
  const { programme } = props
  const close = () => act(null)
  return (
    <section className="stack" aria-label={nameOf(programme.kind)}>
      <Filters {...props} />
      {mayWrite(session) && (
        <div>
          <Button variant="default" onClick={() => act({ what: 'join' })}>
            {words.join}
          </Button>
        </div>
      )}
      <Found {...props} act={act} />
      {doing !== null && <Doing programme={programme} doing={doing} close={close} />}
    </section>
  )
}

function Doing(props: { programme: Programme; doing: Act; close: () => void }) {
  const { programme, doing, close } = props
  switch (doing.what) {
    case 'join':
      return <JoinForm programme={programme} close={close} />
    case 'log':
      return <ContactForm programme={programme} member={doing.member} close={close} />
    case 'terms':
      return <TermsForm programme={programme} member={doing.member} close={close} />
    case 'contacts':
      return <ContactLog programme={programme} member={doing.member} close={close} />
  }
}

function Filters(props: {
  search: ProgrammesSearch
  change: Change
  input: RefObject<HTMLInputElement | null>
}) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const members = useQuery(askAll('GET /members'))
  const { search, change } = props
  return (
    <section className="filter-bar" aria-label={words.filters}>
      <div className="filter-search">
        <SearchField
          label={words.search}
          placeholder={words.searchHint}
          input={props.input}
          value={search.q}
          choose={(q) => change({ q })}
        />
      </div>
      <ChoiceField
        label={words.health}
        words={HEALTH_WORDS}
        order={HEALTHS}
        value={search.health}
        choose={(health) => change({ health })}
      />
      <NativeSelect
        label={words.owner}
        value={search.owner ?? ''}
        onChange={(event) => change({ owner: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: common.any },
          ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Checkbox
        label={words.onlyOwed}
        checked={search.thanks === 'owed'}
        onChange={(event) => change({ thanks: event.currentTarget.checked ? 'owed' : undefined })}
      />
    </section>
  )
}

function Found(props: {
  programme: Programme
  search: ProgrammesSearch
  change: Change
  act: (act: Act) => void
}) {
  const words = useWords(WORDS)
  const { q, owner, health, thanks } = props.search
  const query = withoutEmpty({ q, owner, health, thanks })
  const params = { id: props.programme.id }
  const pages = useInfiniteQuery(askPages('GET /programmes/{id}/members', { params, query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  const clear = () =>
    props.change({ q: undefined, owner: undefined, health: undefined, thanks: undefined })
  if (items.length > 0) {
    return (
      <>
        <p className="soft small wide-only">{words.keys}</p>
        <MemberTable members={items} act={props.act} />
        <LoadMore pages={pages} />
      </>
    )
  }
  if (Object.keys(query).length === 0) return <p className="soft">{words.noMembers}</p>
  return (
    <div className="row" role="status">
      <span className="soft">{words.nothing}</span>
      <Button variant="default" onClick={clear}>
        {words.clear}
      </Button>
    </div>
  )
}

function MemberTable({ members, act }: { members: Member[]; act: (act: Act) => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="sheet scroll-x" tabIndex={0} aria-label={words.name}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.health}</th>
            <th scope="col">{words.last}</th>
            <th scope="col">{words.next}</th>
            <th scope="col">{words.gave}</th>
            <th scope="col">{words.owner}</th>
            <th scope="col" aria-label={common.edit} />
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.of.id} member={member} act={act} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MemberRow({ member, act }: { member: Member; act: (act: Act) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { of, health, lastOn, nextOn, isAgreed, lastThanks, owner } = member
  return (
    <tr>
      <th scope="row">
        <Subject of={of} />
        <Owed member={member} />
      </th>
      <td>
        <span className="health" data-health={health}>
          {HEALTH_WORDS[health][language]}
        </span>
        <div className="small soft">
          <Late days={member.lateDays} />
        </div>
      </td>
      <td className="small">{lastOn === null ? words.never : formatDay(lastOn, language)}</td>
      <td className="small">
        {formatDay(nextOn, language)} {isAgreed && <span className="soft">{words.agreed}</span>}
      </td>
      <td className="small">
        {lastThanks === null ? (
          words.never
        ) : (
          <>
            {formatDay(lastThanks.onDay, language)}{' '}
            <bdi className="soft">{lastThanks.what ?? ''}</bdi>
          </>
        )}
      </td>
      <td className="small">
        <bdi>{owner?.name ?? words.nobody}</bdi>
      </td>
      <td>
        <RowActions member={member} act={act} />
      </td>
    </tr>
  )
}

function RowActions({ member, act }: { member: Member; act: (act: Act) => void }) {
  const words = useWords(WORDS)
  const { name } = member.of
  const isWriter = mayWrite(useSession())
  return (
    <span className="row">
      {isWriter && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.logOf(name)}
          onClick={() => act({ what: 'log', member })}
        >
          {words.log}
        </Button>
      )}
      <button
        type="button"
        className="link-button small"
        aria-label={words.contactsOf(name)}
        onClick={() => act({ what: 'contacts', member })}
      >
        {words.contacts}
      </button>
      {isWriter && (
        <button
          type="button"
          className="link-button small"
          aria-label={words.termsOf(name)}
          onClick={() => act({ what: 'terms', member })}
        >
          {words.terms}
        </button>
      )}
    </span>
  )
}

function Subject({ of }: { of: Member['of'] }) {
  const name = <bdi>{of.name}</bdi>
  return of.type === 'person' ? (
    <Link to="/people/$id" params={{ id: of.id }} data-list-item>
      {name}
    </Link>
  ) : (
    <Link to="/organisations/$id" params={{ id: of.id }} data-list-item>
      {name}
    </Link>
  )
}

function Owed({ member: { toThankFor } }: { member: Member }) {
  const words = useWords(WORDS)
  const { count, newest } = toThankFor
  if (count === 0 || newest === null) return null
  return (
    <div className="small">
      <Link to="/listening" search={{ post: newest }}>
        {words.recommended(count)}
      </Link>
    </div>
  )
}

function Late({ days }: { days: number }) {
  const words = useWords(WORDS)
  if (days === 0) return words.today
  return days > 0 ? words.late(days) : words.ahead(-days)
}

function ContactForm(props: { programme: Programme; member: Member; close: () => void }) {
  const words = useWords(WORDS)
  const today = dayOf(new Date(), useSession().workspace.timeZone)
  const { of } = props.member
  const send = (form: FormData) =>
    call('POST /programmes/{id}/contacts', {
      params: { id: props.programme.id },
      body: {
        ...(of.type === 'person' ? { person: of.id } : { organisation: of.id }),
        isThanks: form.get('isThanks') !== null,
        ...withoutEmpty({
          onDay: dayOrNone(form.get('onDay')),
          what: entered(form, 'what') || undefined,
          nextOn: dayOrNone(form.get('nextOn')),
        }),
      },
    })
  return (
    <SendForm title={words.logOf(of.name)} send={send} close={props.close}>
      <TextInput type="date" name="onDay" label={words.onDay} defaultValue={today} max={today} />
      <TextInput
        name="what"
        label={words.what}
        placeholder={words.whatHint}
        maxLength={1_000}
        data-autofocus
      />
      <Checkbox
        name="isThanks"
        label={words.isThanks}
        defaultChecked={props.member.toThankFor.count > 0}
      />
      <TextInput type="date" name="nextOn" label={words.nextOn} min={today} />
    </SendForm>
  )
}
