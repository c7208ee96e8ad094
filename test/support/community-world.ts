import { sql } from 'kysely'
import { findCommunitiesOf, listCommunities } from '#measure/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { arrivalsOf, type Circle } from './communities.ts'
import { hear, testChannel, testListening } from './listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from './workspace.ts'

export const NOW = new Date('2025-10-31T00:00:00Z')
export const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const PAGE = { limit: 50 }

/** A workspace of circles that hears and is searched. */
export interface World {
  workspace: TestWorkspace
  hears(arrivals: IncomingActivity[]): Promise<unknown>
  finds(at?: Date): Promise<unknown>
  list(more?: object): ReturnType<typeof listCommunities>
}

/** Circles that talked until now, in a workspace of their own. */
export async function makeWorld(circles: readonly Circle[], days = 12): Promise<World> {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = await testListening()
  const hears = (arrivals: IncomingActivity[]) => hear(listening, workspace, channel, arrivals)
  for (const circle of circles) await hears(arrivalsOf(circle, { until: NOW, days }))
  return {
    ...{ workspace, hears },
    finds: (at = NOW) =>
      findCommunitiesOf(workspace.door, workspace.id, { now: () => at, random: randomBytes }),
    list: (more = {}) =>
      workspace.run((tx) => listCommunities(tx, { sort: 'people', ...more }, PAGE)),
  }
}

/** The person behind an account. */
export async function personNamed({ workspace }: World, name: string): Promise<string> {
  const { rows } = await workspace.run((tx) =>
    sql<{ id: string }>`select hp.person_id as id from handle h
      join handle_person hp on hp.workspace_id = h.workspace_id and hp.handle_id = h.id
      where h.external_id = ${name}`.execute(tx),
  )
  return rows[0]?.id ?? ''
}
