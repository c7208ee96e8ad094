import { sql } from 'kysely'
import type { Outside } from '#outside/ports.ts'
import type { Door, Transaction } from '#store/door.ts'
import { sleepUntil } from '#store/sleep-until.ts'
import { noteDue } from '../candidates/note-due.ts'
import { fetchPicture, type PictureRefusal } from './fetch-picture.ts'
import { dropPictures, noteOlderPictures, readPictureSetting } from './note-pictures.ts'
import type { PictureFault } from './read-picture.ts'

/** What was seen in a picture: its hash, nothing to tell it by, or why it is none. */
export type SeenPicture = { hash: string | undefined } | { fault: PictureFault | 'too-slow' }

/** Decodes bytes from outside and looks at them; in a thread that may be ended. */
export type HashPicture = (bytes: Buffer) => Promise<SeenPicture>

export interface LookParts {
  door: Door
  outside: Outside
  hashPicture: HashPicture
  now: () => Date
  /** Between two requests to one host; tests choose less. */
  pauseMilliseconds?: number
}

/** So many addresses are asked for in a round, so many hosts at once. */
const ADDRESSES_AT_ONCE = 40
const HOSTS_AT_ONCE = 4
const PAUSE_MS = 1_000
/** Whoever has taken an address and still has no answer has died. */
const TAKEN_MINUTES = 30

/**
 * Fetches the pictures of a workspace that are due, each address once, and keeps how they look. Where
 * pictures are not compared, what was kept of them goes. Answers whether there may be more to do.
 */
export async function lookAtPictures(
  parts: LookParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    parts.door.inWorkspace(workspaceId, work, 'background')
  const { isOn, from } = await run(readPictureSetting)
  if (!isOn) return run(dropPictures)
  const isMoreToNote =
    from !== null && (await run((tx) => noteOlderPictures(tx, from, parts.now())))
  const due = await run((tx) => takeDue(tx, parts.now()))
  const hosts = [...Map.groupBy(due, hostOf).values()]
  const look = async ({ url }: Due) => {
    const found = await findOut(parts, url, signal)
    if (!signal.aborted) await run((tx) => keep(tx, workspaceId, url, found, parts.now()))
  }
  const workers = Array.from({ length: HOSTS_AT_ONCE }, async () => {
    for (let host = hosts.shift(); host !== undefined; host = hosts.shift()) {
      for (const [at, one] of host.entries()) {
        if (at > 0) await sleepUntil(parts.pauseMilliseconds ?? PAUSE_MS, signal)
        if (signal.aborted) return
        await look(one)
      }
    }
  })
  await Promise.all(workers)
  return isMoreToNote || due.length === ADDRESSES_AT_ONCE
}

interface Due {
  url: string
}

function hostOf({ url }: Due): string {
  return URL.canParse(url) ? new URL(url).host : ''
}

/** Takes addresses that are due, so that no other process asks for them. */
async function takeDue(tx: Transaction, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select p.handle_id, p.url, p.url_key from handle_picture p
      where p.next_at <= ${now}::timestamptz
      order by p.next_at, p.handle_id limit ${4 * ADDRESSES_AT_ONCE} for update skip locked),
    taken as (select url_key, min(url) as url from due group by url_key limit ${ADDRESSES_AT_ONCE}),
    held as (
      update handle_picture p
      set next_at = ${now}::timestamptz + make_interval(mins => ${TAKEN_MINUTES})
      from taken where p.url_key = taken.url_key)
    select url from taken`.execute(tx)
  return rows
}

type Found = { hash: string | undefined } | { refusal: PictureRefusal }

async function findOut(
  { outside, hashPicture }: LookParts,
  url: string,
  signal: AbortSignal,
): Promise<Found> {
  const bytes = await fetchPicture(outside, url, signal)
  if ('refusal' in bytes) return bytes
  const seen = await hashPicture(bytes)
  return 'fault' in seen ? { refusal: seen.fault } : seen
}

/** After one failure an address rests for three days, after two for six, and so on up to thirty. */
const REST_DAYS = 3
const REST_DAYS_MAX = 30

/** Keeps what was found at an address for all accounts that say it, and has these compared again. */
async function keep(
  tx: Transaction,
  workspaceId: string,
  url: string,
  found: Found,
  now: Date,
): Promise<void> {
  const ofUrl = sql`url_key = sha256(convert_to(${url}::text, 'UTF8')) and url = ${url}`
  if ('refusal' in found) {
    await sql`update handle_picture set state = 'failed', why = ${found.refusal}, hash = null,
      failures = least(failures + 1, 100), looked_at = ${now},
      next_at = ${now}::timestamptz + make_interval(days =>
        least(${REST_DAYS} * power(2, least(failures, 5))::integer, ${REST_DAYS_MAX}))
      where ${ofUrl}`.execute(tx)
    return
  }
  const { hash } = found
  const state = hash === undefined ? 'plain' : 'seen'
  const number = hash === undefined ? null : BigInt.asIntN(64, BigInt(`0x${hash}`)).toString()
  const { rows } = await sql<{ id: string }>`update handle_picture set state = ${state}, why = null,
    hash = ${number}::bigint, failures = 0, looked_at = ${now}, next_at = null
    where ${ofUrl} returning handle_id as id`.execute(tx)
  await noteDue(
    { tx, workspaceId },
    rows.map(({ id }) => id),
  )
}
