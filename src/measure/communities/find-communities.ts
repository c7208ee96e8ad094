import { sql } from 'kysely'
import { NO_COMMUNITY } from '#graph/index.ts'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import { todayIn } from '#understand/index.ts'
import { addDays, type FindingStep, NIL_UUID, seededChance, uuidV7 } from '#vocabulary/index.ts'
import { countPresent, describeGroups, linkGroups } from './describe-groups.ts'
import { noteStep } from './due.ts'
import { findBridges } from './find-bridges.ts'
import { findGroups } from './find-groups.ts'
import { type EarlierCommunity, followGroups } from './follow-groups.ts'
import { healthOf } from './health.ts'
import { loadPeople, type Run, type TiedPeople } from './load-people.ts'
import { nameGroups } from './name-groups.ts'
import { scanPosts } from './scan-posts.ts'
import { loadSides } from './sides.ts'
import { type FoundCommunity, writeCommunities } from './write-communities.ts'

/** Ties that are older say nothing of who belongs together today. */
export const TIE_DAYS = 180
/** What ended longer ago does not return. */
const RETURN_DAYS = 90
const DAY_MS = 86_400_000
/** Newcomers were first heard of so long ago, in days. */
const NEWCOMER_DAYS = [28, 84] as const

export interface FoundCommunities {
  communities: number
  people: number
}

/**
 * Finds the communities of a workspace anew and writes them down: each keeps its id and a name that a
 * member gave as long as most of its people stay together. Records `communities.found`. The same log
 * at the same time gives the same communities.
 */
export async function findCommunitiesOf(
  door: Door,
  workspaceId: string,
  { now, random }: Chance,
): Promise<FoundCommunities> {
  const run: Run = (work) => door.inWorkspace(workspaceId, work, 'background')
  const at = now()
  const today = await run((tx) => todayIn(tx, at))
  const tell = (step: FindingStep) => run((tx) => noteStep(tx, step))
  await tell('people')
  const people = await loadPeople(run, { since: addDays(today, -TIE_DAYS), today })
  const earlier = await run((tx) => loadEarlier(tx, people, at))
  const last = lastGroups(people, earlier)
  const chance = seededChance(people.personIds.length, 'communities')
  await tell('groups')
  const { groups, count, modularity } = findGroups(people.graph, last, chance)
  const followed = followGroups(earlier, groups, count)
  const ids = followed.idOf.map((id) => id ?? uuidV7(at.getTime(), random))
  await tell('posts')
  const found = await describe(run, people, { groups, count }, { ids, earlier, at })
  const numberOf = (of: { group: number } | { earlier: string }) =>
    'group' in of ? (ids[of.group] ?? NIL_UUID) : of.earlier
  const bridges = await findBridges(run, people, today)
  await tell('writing')
  await run((tx) =>
    writeCommunities(tx, {
      ...{
        workspaceId,
        at,
        random,
        communities: found.communities,
        ended: followed.ended,
        bridges,
      },
      links: linkGroups(people.graph, groups).map(({ first, second, ...sums }) => {
        const pair = [ids[first] ?? NIL_UUID, ids[second] ?? NIL_UUID].sort()
        const [firstId = NIL_UUID, secondId = NIL_UUID] = pair
        return { firstId, secondId, ...sums }
      }),
      changes: followed.changes.map(({ of, others, ...change }) => ({
        ...change,
        ...{ communityId: numberOf(of), others: others.map(numberOf) },
      })),
      run: {
        ...{ people: people.personIds.length, ties: people.graph.edges, modularity },
        newestId: found.newestId ?? NIL_UUID,
      },
      forgetBefore: new Date(at.getTime() - RETURN_DAYS * DAY_MS),
    }),
  )
  return { communities: count, people: people.personIds.length }
}

interface LoadedCommunity extends EarlierCommunity {
  phrases: readonly string[]
}

/** Communities of the last search, and those that ended lately, with who of them is seen now. */
async function loadEarlier(
  tx: Transaction,
  people: TiedPeople,
  at: Date,
): Promise<LoadedCommunity[]> {
  const { rows } = await sql<{
    id: string
    phrases: string[]
    peopleTold: number
    hasEnded: boolean
  }>`select id, phrases, people_told as "peopleTold", ended_at is not null as "hasEnded" from community
    where ended_at is null or ended_at > ${at}::timestamptz - make_interval(days => ${RETURN_DAYS})
    order by id`.execute(tx)
  const members = await sql<{ id: string; handles: string[] }>`
    select community_id as id, array_agg(handle_id::text order by handle_id) as handles
    from community_member group by 1`.execute(tx)
  const handlesOf = new Map(members.rows.map(({ id, handles }) => [id, handles]))
  return rows.map((row) => {
    const nodes = (handlesOf.get(row.id) ?? []).flatMap((id) => people.nodeOfHandle.get(id) ?? [])
    return { ...row, nodes: [...new Set(nodes)] }
  })
}

/** The number of everybody's community of last time; undefined where there was no last time. */
function lastGroups(
  people: TiedPeople,
  earlier: readonly EarlierCommunity[],
): Uint32Array | undefined {
  const live = earlier.filter(({ hasEnded }) => !hasEnded)
  if (live.length === 0) return undefined
  const last = new Uint32Array(people.personIds.length).fill(NO_COMMUNITY)
  live.forEach(({ nodes }, index) => {
    for (const node of nodes) last[node] = index
  })
  return last
}

interface Known {
  ids: readonly string[]
  earlier: readonly LoadedCommunity[]
  at: Date
}

/** All that is told of each group. */
async function describe(
  run: Run,
  people: TiedPeople,
  found: { groups: Uint32Array; count: number },
  { ids, earlier, at }: Known,
): Promise<{ communities: FoundCommunity[]; newestId: string | null }> {
  const { groups, count } = found
  const sides = await run(loadSides)
  const ours = countPresent(people, groups, count, sides.ours)
  const rivals = countPresent(people, groups, count, sides.rivals)
  const scanned = await scanPosts(run, people, found, at)
  const newcomers = await loadNewcomers(run, people, at)
  const phrasesOf = new Map(earlier.map(({ id, phrases }) => [id, phrases]))
  const named = nameGroups(
    scanned.groups.map(({ naming }) => naming),
    scanned.others,
    ids.map((id) => phrasesOf.get(id) ?? []),
  )
  const communities = describeGroups(people, groups, count).map(
    (members, group): FoundCommunity => {
      const tally = scanned.groups[group]
      if (tally === undefined) throw new RangeError(`no tally of group ${group}`)
      const came = [...members.nodes].filter((node) => newcomers.has(node))
      const health = healthOf({
        ...{ people: members.nodes.length, active: tally.active.size },
        ...{ asked: tally.asked, answered: tally.answered, pairs: members.pairs },
        ...{ mutual: members.mutual, newcomers: came.length },
        kept: came.filter((node) => tally.active.has(node)).length,
      })
      const isToJoin =
        tally.relevantPosts > 0 &&
        ours[group] === 0 &&
        ((rivals[group] ?? 0) > 0 || tally.rivalPosts > 0)
      return {
        ...{ id: ids[group] ?? NIL_UUID, members, tally, health, isToJoin },
        ...{ ours: ours[group] ?? 0, rivals: rivals[group] ?? 0 },
        ...{ phrases: named[group]?.phrases ?? [], typical: named[group]?.typical ?? [] },
        handles: [...members.nodes].map((node) => people.handles[node] ?? []),
      }
    },
  )
  return { communities, newestId: scanned.newestId }
}

/** Nodes of those who were first heard of four to twelve weeks ago. */
async function loadNewcomers(run: Run, people: TiedPeople, at: Date): Promise<Set<number>> {
  const [least, most] = NEWCOMER_DAYS.map((days) => new Date(at.getTime() - days * DAY_MS))
  const { rows } = await run((tx) =>
    sql<{ id: string }>`select person_id as id from root_summary
      where first_at >= ${most}::timestamptz and first_at < ${least}::timestamptz`.execute(tx),
  )
  return new Set(rows.flatMap(({ id }) => people.nodeOf.get(id) ?? []))
}
