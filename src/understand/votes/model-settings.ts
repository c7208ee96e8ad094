import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { Seal } from '#store/seal.ts'
import { EnishiError, type VoteFailure } from '#vocabulary/index.ts'
import { modelAddress } from './model-address.ts'
import { NO_VOTES_YET, readVoteDay, type VoteDay } from './vote-day.ts'

/** The language model of a workspace as its managers see it. The key goes in and never comes out. */
export interface ModelSettings {
  isOn: boolean
  address: string
  model: string
  hasKey: boolean
  votesPerDay: number
  postsPerRequest: number
  today: VoteDay
  /** Of the last request, where it failed. */
  trouble: { failure: VoteFailure; status: number | null; at: string; nextTryAt: string } | null
  answeredAt: string | null
}

export interface ModelChange {
  isOn?: boolean | undefined
  address?: string | undefined
  model?: string | undefined
  /** Null takes it away. */
  key?: string | null | undefined
  votesPerDay?: number | undefined
  postsPerRequest?: number | undefined
}

const UNSET = {
  ...{ is_on: false, address: '', model: '', sealed_key: null as Buffer | null },
  ...{ votes_per_day: 200, posts_per_request: 1 },
}

export async function readModelSettings(
  tx: Transaction,
  workspaceId: string,
  now: Date,
): Promise<ModelSettings> {
  const row = await modelRow(tx)
  const today = await readVoteDay(tx, workspaceId, now)
  return {
    ...shownFields(row ?? UNSET),
    today: today ?? NO_VOTES_YET,
    trouble: row === undefined ? null : troubleIn(row),
    answeredAt: row?.answered_at?.toISOString() ?? null,
  }
}

function modelRow(tx: Transaction) {
  return tx.selectFrom('language_model').selectAll().executeTakeFirst()
}

function shownFields(row: typeof UNSET) {
  return {
    ...{ isOn: row.is_on, address: row.address, model: row.model, hasKey: row.sealed_key !== null },
    ...{ votesPerDay: row.votes_per_day, postsPerRequest: row.posts_per_request },
  }
}

function troubleIn(row: NonNullable<Awaited<ReturnType<typeof modelRow>>>) {
  const { failure, failure_status: status, failed_at: at, next_try_at: next } = row
  if (failure === null || at === null) return null
  return { failure, status, at: at.toISOString(), nextTryAt: (next ?? at).toISOString() }
}

/**
 * Changes the settings; what failed before is tried anew at once. A key stays only where the address
 * leads to the same server: else whoever may enter an address could have it sent to their own.
 * Records `language-model.changed` with the names of the fields. Throws `bad-input` for an address
 * that is none, and where it is to be used without address or model.
 */
export async function changeModelSettings(
  tx: Transaction,
  workspaceId: string,
  change: ModelChange,
  by: { authorId: string | null; now: Date; seal: Seal },
): Promise<ModelSettings> {
  const settled = {
    ...change,
    ...(change.address === undefined ? {} : { address: modelAddress(change.address) }),
  }
  await ensureRow(tx, workspaceId)
  const before = (await modelRow(tx)) ?? UNSET
  const after = {
    is_on: settled.isOn ?? before.is_on,
    address: settled.address ?? before.address,
    model: settled.model ?? before.model,
    sealed_key: keyAfter(before, settled, workspaceId, by.seal),
    votes_per_day: settled.votesPerDay ?? before.votes_per_day,
    posts_per_request: settled.postsPerRequest ?? before.posts_per_request,
  }
  refuseIncomplete(after)
  const anew = { failure: null, failure_status: null, failed_at: null, next_try_at: null }
  await tx
    .updateTable('language_model')
    .set({ ...after, ...anew, failures_in_row: 0 })
    .where('workspace_id', '=', workspaceId)
    .execute()
  const detail = Object.entries(change).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  )
  const { authorId } = by
  await writeEvent(tx, OWN_WORKSPACE, { name: 'language-model.changed', detail, authorId })
  return readModelSettings(tx, workspaceId, by.now)
}

/** Locked until the transaction ends. */
async function ensureRow(tx: Transaction, workspaceId: string): Promise<void> {
  await sql`
    insert into language_model (workspace_id) values (${workspaceId})
    on conflict (workspace_id) do update set workspace_id = excluded.workspace_id
  `.execute(tx)
}

function keyAfter(
  before: Pick<typeof UNSET, 'address' | 'sealed_key'>,
  { key, address }: ModelChange,
  workspaceId: string,
  seal: Seal,
): Buffer | null {
  if (typeof key === 'string') return seal.close(key, keyPurpose(workspaceId))
  if (key === null || before.sealed_key === null) return null
  return address === undefined || isSameServer(before.address, address) ? before.sealed_key : null
}

function isSameServer(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin
}

/** What the key of a workspace is sealed for. */
export function keyPurpose(workspaceId: string): string {
  return `language model of ${workspaceId}`
}

function refuseIncomplete(after: { is_on: boolean; address: string; model: string }): void {
  if (!after.is_on) return
  const field = after.address === '' ? 'address' : 'model'
  if (after[field] !== '') return
  throw new EnishiError(
    'bad-input',
    {
      en: 'To use a language model, enter its address and its name.',
      ja: '言語モデルを使うには、アドレスとモデル名を入力してください。',
    },
    { field },
  )
}
