import { ActionIcon, Drawer } from '@mantine/core'
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../api.ts'
import { askPages, call } from '../client.ts'
import { withoutEmpty } from '../filters.ts'
import { formatCount, formatTime } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { useSession } from '../session.ts'
import type { Alert } from '../terms.ts'
import './alert-bell.css'
import { filtersOfAlert } from './alert-filters.ts'
import { ALERT_WORDS } from './alert-words.ts'
import { Awaiting } from './awaiting.tsx'
import { BellIcon } from './icons.tsx'
import { LoadMore } from './load-more.tsx'
import { NOTICE_WORDS } from './notice-words.ts'
import { Notices, useNotices } from './notices.tsx'
import { ProblemNote } from './problem.tsx'
import { WORDS } from './words.ts'

const UNSEEN_SHOWN_MAX = 99

/**
 * What concerns me, and what saved searches raised, newest first. Closing the list marks as seen what
 * searches raised; of mine each is read when it is opened.
 */
export function AlertBell() {
  const words = useWords(ALERT_WORDS)
  const common = useWords(WORDS)
  const notes = useWords(NOTICE_WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const pages = useInfiniteQuery(askPages('GET /alerts', { query: { limit: 30 } }))
  const first = pages.data?.pages[0]
  const raised = first?.unseen ?? 0
  const notices = useNotices()
  const unseen = raised + notices.unseen
  const markSeen = useMutation({
    mutationFn: (upTo: string) => call('POST /alerts/seen', { body: { upTo } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /alerts'] }),
  })
  const close = () => {
    setOpen(false)
    const newest = first?.items[0]
    if (newest !== undefined && raised > 0) markSeen.mutate(newest.id)
  }
  return (
    <span className="alert-bell">
      <ActionIcon
        variant="subtle"
        aria-label={words.bell(unseen)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <BellIcon />
      </ActionIcon>
      {unseen > 0 && (
        <span className="alert-count" aria-hidden>
          {unseen > UNSEEN_SHOWN_MAX ? `${UNSEEN_SHOWN_MAX}+` : formatCount(unseen, language)}
        </span>
      )}
      <span className="hidden" role="status">
        {unseen > 0 ? words.unseen(unseen) : ''}
      </span>
      <Drawer
        opened={isOpen}
        onClose={close}
        title={words.title}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <ProblemNote problem={markSeen.error} />
        <div className="stack">
          <Notices close={close} />
          <h2>{notes.searches}</h2>
          <Alerts pages={pages} close={close} />
        </div>
      </Drawer>
    </span>
  )
}

type Pages = UseInfiniteQueryResult<InfiniteData<Answer<'GET /alerts'>>>

function Alerts({ pages, close }: { pages: Pages; close: () => void }) {
  const words = useWords(ALERT_WORDS)
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <p className="soft">{words.none}</p>
  return (
    <div className="stack">
      <p className="soft small">{words.wholeDays}</p>
      <ul className="bare-list posts sheet">
        {items.map((alert) => (
          <li key={alert.id}>
            <AlertItem alert={alert} close={close} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && <LoadMore pages={pages} />}
    </div>
  )
}

function AlertItem({ alert, close }: { alert: Alert; close: () => void }) {
  const words = useWords(ALERT_WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  return (
    <Link
      to="/listening"
      search={withoutEmpty(filtersOfAlert(alert, workspace.timeZone))}
      className="alert-item"
      data-seen={alert.isSeen}
      onClick={close}
    >
      <bdi>{alert.searchName}</bdi>
      <span>
        {alert.kind === 'surge'
          ? words.surge(alert.posts, alert.expected ?? 0)
          : words.each(alert.posts)}
      </span>
      <span className="soft small">
        {!alert.isSeen && <span>{words.isNew} · </span>}
        <time dateTime={alert.at}>{formatTime(alert.at, workspace.timeZone, language)}</time>
      </span>
    </Link>
  )
}
