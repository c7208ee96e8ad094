import { ActionIcon, Menu } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask, call } from '../client.ts'
import { readFilters, withoutEmpty } from '../filters.ts'
import { formatCount, formatTime } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { useSession } from '../session.ts'
import type { Alert } from '../terms.ts'
import './alert-bell.css'
import { ALERT_WORDS } from './alert-words.ts'
import { BellIcon } from './icons.tsx'
import { WORDS } from './words.ts'

const SHOWN = 20

/** What saved searches raised, newest first; opening the list marks them as seen. */
export function AlertBell() {
  const words = useWords(ALERT_WORDS)
  const common = useWords(WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const { data, isError } = useQuery(ask('GET /alerts', { query: { limit: SHOWN } }))
  const items = data?.items ?? []
  const unseen = data?.unseen ?? 0
  const [newest] = items
  const markSeen = async () => {
    if (newest === undefined || unseen === 0) return
    await call('POST /alerts/seen', { body: { upTo: newest.id } })
    await client.invalidateQueries({ queryKey: ['GET /alerts'] })
  }
  return (
    <Menu position="bottom-end" width={340} onClose={() => void markSeen()}>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={words.bell(unseen)} className="alert-bell">
          <BellIcon />
          {unseen > 0 && (
            <span className="alert-count" aria-hidden>
              {unseen >= 100 ? '99+' : formatCount(unseen, language)}
            </span>
          )}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="alert-list">
        <Menu.Label>{words.title}</Menu.Label>
        {items.map((alert) => (
          <AlertItem key={alert.id} alert={alert} />
        ))}
        {items.length === 0 && (
          <Menu.Item component={Link} to="/listening">
            {isError ? common.failed : words.none}
          </Menu.Item>
        )}
      </Menu.Dropdown>
      <span className="hidden" role="status">
        {unseen > 0 ? words.unseen(unseen) : ''}
      </span>
    </Menu>
  )
}

function AlertItem({ alert }: { alert: Alert }) {
  const words = useWords(ALERT_WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  return (
    <Menu.Item
      renderRoot={(props) => (
        <Link to="/listening" search={withoutEmpty(readFilters(alert.filter))} {...props} />
      )}
    >
      <span className="alert-item" data-seen={alert.isSeen}>
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
      </span>
    </Menu.Item>
  )
}
