import { sql } from 'kysely'
import { buildGraph, EdgeBuffer, type Graph } from '#graph/index.ts'
import type { Transaction } from '#store/door.ts'
import { type HandleTie, loadTies, type TieSpan } from '#understand/index.ts'

/** Runs one transaction in the workspace. */
export type Run = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** People as nodes of a graph, numbered in the order in which they were met. */
export interface TiedPeople {
  /** Both directions of a tie as one, weighted by strength. */
  graph: Graph
  /** Root persons, by node. */
  personIds: string[]
  /** Accounts of each node that have a tie, in the order of their ids. */
  handles: string[][]
  nodeOf: Map<string, number>
  /** The node of each account. */
  nodeOfHandle: Map<string, number>
  /** Pairs of people with a tie, and those in which both turned to the other. */
  mutual: { first: Uint32Array; second: Uint32Array; isMutual: Uint8Array }
  /** Ties of accounts that are nobody's: of bots and organisations. */
  outside: { handleId: string; node: number }[]
}

const TIES_AT_ONCE = 20_000
const HANDLES_AT_ONCE = 5_000

/**
 * Who turned to whom over a span, by person as they are shown today. Bots and organisations are not
 * people; their ties stand apart. Ties between two accounts of one person are none.
 */
export async function loadPeople(run: Run, span: TieSpan): Promise<TiedPeople> {
  const ties: HandleTie[] = []
  let after: HandleTie | null = null
  for (;;) {
    const from: HandleTie | null = after
    const page: HandleTie[] = await run((tx) => loadTies(tx, span, from, TIES_AT_ONCE))
    for (const tie of page) ties.push(tie)
    after = page.at(-1) ?? null
    if (page.length < TIES_AT_ONCE) break
  }
  const owners = await loadOwners(run, ties)
  return gather(ties, owners)
}

/** Account to root person; bots and organisations are nobody (null). */
async function loadOwners(
  run: Run,
  ties: readonly HandleTie[],
): Promise<Map<string, string | null>> {
  const ids = [...new Set(ties.flatMap(({ from, to }) => [from, to]))].sort()
  const owners = new Map<string, string | null>()
  for (let at = 0; at < ids.length; at += HANDLES_AT_ONCE) {
    const some = ids.slice(at, at + HANDLES_AT_ONCE)
    const { rows } = await run((tx) =>
      sql<{ handleId: string; personId: string | null }>`
        select h.id as "handleId", case when h.kind in ('bot', 'organisation')
          or exists (select from organisation_handle o where o.workspace_id = h.workspace_id
            and o.handle_id = h.id) then null else hp.person_id end as "personId"
        from unnest(${some}::uuid[]) as wanted (id)
        cross join lateral (select * from handle where handle.id = wanted.id offset 0) h
        cross join lateral (
          select person_id from handle_person where handle_person.handle_id = wanted.id offset 0) hp
      `.execute(tx),
    )
    for (const { handleId, personId } of rows) owners.set(handleId, personId)
  }
  return owners
}

function gather(
  ties: readonly HandleTie[],
  owners: ReadonlyMap<string, string | null>,
): TiedPeople {
  const nodeOf = new Map<string, number>()
  const nodeOfHandle = new Map<string, number>()
  const personIds: string[] = []
  const handles: string[][] = []
  const nodeFor = (handleId: string): number | undefined => {
    const known = nodeOfHandle.get(handleId)
    if (known !== undefined) return known
    const personId = owners.get(handleId)
    if (personId === undefined || personId === null) return undefined
    const node = nodeOf.get(personId) ?? personIds.length
    if (node === personIds.length) {
      nodeOf.set(personId, node)
      personIds.push(personId)
      handles.push([])
    }
    nodeOfHandle.set(handleId, node)
    handles[node]?.push(handleId)
    return node
  }
  const edges = new EdgeBuffer(ties.length)
  const outside: TiedPeople['outside'] = []
  for (const { from, to, strength } of ties) {
    const [a, b] = [nodeFor(from), nodeFor(to)]
    if (a !== undefined && b !== undefined) {
      if (a !== b && strength > 0) edges.add(a, b, strength)
    } else if (a !== undefined && owners.get(to) === null) outside.push({ handleId: to, node: a })
    else if (b !== undefined && owners.get(from) === null) outside.push({ handleId: from, node: b })
  }
  for (const some of handles) some.sort()
  const list = edges.list(personIds.length)
  const mutual = mutualPairs(buildGraph(list, { rows: 'out' }))
  return {
    ...{ graph: buildGraph(list, { rows: 'both' }), personIds, handles, nodeOf, nodeOfHandle },
    ...{ mutual, outside },
  }
}

/** Each pair once, and whether both turned to the other. */
function mutualPairs({ nodes, offsets, targets }: Graph): TiedPeople['mutual'] {
  const known = new Set<number>()
  for (let v = 0; v < nodes; v++) {
    for (let e = offsets[v] as number; e < (offsets[v + 1] as number); e++) {
      known.add(v * nodes + (targets[e] as number))
    }
  }
  const [first, second, isMutual]: [number[], number[], number[]] = [[], [], []]
  for (const key of known) {
    const v = Math.floor(key / nodes)
    const u = key % nodes
    const hasBack = known.has(u * nodes + v)
    if (hasBack && u < v) continue
    first.push(v)
    second.push(u)
    isMutual.push(hasBack ? 1 : 0)
  }
  return {
    first: Uint32Array.from(first),
    second: Uint32Array.from(second),
    isMutual: Uint8Array.from(isMutual),
  }
}
