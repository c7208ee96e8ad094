import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ItemOf } from '../api.ts'
import { askPages, call } from '../client.ts'
import { formatTime } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { useSession } from '../session.ts'
import { Awaiting } from './awaiting.tsx'
import { LoadMore } from './load-more.tsx'
import { NOTICE_KIND_WORDS, NOTICE_WORDS } from './notice-words.ts'
import { ProblemNote } from './problem.tsx'

type Notice = ItemOf<'GET /notices'>

/** What concerns me, and how much of it I have not seen. */
export function useNotices() {
  const pages = useInfiniteQuery(askPages('GET /notices', { query: { limit: 30 } }))
  return { pages, unseen: pages.data?.pages[0]?.unseen ?? 0 }
}

function useMarks() {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['GET /notices'] })
  const one = useMutation({
    mutationFn: ({ id, isSeen }: { id: string; isSeen: boolean }) =>
      call('PATCH /notices/{id}', { params: { id }, body: { isSeen } }),
    onSuccess: refresh,
  })
  const all = useMutation({
    mutationFn: (upTo: string) => call('POST /notices/seen', { body: { upTo } }),
    onSuccess: refresh,
  })
  return { one, all }
}

/** Mentions, hand-overs and tasks for me, the latest first; opening one marks it as read. */
export function Notices({ close }: { close: () => void }) {
  const words = useWords(NOTICE_WORDS)
  const { pages, unseen } = useNotices()
  const { one, all } = useMarks()
  const items = pages.data?.pages.flatMap((page) => page.items)
  const newest = items?.[0]
  return (
    <section className="stack-tight" aria-labelledby="notices">
      <h2 id="notices">{words.title}</h2>
      {unseen > 0 && newest !== undefined && (
        <div>
          <button type="button" className="link-button small" onClick={() => all.mutate(newest.id)}>
            {words.readAll}
          </button>
        </div>
      )}
      <ProblemNote problem={one.error ?? all.error} />
      {items === undefined ? (
        <Awaiting query={pages} />
      ) : items.length === 0 ? (
        <p className="soft small">{words.none}</p>
      ) : (
        <ul className="bare-list posts sheet">
          {items.map((notice) => (
            <li key={notice.id} className="notice">
              <NoticeLink
                notice={notice}
                open={() => {
                  if (!notice.isSeen) one.mutate({ id: notice.id, isSeen: true })
                  close()
                }}
              />
              <button
                type="button"
                className="link-button small"
                aria-label={`${notice.isSeen ? words.unread : words.read}: ${notice.text}`}
                onClick={() => one.mutate({ id: notice.id, isSeen: !notice.isSeen })}
              >
                {notice.isSeen ? words.unread : words.read}
              </button>
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && <LoadMore pages={pages} />}
    </section>
  )
}

function NoticeLink({ notice, open }: { notice: Notice; open: () => void }) {
  const words = useWords(NOTICE_WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  const { kind, author, text, about, isSeen, at } = notice
  const inside = (
    <>
      <span className="small">
        {!isSeen && <strong>{words.isNew} · </strong>}
        {NOTICE_KIND_WORDS[kind][language]}
        {author?.name && (
          <>
            {' · '}
            <bdi>{author.name}</bdi>
          </>
        )}
      </span>
      <bdi className="notice-text">{text}</bdi>
      <span className="soft small">
        {about !== null && (
          <>
            <bdi>{about.name}</bdi> ·{' '}
          </>
        )}
        <time dateTime={at}>{formatTime(at, workspace.timeZone, language)}</time>
      </span>
    </>
  )
  return <Way notice={notice} open={open} inside={inside} />
}

/** Where it leads: to whom the note is about, to the tasks, to the hand-overs. */
function Way(props: { notice: Notice; open: () => void; inside: ReactNode }) {
  const { notice, open, inside } = props
  const shared = { className: 'alert-item', 'data-seen': notice.isSeen, onClick: open }
  const { kind, about } = notice
  if (kind === 'handed-over') {
    return (
      <Link to="/handovers" {...shared}>
        {inside}
      </Link>
    )
  }
  if (kind === 'task-given' || about === null) {
    return (
      <Link to="/tasks" {...shared}>
        {inside}
      </Link>
    )
  }
  const to = {
    person: '/people/$id',
    organisation: '/organisations/$id',
    deal: '/deals/$id',
  } as const
  return (
    <Link to={to[about.kind]} params={{ id: about.id }} {...shared}>
      {inside}
    </Link>
  )
}
