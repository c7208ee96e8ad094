import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import type { OutboxEvent } from '#store/outbox.ts'
import { loadSides } from '../communities/sides.ts'
import { readNews } from '../news.ts'
import { reckonExperiments } from './reckon-experiments.ts'
import { seeEngagements } from './see-engagements.ts'

/** After these, what was seen before may have lost its ground. */
const UNDOING: ReadonlySet<string> = new Set([
  ...['contact.removed', 'contact.changed', 'programme.contact-removed'],
  ...['task.opened', 'task.removed'],
])
const DOING: ReadonlySet<string> = new Set([
  ...['contact.added', 'programme.contact-added', 'task.done'],
])

type Changed = Pick<OutboxEvent, 'workspaceId' | 'name' | 'detail'>

/**
 * Sees what a change says of whom we engaged, and reckons an experiment anew that has ended. Done twice it
 * changes nothing. Answers how many people are engaged now who were not, or the other way round.
 */
export async function engagementsAfter(door: Door, event: Changed, now: Date): Promise<number> {
  const { workspaceId, name } = event
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  if (name === 'experiment.ended') {
    await reckonExperiments(door, workspaceId, now)
    return 0
  }
  if (!(await run((tx) => mayEngage(tx, event)))) return 0
  return run((tx) => seeEngagements(tx, { now, isAnew: UNDOING.has(name) }))
}

async function mayEngage(tx: Transaction, { name, detail }: Changed): Promise<boolean> {
  if (UNDOING.has(name) || DOING.has(name)) return true
  return name === 'activities.heard' && didWeSpeak(tx, detail)
}

/** Whether a batch holds anything that an account of ours said. */
async function didWeSpeak(tx: Transaction, detail: readonly string[]): Promise<boolean> {
  const news = readNews(detail)
  if (news === undefined) return false
  const { from, to, at } = news
  const ours = [...(await loadSides(tx)).ours]
  const { rows } = await sql`
    select 1 from unnest(${ours}::uuid[]) as own (id)
    cross join lateral (select from activity a where a.handle_id = own.id and a.id >= ${from}::uuid
      and a.id <= ${to}::uuid and a.arrived_at = ${at}::timestamptz limit 1) said limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
