import { sql } from 'kysely'
import type { Outside, OutsideFailure } from '#outside/ports.ts'
import type { Door, Transaction } from '#store/door.ts'
import { sleepUntil } from '#store/sleep-until.ts'
import { noteDue } from '../candidates/note-due.ts'
import { linksBack } from './links-back.ts'
import { dropLinks, noteOlderLinks, readLinkSetting } from './note-links.ts'

export interface CheckParts {
  door: Door
  outside: Outside
  now: () => Date
  /** Between two requests to one host; tests choose less. */
  pauseMilliseconds?: number
}

const PAGES_AT_ONCE = 40
const HOSTS_AT_ONCE = 4
const PAUSE_MS = 1_000
/** Whoever has taken a page and still has no answer has died. */
const TAKEN_MINUTES = 30
const PAGE_BYTES_MAX = 1_000_000
const PAGE_MILLISECONDS_MAX = 15_000
/** What was found is asked again: people change their pages. */
const AGAIN_DAYS = 30

interface Due {
  handleId: string
  page: string
  accountUrl: string
}

type Found =
  | { state: 'linked' | 'not-linked' }
  | { state: 'failed'; why: OutsideFailure | 'not-allowed' | 'status' | 'elsewhere' | 'not-a-page' }

/**
 * Asks the pages of a workspace that are due whether they link back to the account that names them, and
 * has accounts of which more is known compared again. Where links are not checked, what was found goes.
 * Answers whether there may be more to do.
 */
export async function checkLinks(
  parts: CheckParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    parts.door.inWorkspace(workspaceId, work, 'background')
  const { isOn, from } = await run(readLinkSetting)
  if (!isOn) return run(dropLinks)
  const isMoreToNote = from !== null && (await run((tx) => noteOlderLinks(tx, from, parts.now())))
  const due = await run((tx) => takeDue(tx, parts.now()))
  const hosts = [...Map.groupBy(due, ({ page }) => page.split('/')[0]).values()]
  const workers = Array.from({ length: HOSTS_AT_ONCE }, async () => {
    for (let host = hosts.shift(); host !== undefined; host = hosts.shift()) {
      for (const [at, one] of host.entries()) {
        if (at > 0) await sleepUntil(parts.pauseMilliseconds ?? PAUSE_MS, signal)
        if (signal.aborted) return
        const found = await findOut(parts.outside, one, signal)
        if (!signal.aborted) await run((tx) => keep(tx, workspaceId, one, found, parts.now()))
      }
    }
  })
  await Promise.all(workers)
  return isMoreToNote || due.length === PAGES_AT_ONCE
}

/** Takes pages that are due, so that no other process asks them. */
async function takeDue(tx: Transaction, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select l.handle_id, l.page from handle_link l where l.next_at <= ${now}::timestamptz
      order by l.next_at, l.handle_id, l.page limit ${PAGES_AT_ONCE} for update skip locked),
    held as (
      update handle_link l set next_at = ${now}::timestamptz + make_interval(mins => ${TAKEN_MINUTES})
      from due where l.handle_id = due.handle_id and l.page = due.page)
    select due.handle_id as "handleId", due.page, coalesce(h.url, '') as "accountUrl"
    from due join handle h on h.id = due.handle_id`.execute(tx)
  return rows
}

/** What robots.txt keeps from us is not asked; a page that leads to another house says nothing. */
async function findOut(outside: Outside, due: Due, signal: AbortSignal): Promise<Found> {
  for (const scheme of ['https', 'http'] as const) {
    const url = `${scheme}://${due.page}`
    if (!(await outside.mayFetch(url))) {
      if (scheme === 'https') continue
      return { state: 'failed', why: 'not-allowed' }
    }
    const answer = await outside.fetchOutside(url, {
      ...{ headers: { accept: 'text/html, application/xhtml+xml' }, redirectsMax: 3, signal },
      ...{ bytesMax: PAGE_BYTES_MAX, millisecondsMax: PAGE_MILLISECONDS_MAX },
    })
    if (answer.kind === 'failure') {
      if (scheme === 'https') continue
      return { state: 'failed', why: answer.failure }
    }
    if (answer.status !== 200) return { state: 'failed', why: 'status' }
    if (houseOf(answer.url) !== houseOf(url)) return { state: 'failed', why: 'elsewhere' }
    const type = answer.headers['content-type'] ?? ''
    if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) {
      return { state: 'failed', why: 'not-a-page' }
    }
    const isBack = linksBack(answer.body.toString('utf8'), answer.url, due.accountUrl)
    return { state: isBack ? 'linked' : 'not-linked' }
  }
  return { state: 'failed', why: 'not-reached' }
}

function houseOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '')
}

/** After one failure a page rests for three days, after two for six, and so on up to thirty. */
const REST_DAYS = 3

async function keep(
  tx: Transaction,
  workspaceId: string,
  { handleId, page }: Due,
  found: Found,
  now: Date,
): Promise<void> {
  const isFailed = found.state === 'failed'
  const { rows } = await sql<{ isNews: boolean }>`
    update handle_link l set state = case when ${isFailed} and l.state = 'linked' and l.failures < 3
        then l.state else ${found.state} end,
      why = ${isFailed ? found.why : null}, checked_at = ${now},
      failures = case when ${isFailed} then least(l.failures + 1, 100) else 0 end,
      next_at = ${now}::timestamptz + make_interval(days => case when ${isFailed}
        then least(${REST_DAYS} * power(2, least(l.failures, 5))::integer, ${AGAIN_DAYS})
        else ${AGAIN_DAYS} end)
    from (select state from handle_link
      where handle_id = ${handleId}::uuid and page = ${page}) before
    where l.handle_id = ${handleId}::uuid and l.page = ${page}
    returning l.state <> before.state as "isNews"`.execute(tx)
  if (rows[0]?.isNews === true) await noteDue({ tx, workspaceId }, [handleId])
}
