import type { Listed, PageRequest } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { findOrganisations, findPeople } from '#understand/index.ts'
import {
  type DealState,
  LIMITS,
  type RelationCode,
  type Stage,
  type SubjectKind,
} from '#vocabulary/index.ts'
import { findDeals } from '../deals/read-deals.ts'
import { type CardFilter, narrow } from './narrow.ts'

/** What a list is narrowed to; what makes no sense for its subject is not looked at. */
export interface ListFilter extends CardFilter {
  q?: string | undefined
  /** What a person talks about, or a deal is about. */
  topic?: string | undefined
  /** Where a person stands. */
  stage?: Stage | undefined
  /** What a person or organisation is to us. */
  relation?: RelationCode | undefined
  /** Of people and deals. */
  organisation?: string | undefined
  /** Of deals. */
  state?: DealState | undefined
  pipeline?: string | undefined
}

/**
 * Ids of the people, organisations or deals that hold the filter, by name. A page may be short with
 * a `next` that goes on. Throws `bad-input` for a cursor of another list and a field that is gone.
 */
export async function findSubjects(
  tx: Transaction,
  kind: SubjectKind,
  filter: ListFilter,
  page: PageRequest,
): Promise<Listed<string>> {
  const { q, topic, stage, relation, organisation, state, pipeline } = filter
  const narrowed = await narrow(tx, kind, filter)
  const { also } = narrowed
  const sort = 'name'
  if (kind === 'person') {
    return findPeople(tx, { q, topic, stage, relation, organisation, ...narrowed, sort }, page)
  }
  if (kind === 'organisation') return findOrganisations(tx, { q, relation, also, sort }, page)
  return findDeals(tx, { q, topic, organisation, state, pipeline, also, sort }, page)
}

const FOUND_AT_ONCE = 1_000

/** All of them, at most so many, and whether there are more. */
export async function findAll(
  tx: Transaction,
  kind: SubjectKind,
  filter: ListFilter,
  max: number = LIMITS.listedCountMax,
): Promise<{ ids: string[]; isMore: boolean }> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = { limit: FOUND_AT_ONCE, ...(cursor === undefined ? {} : { cursor }) }
    const { items, next } = await findSubjects(tx, kind, filter, page)
    ids.push(...items)
    cursor = next ?? undefined
  } while (cursor !== undefined && ids.length <= max)
  return { ids: ids.slice(0, max), isMore: ids.length > max }
}
