import type { LanguageDetector } from '#language/index.ts'
import type { ReaderRef } from '#listen/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import type { Reader } from '#vocabulary/index.ts'
import { applyDelta, unpackDelta } from './model-delta.ts'
import { createReader } from './reader.ts'
import type { ReaderModel } from './reader-model.ts'

/** Gives the reader of a workspace at a version of its model. */
export type ReaderSource = (ref: ReaderRef | undefined) => Promise<Reader>

/** Gets the packed delta of a version; null where there is none. */
export type FetchDelta = (ref: ReaderRef) => Promise<Uint8Array | null>

/** A reader takes some 6 MB; a thread keeps those of so many workspaces. */
const READERS_KEPT = 4

/**
 * Readers over one base: the base itself for version 0, and for others the base with the delta of
 * that version, which is fetched once and kept while it is in use. A delta over another base is of an
 * earlier version of Enishi: the base then reads alone.
 */
export function createReaders(
  detector: LanguageDetector,
  base: ReaderModel,
  fetchDelta: FetchDelta,
): ReaderSource {
  const make = (model: ReaderModel) => createReader(detector, model)
  const ofBase = Promise.resolve(make(base))
  const kept = new Map<string, Promise<Reader>>()
  const models = createModels(base, fetchDelta)
  const learn = async (ref: ReaderRef) => {
    const model = await models(ref)
    return model === null ? ofBase : make(model)
  }
  return (ref) => {
    if (ref === undefined || ref.version === 0) return ofBase
    const key = `${ref.workspaceId} ${ref.version}`
    const reader = kept.get(key) ?? learn(ref)
    // Used last stands last; what was not used for longest goes.
    kept.delete(key)
    kept.set(key, reader)
    reader.catch(() => kept.delete(key))
    if (kept.size > READERS_KEPT) kept.delete(kept.keys().next().value ?? '')
    return reader
  }
}

/** Gives the model of a workspace at a version; null where nothing is left of it. */
export type ModelSource = (ref: ReaderRef) => Promise<ReaderModel | null>

/** Models over one base, made anew each time: for whoever looks into them. */
export function createModels(base: ReaderModel, fetchDelta: FetchDelta): ModelSource {
  return async (ref) => {
    if (ref.version === 0) return base
    const packed = await fetchDelta(ref)
    const delta = packed === null ? null : unpackDelta(packed)
    if (delta === null || delta.base !== base.name) return null
    return applyDelta(base, delta, ref.version)
  }
}

/** Deltas from the database. */
export function deltasOf(door: Door): FetchDelta {
  return ({ workspaceId, version }) =>
    door.inWorkspace(
      workspaceId,
      async (tx) => {
        const row = await tx
          .selectFrom('reader_model')
          .select('delta')
          .where('version', '=', version)
          .executeTakeFirst()
        return row?.delta ?? null
      },
      'background',
    )
}

/** What reads for the transaction's workspace now. */
export async function readerOf(tx: Transaction): Promise<ReaderRef> {
  const row = await tx
    .selectFrom('workspace')
    .select(['id', 'reader_version'])
    .executeTakeFirstOrThrow()
  return { workspaceId: row.id, version: row.reader_version }
}
