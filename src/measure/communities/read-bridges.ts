import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { BridgeDays } from './find-bridges.ts'

/** Somebody who stands between others, lately or before. */
export interface BridgePerson {
  person: { id: string; name: string; nameReading: string | null }
  community: { id: string; name: string | null; phrases: string[] }
  /** Shortest paths of a thousand that they lie on: in the span, and in the one before. */
  now: number
  before: number
  /** `new`: only lately; `gone`: only before. */
  change: 'new' | 'more' | 'same' | 'less' | 'gone'
}

export interface BridgeList {
  days: BridgeDays
  items: BridgePerson[]
}

interface BridgeRow {
  now: number
  before: number
  personId: string
  name: string
  nameReading: string | null
  communityId: string
  communityName: string | null
  phrases: string[]
}

const SHOWN_MAX = 20
const GONE_MAX = 10
/** Estimates of one span differ by so much from draw to draw: below a factor of it nothing changed. */
const CHANGE_FACTOR = 1.5

/**
 * The people between communities over the last days, beside those of as many days before: those with most
 * lately, and those who had most before and have nothing now. As of the last search.
 */
export async function readBridges(tx: Transaction, days: BridgeDays): Promise<BridgeList> {
  const now = sql.ref(`m.bridge_${days}`)
  const before = sql.ref(`m.bridge_${days}_before`)
  const { rows } = await sql<BridgeRow>`
    select most.now, most.before, p.id as "personId", p.display_name as name,
      p.name_reading as "nameReading", c.id as "communityId", c.name as "communityName", c.phrases
    from (
      (select m.community_id, m.handle_id, ${now} as now, ${before} as before from community_member m
        join community c on c.id = m.community_id and c.ended_at is null
        where ${now} > 0 order by ${now} desc, m.handle_id limit ${SHOWN_MAX})
      union all
      (select m.community_id, m.handle_id, ${now}, ${before} from community_member m
        join community c on c.id = m.community_id and c.ended_at is null
        where ${now} = 0 and ${before} > 0 order by ${before} desc, m.handle_id limit ${GONE_MAX})) most
    join community c on c.id = most.community_id
    cross join lateral (
      select person_id from handle_person where handle_person.handle_id = most.handle_id offset 0) hp
    cross join lateral (
      select id, display_name, name_reading from person where person.id = hp.person_id offset 0) p
    order by most.now desc, most.before desc, p.id`.execute(tx)
  return { days, items: rows.map(shown) }
}

function shown({ personId, name, nameReading, now, before, ...row }: BridgeRow): BridgePerson {
  return {
    person: { id: personId, name, nameReading },
    community: { id: row.communityId, name: row.communityName, phrases: row.phrases },
    ...{ now, before, change: changeOf(now, before) },
  }
}

function changeOf(now: number, before: number): BridgePerson['change'] {
  if (before === 0) return 'new'
  if (now === 0) return 'gone'
  if (now > before * CHANGE_FACTOR) return 'more'
  return now * CHANGE_FACTOR < before ? 'less' : 'same'
}
