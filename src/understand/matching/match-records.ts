import { availableParallelism } from 'node:os'
import type { PairJudgement } from '#vocabulary/index.ts'
import { candidatePairs } from './candidate-pairs.ts'
import { clusterPairs, type Link } from './cluster-pairs.ts'
import { forgetOthers, THREADS_FROM_PAIRS } from './compare-candidates.ts'
import type { ReadPhone } from './compare-contacts.ts'
import { type Estimated, estimateAgain, estimateParameters } from './estimate-parameters.ts'
import { REVIEW_FROM } from './match-parameters.ts'
import type { MatchRecord } from './match-record.ts'
import { PairWeights } from './pair-weights.ts'
import { RecordTable } from './record-table.ts'
import { TableEvidence } from './table-evidence.ts'
import { type Impersonal, judgementOf, verdictOf, type Weighed, weighPair } from './verdicts.ts'

export interface MatchedPair extends PairJudgement {
  a: string
  b: string
}

/** Which records of a table are the same person. */
export interface Matched {
  /** Pairs worth a look or joined, by their records. */
  pairs(): Generator<MatchedPair, void, undefined>
  /** Every record in one cluster, in the order of ids. */
  clusters: string[][]
  estimated: Estimated
  /** Pairs that were compared. */
  compared: number
}

/** Members of a cluster that are this much against each other keep it apart. */
const CONTRADICT_BELOW = -3
/** Likelier than not one person or one household: not two strangers, among whom chance is measured. */
function areTied({ logOdds, household }: Weighed): boolean {
  return logOdds > 0 || household < -Math.LN2
}

/**
 * Which of the records are the same person, from scratch: candidates by blocking keys, parameters by
 * EM, once more over the people found, verdicts, clusters. Deterministic, whatever the order of records.
 */
export function matchRecords(
  records: Iterable<MatchRecord>,
  readPhone: ReadPhone,
  threads?: number,
): Matched {
  const table = new RecordTable(readPhone)
  for (const record of records) table.add(record)
  return matchTable(table, threads)
}

/** Two threads compare where there is much to compare; the answer is the same for any number. */
const THREADS_MAX = 2

function threadsFor(pairs: number): number {
  return pairs < THREADS_FROM_PAIRS ? 1 : Math.min(THREADS_MAX, availableParallelism())
}

/** Each step lets go of what the next doesn't need: pairs and values by the million. */
export function matchTable(table: RecordTable, threads?: number): Matched {
  table.sortById()
  const { evidence, first, compared } = compareAll(table, threads)
  const people = findPeople(table, evidence, first)
  const estimated = estimateAgain(table, evidence, people, first)
  return { ...decide(table, evidence, estimated), compared }
}

function compareAll(
  table: RecordTable,
  threads: number | undefined,
): { evidence: TableEvidence; first: Estimated; compared: number } {
  const candidates = candidatePairs(table)
  const compared = candidates.first.length
  const evidence = new TableEvidence(table, table.columns())
  const comparing = threads ?? threadsFor(compared)
  if (comparing > 1) forgetOthers(evidence.columns)
  const first = estimateParameters(table, evidence, candidates, comparing)
  return { evidence, first, compared }
}

/** One record of each person, as far as the first estimate tells. */
function findPeople(table: RecordTable, evidence: TableEvidence, first: Estimated): Int32Array {
  const { links } = scan(table, evidence, first, areTied)
  const { rootOf } = clusterPairs(table.size, links, () => false)
  return rootOf.filter((root, record) => root === record)
}

function decide(
  table: RecordTable,
  evidence: TableEvidence,
  estimated: Estimated,
): Omit<Matched, 'compared'> {
  const { weights, kept, links } = scan(
    table,
    evidence,
    estimated,
    ({ logOdds }) => logOdds >= REVIEW_FROM,
  )
  const same = links.filter(({ isSame }) => isSame)
  const contradict = (a: number, b: number) => {
    evidence.read(a, b)
    return weighPair(weights, evidence, impersonalOf(table, a, b)).logOdds < CONTRADICT_BELOW
  }
  const { rootOf } = clusterPairs(table.size, same, contradict)
  function* judged(): Generator<MatchedPair, void, undefined> {
    for (const row of kept) {
      evidence.readRow(row)
      const { a, b } = evidence
      const weighed = weighPair(weights, evidence, impersonalOf(table, a, b))
      const isApart = rootOf[a] !== rootOf[b]
      const judgement = judgementOf(weighed, weights, evidence, isApart)
      yield { a: table.ids[a] ?? '', b: table.ids[b] ?? '', ...judgement }
    }
  }
  const clusters = clustersOf(table, rootOf)
  return { pairs: judged, clusters, estimated }
}

interface Scanned {
  weights: PairWeights
  /** Rows of the pairs taken. */
  kept: number[]
  links: (Link & { isSame: boolean })[]
}

function scan(
  table: RecordTable,
  evidence: TableEvidence,
  { parameters, frequencies }: Estimated,
  isTaken: (weighed: Weighed) => boolean,
): Scanned {
  const weights = new PairWeights(parameters)
  evidence.frequencies = frequencies
  const kept: number[] = []
  const links: Scanned['links'] = []
  for (let row = 0; row < evidence.rows; row++) {
    evidence.readRow(row)
    const { a, b } = evidence
    const weighed: Weighed = weighPair(weights, evidence, impersonalOf(table, a, b))
    if (!isTaken(weighed)) continue
    kept.push(row)
    links.push({ a, b, logOdds: weighed.logOdds, isSame: verdictOf(weighed) === 'same' })
  }
  return { weights, kept, links }
}

function impersonalOf({ impersonal }: RecordTable, a: number, b: number): Impersonal {
  const count = (impersonal[a] ?? 0) + (impersonal[b] ?? 0)
  if (count === 0) return 'neither'
  return count === 1 ? 'one' : 'both'
}

function clustersOf({ ids, size }: RecordTable, rootOf: Int32Array): string[][] {
  const members = new Map<number, string[]>()
  for (let record = 0; record < size; record++) {
    const root = rootOf[record] ?? record
    const list = members.get(root)
    if (list === undefined) members.set(root, [ids[record] ?? ''])
    else list.push(ids[record] ?? '')
  }
  return [...members.values()]
}
