import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type ContactWishes, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'

/** What a list says of one person. */
export interface WishesOf {
  personId: string
  wishes: ContactWishes
}

interface Recording {
  workspaceId: string
  at: Date
  random: RandomBytes
}

/**
 * Records what lists say of who may be contacted. What is closed stays closed whatever a list leaves
 * unticked, and what a member lifted, or somebody withdrew, is not said again by a list. Answers those of
 * whom it was news.
 */
export async function recordWishes<Told extends WishesOf>(
  tx: Transaction,
  recording: Recording,
  told: readonly Told[],
): Promise<Set<Told>> {
  const closed = await closeAll(tx, recording, told)
  const agreed = await agreeAll(tx, recording, told)
  return new Set(told.filter(({ personId }) => closed.has(personId) || agreed.has(personId)))
}

async function closeAll(tx: Transaction, recording: Recording, told: readonly WishesOf[]) {
  const { workspaceId, at, random } = recording
  const rows = told.flatMap(({ personId, wishes }) =>
    wishes.closed.map(({ channel, reason }) => ({ personId, channel, text: reason })),
  )
  if (rows.length === 0) return new Set<string>()
  const { rows: news } = await sql<{ personId: string }>`
    insert into do_not_contact (workspace_id, id, person_id, channel, since, reason, is_imported)
    select ${workspaceId}::uuid, u.id, u.person_id, u.channel, ${at}, u.text, true
    from unnest(${rows.map(() => uuidV7(at.getTime(), random))}::uuid[],
      ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.channel)}::text[],
      ${rows.map((row) => row.text)}::text[]) as u(id, person_id, channel, text)
    where not exists (select from do_not_contact d where d.workspace_id = ${workspaceId}
      and d.person_id = u.person_id and d.channel = u.channel
      and (d.lifted_at is null or d.is_imported))
    on conflict (workspace_id, person_id, channel) where lifted_at is null do nothing
    returning person_id as "personId"`.execute(tx)
  return new Set(news.map(({ personId }) => personId))
}

async function agreeAll(tx: Transaction, recording: Recording, told: readonly WishesOf[]) {
  const { workspaceId, at, random } = recording
  const byKey = new Map(
    told.flatMap(({ personId, wishes }) =>
      wishes.agreed.map(
        ({ channel, text }) => [`${personId} ${channel}`, { personId, channel, text }] as const,
      ),
    ),
  )
  const rows = [...byKey.values()]
  if (rows.length === 0) return new Set<string>()
  const { rows: news } = await sql<{ personId: string }>`
    insert into contact_consent (workspace_id, id, person_id, channel, given_at, how, text_shown,
      recorded_at, is_imported)
    select ${workspaceId}::uuid, u.id, u.person_id, u.channel, ${at}, 'other', u.text, ${at}, true
    from unnest(${rows.map(() => uuidV7(at.getTime(), random))}::uuid[],
      ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.channel)}::text[],
      ${rows.map((row) => row.text)}::text[]) as u(id, person_id, channel, text)
    where not exists (select from contact_consent c where c.workspace_id = ${workspaceId}
      and c.person_id = u.person_id and c.channel = u.channel)
    returning person_id as "personId"`.execute(tx)
  return new Set(news.map(({ personId }) => personId))
}
