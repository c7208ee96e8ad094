import { type RawBuilder, sql } from 'kysely'
import { handlesOfOrganisation } from '#listen/index.ts'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import {
  type ActorLevel,
  EnishiError,
  type InfluenceCut,
  type InfluenceOutcome,
  isUuid,
  type TouchKind,
} from '#vocabulary/index.ts'
import { conditionOf } from './cut-condition.ts'
import { type NamedPerson, namePeople } from './name-people.ts'
import { type OutcomesAsked, scopeOf, spanOf, typeAsked } from './scope.ts'
import { type ShownOutcome, showOutcomes } from './show-outcomes.ts'
import { type ShownChannel, type ShownPost, showChannels, showPosts } from './show-posts.ts'

/** Which shares are listed: all, or those of one line of a figure. */
export interface CreditsAsked extends OutcomesAsked {
  topic?: string | undefined
  by?: InfluenceCut | undefined
  key?: string | undefined
  /** Shares of its people of today. */
  organisation?: string | undefined
}

/** A post, how it reached somebody, and its part in what they did afterwards. */
export interface ListedCredit {
  share: number
  kind: TouchKind
  level: ActorLevel
  reachedAt: string
  isLive: boolean
  person: NamedPerson | null
  channel: ShownChannel | null
  post: ShownPost | null
  outcome: ShownOutcome
}

interface ShareRow {
  outcomeId: string
  type: InfluenceOutcome
  number: number
  handleId: string
  at: Date
  atText: string
  valueMinor: number | null
  currency: string | null
  worthMinor: number | null
  worthCurrency: string | null
  isLive: boolean
  share: number
  kind: TouchKind
  level: ActorLevel
  reachedAt: Date
  activityId: string
  actorHandleId: string
  channelId: string
}

/**
 * The shares behind a figure, the latest outcome first. Throws `not-found` for a topic or person that is
 * none, `bad-input` for a key without a cut, a span turned round or a foreign cursor.
 */
export async function readCredits(
  tx: Transaction,
  asked: CreditsAsked,
  page: PageRequest,
): Promise<Listed<ListedCredit>> {
  const scope = await scopeOf(tx, asked.topic)
  const conditions = [sql`c.scope_id = ${scope.id}::uuid`, await lineOf(tx, asked)]
  if (asked.organisation !== undefined) {
    const handles = await handlesOfOrganisation(tx, asked.organisation)
    conditions.push(sql`s.actor_handle_id = any(${handles}::uuid[])`)
  }
  const { since, before } = await spanOf(tx, asked)
  if (since !== null) conditions.push(sql`c.at >= ${since}`)
  if (before !== null) conditions.push(sql`c.at < ${before}`)
  const type = typeAsked(asked)
  if (type !== null) conditions.push(sql`c.type = ${type}`)
  if (page.cursor !== undefined) conditions.push(behind(page.cursor))
  const rows = await readShares(tx, sql.join(conditions, sql` and `), page.limit + 1)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const next =
    rows.length > page.limit && last !== undefined
      ? writeCursor([last.atText, last.outcomeId, last.type, String(last.number)])
      : null
  return { items: await show(tx, shown), next }
}

async function lineOf(tx: Transaction, { by, key }: CreditsAsked): Promise<RawBuilder<unknown>> {
  if (by !== undefined && key !== undefined) return conditionOf(tx, { by, key })
  if (by === undefined && key === undefined) return sql`true`
  throw new EnishiError(
    'bad-input',
    {
      en: 'Give "by" and "key" together, or neither.',
      ja: 'by と key は両方とも指定するか、両方とも省いてください。',
    },
    { field: by === undefined ? 'by' : 'key' },
  )
}

const INSTANT = /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/

function behind(cursor: string): RawBuilder<unknown> {
  const [at = '', outcome = '', type = '', number = ''] = readCursor(cursor, 4)
  const isTime =
    INSTANT.test(at) && !Number.isNaN(Date.parse(at.replace(' ', 'T').replace('+00', 'Z')))
  // Anything that this server did not write is refused in the words of a cursor.
  if (!isTime || !isUuid(outcome) || !/^\d{1,9}$/.test(number) || !/^[a-z:-]+$/.test(type)) {
    readCursor('', 4)
  }
  return sql`(c.at, c.outcome_id, c.type, s.number)
    < (${at}::timestamptz, ${outcome}::uuid, ${type}, ${number}::integer)`
}

async function readShares(
  tx: Transaction,
  conditions: RawBuilder<unknown>,
  limit: number,
): Promise<ShareRow[]> {
  const { rows } = await sql<ShareRow>`
    select c.outcome_id as "outcomeId", c.type, s.number, c.handle_id as "handleId", c.at,
      c.at::text as "atText", c.value_minor as "valueMinor", c.currency,
      c.worth_minor as "worthMinor", c.worth_currency as "worthCurrency", c.is_live as "isLive", s.share,
      s.kind, s.level, s.reached_at as "reachedAt", s.activity_id as "activityId",
      s.actor_handle_id as "actorHandleId", s.channel_id as "channelId"
    from outcome_credit c
    join credit_share s on s.workspace_id = c.workspace_id and s.scope_id = c.scope_id
      and s.outcome_id = c.outcome_id and s.type = c.type
    where ${conditions}
    order by c.at desc, c.outcome_id desc, c.type desc, s.number desc limit ${limit}`.execute(tx)
  return rows
}

async function show(tx: Transaction, rows: readonly ShareRow[]): Promise<ListedCredit[]> {
  const outcomes = await showOutcomes(tx, rows)
  const people = await namePeople(
    tx,
    rows.map(({ actorHandleId }) => actorHandleId),
  )
  const posts = await showPosts(
    tx,
    rows.map(({ activityId }) => activityId),
  )
  const channels = await showChannels(
    tx,
    rows.map(({ channelId }) => channelId),
  )
  return rows.flatMap((row, i) => {
    const outcome = outcomes[i]
    if (outcome === undefined) return []
    const { share, kind, level, isLive } = row
    return [
      {
        ...{ share, kind, level, isLive, reachedAt: row.reachedAt.toISOString(), outcome },
        person: people.get(row.actorHandleId) ?? null,
        channel: channels.get(row.channelId) ?? null,
        post: posts.get(row.activityId) ?? null,
      },
    ]
  })
}
