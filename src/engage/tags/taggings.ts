import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import {
  type CardChange,
  journalCard,
  newRowId,
  type Subject,
  subjectColumns,
  tell,
} from '../subject-rows.ts'
import { type Tag, tagsThere } from './tags.ts'

/** The tags that a subject carries, by name; of merged people the root's, to which merges bring theirs. */
export async function tagsOf(tx: Transaction, { id: subjectId }: Subject): Promise<Tag[]> {
  const { rows } = await sql<Tag>`
    select t.id, t.name, t.name_key from tagging g join tag t on t.id = g.tag_id
    where g.subject_id = ${subjectId}::uuid order by t.name_key`.execute(tx)
  return rows.map(({ id, name }) => ({ id, name }))
}

/** Whether the subject carries the tag. */
export async function carries(tx: Transaction, { id }: Subject, tagId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from tagging where tag_id = ${tagId}::uuid and subject_id = ${id}::uuid`.execute(tx)
  return rows.length > 0
}

/**
 * Adds and removes tags (`<subject>.tagged`); what is so already stays. Of merged people the root's
 * alone; a person's are journalled. Throws `bad-input` for a tag
 * that is not there, and `conflict` for too many.
 */
export async function changeTags(
  tx: Transaction,
  subject: Subject,
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
  change: ChangeInWorkspace,
): Promise<void> {
  await tagsThere(tx, add, 'addTags')
  const before = (await tagsOf(tx, subject)).map(({ id }) => id)
  const added = [...new Set(add)].filter((id) => !before.includes(id) && !remove.includes(id))
  const removed = before.filter((id) => remove.includes(id))
  if (before.length + added.length - removed.length > LIMITS.tagsPerSubjectMax) throw tooMany()
  if (removed.length > 0) {
    await sql`delete from tagging
      where tag_id = any(${removed}::uuid[]) and subject_id = ${subject.id}::uuid`.execute(tx)
  }
  for (const tagId of added) {
    await tx
      .insertInto('tagging')
      .values({
        ...{ workspace_id: OWN_WORKSPACE, id: newRowId(change), tag_id: tagId },
        ...subjectColumns(subject),
        ...{ added_at: change.now, added_by: change.authorId },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (added.length + removed.length === 0) return
  const changes: CardChange[] = [
    ...added.map((id) => ({ field: `tag:${id}`, from: null, to: 'true' }) as const),
    ...removed.map((id) => ({ field: `tag:${id}`, from: 'true', to: null }) as const),
  ]
  await journalCard(tx, subject, changes, change)
  await tell(tx, `${subject.kind}.tagged`, subject.id, change, ['tags'])
}

function tooMany(): EnishiError {
  const max = LIMITS.tagsPerSubjectMax
  return new EnishiError(
    'conflict',
    {
      en: `It carries ${max} tags, the most there may be. Remove some first.`,
      ja: `付けられるタグは${max}個までです。不要なタグを外してください。`,
    },
    { field: 'addTags' },
  )
}
