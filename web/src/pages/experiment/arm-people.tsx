import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ItemOf } from '../../api.ts'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { PostTime } from '../../parts/post.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import type { Experiment, Results } from '../experiments/words.ts'
import { ARM_WORDS, ENGAGED_WORDS, ONLY_WORDS, WORDS } from './words.ts'

type Subject = ItemOf<'GET /experiments/{id}/people'>

/** The people that the figure counts which was opened, with what happened to them; nothing where none was. */
export function ArmPeople({ experiment, results }: { experiment: Experiment; results: Results }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { arm, only, channel, post } = useSearch({ from: '/inside/experiments/$id' })
  const navigate = useNavigate({ from: '/experiments/$id' })
  const heading = useRef<HTMLHeadingElement>(null)
  const figure = `${arm} ${only} ${channel}`
  const isOpen = arm !== undefined || only !== undefined
  // Who follows a figure from the keyboard reads on here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for another figure anew
  useEffect(() => heading.current?.focus(), [figure])
  if (!isOpen) return null
  const place = results.channels.find((one) => one.channel?.id === channel)?.channel?.name
  const name = [
    place ?? words.all,
    ...(arm === undefined ? [] : [ARM_WORDS[arm][language]]),
    ...(only === undefined ? [] : [ONLY_WORDS[only][language]]),
  ].join(' · ')
  const show = (id: string | undefined) =>
    navigate({ search: withoutEmpty({ arm, only, channel, post: id }), resetScroll: false })
  return (
    <section className="stack" aria-labelledby="arm-people">
      <div className="row spread">
        <h3 id="arm-people" ref={heading} tabIndex={-1}>
          {words.peopleOf(name)}
        </h3>
        <Link to="/experiments/$id" params={{ id: experiment.id }} resetScroll={false}>
          {words.closePeople}
        </Link>
      </div>
      <People id={experiment.id} query={withoutEmpty({ arm, only, channel })} open={show}>
        {CAUSED_WORDS[experiment.outcome][language]}
      </People>
      <PostDrawer id={post} close={() => show(undefined)} />
    </section>
  )
}

function People(props: {
  id: string
  query: { arm?: Subject['arm']; only?: keyof typeof ONLY_WORDS; channel?: string }
  open: (post: string) => void
  /** What is counted. */
  children: string
}) {
  const words = useWords(WORDS)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  const { id, query, open, children } = props
  const pages = useInfiniteQuery(
    askPages('GET /experiments/{id}/people', { params: { id }, query }),
  )
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <p className="soft">{words.nobodyCounted}</p>
  return (
    <div ref={list} className="stack">
      <div className="scroll-x">
        <table className="plain arm-people">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.arm}</th>
              <th scope="col">{words.assigned}</th>
              <th scope="col">{words.engagedAt}</th>
              <th scope="col">{children}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <PersonRow key={one.person.id} one={one} open={open} />
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore pages={pages} />
    </div>
  )
}

function PersonRow({ one, open }: { one: Subject; open: (post: string) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { person, arm, assignedAt, engagedAt, engagedBy, isWaiting, hits, hitsAll } = one
  return (
    <tr>
      <th scope="row">
        <Link to="/people/$id" params={{ id: person.id }} data-list-item>
          <bdi>{person.name}</bdi>
        </Link>
      </th>
      <td>{ARM_WORDS[arm][language]}</td>
      <td>
        <PostTime time={assignedAt} />
      </td>
      <td>
        {engagedAt === null ? '—' : <PostTime time={engagedAt} />}
        {engagedBy !== null && (
          <div className="small soft">{ENGAGED_WORDS[engagedBy][language]}</div>
        )}
      </td>
      <td>
        <span className="row">
          {hits.map(({ id, at }) => (
            <button
              key={`${id} ${at}`}
              type="button"
              className="link-button"
              aria-haspopup="dialog"
              onClick={() => open(id)}
            >
              <span className="hidden">{words.openOutcome} </span>
              <PostTime time={at} />
            </button>
          ))}
          {hitsAll > hits.length && words.moreHits(hitsAll - hits.length)}
          {hitsAll === 0 && <span className="soft">{isWaiting ? words.notYet : words.didNot}</span>}
        </span>
      </td>
    </tr>
  )
}
