import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, uuidV7 } from '#vocabulary/index.ts'
import { giveNotices, takeNoticesBack } from '../notices/notices.ts'
import { searchKey } from '../search.ts'
import { type AboutInput, columnsOf } from '../subjects.ts'
import { getNote, type ListedNote, noNote } from './read-notes.ts'

export interface NewNote {
  text: string
  about: AboutInput
  /** Members. */
  mentions?: string[] | undefined
  /** What whoever adds it calls it: said again, the note that is there is answered as it is. */
  key?: string | undefined
}

/** Who changes a note: its author may, or who imported it, and those who manage. */
export interface NoteChange extends ChangeInWorkspace {
  manages: boolean
}

/** Writes a note. Records `note.added`. Throws `bad-input` for what is not there. */
export async function addNote(
  tx: Transaction,
  { text, about, mentions = [], key }: NewNote,
  change: ChangeInWorkspace,
): Promise<ListedNote> {
  const id = uuidV7(change.now.getTime(), change.random)
  const added = await tx
    .insertInto('note')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, key: key ?? null, text, search_key: searchKey(text) },
      ...(await columnsOf(tx, about)),
      ...{ author_id: change.authorId, created_at: change.now, edited_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return noteByKey(tx, key ?? '')
  await writeMentions(tx, id, mentions, change)
  await tell(tx, 'note.added', id, change)
  return getNote(tx, id)
}

async function noteByKey(tx: Transaction, key: string): Promise<ListedNote> {
  const row = await tx.selectFrom('note').select('id').where('key', '=', key).executeTakeFirst()
  if (row === undefined) throw noNote()
  return getNote(tx, row.id)
}

/** Whom the note calls is told so, and not any more whom it no longer calls. */
async function writeMentions(
  tx: Transaction,
  id: string,
  members: string[],
  change: ChangeInWorkspace,
): Promise<void> {
  await tx.deleteFrom('note_mention').where('note_id', '=', id).execute()
  await sql`
    insert into note_mention (workspace_id, member_id, note_id)
    select n.workspace_id, m.id, n.id from note n, unnest(${[...new Set(members)]}::uuid[]) as m (id)
    where n.id = ${id}::uuid`.execute(tx)
  await takeNoticesBack(tx, { noteId: id }, members)
  await giveNotices(tx, { kind: 'mentioned', of: { noteId: id }, members }, change)
}

/** Changes a note. Records `note.changed`. Throws `not-found`, `forbidden`. */
export async function patchNote(
  tx: Transaction,
  id: string,
  { text, mentions }: { text?: string | undefined; mentions?: string[] | undefined },
  change: NoteChange,
): Promise<ListedNote> {
  await refuseOthers(tx, id, change)
  if (text !== undefined) {
    const set = { text, search_key: searchKey(text), edited_at: change.now }
    await tx.updateTable('note').set(set).where('id', '=', id).execute()
  }
  if (mentions !== undefined) await writeMentions(tx, id, mentions, change)
  await tell(tx, 'note.changed', id, change)
  return getNote(tx, id)
}

/**
 * Removes a note; one that a list brought is not brought again by the same list. Records `note.removed`.
 * Throws `not-found`, `forbidden`.
 */
export async function deleteNote(tx: Transaction, id: string, change: NoteChange): Promise<void> {
  await refuseOthers(tx, id, change)
  await sql`
    insert into imported_note_removed (workspace_id, key, removed_at)
    select workspace_id, key, ${change.now} from note
    where id = ${id}::uuid and is_imported and key is not null
    on conflict do nothing`.execute(tx)
  await tx.deleteFrom('note').where('id', '=', id).execute()
  await tell(tx, 'note.removed', id, change)
}

async function refuseOthers(tx: Transaction, id: string, change: NoteChange): Promise<void> {
  const row = await tx
    .selectFrom('note')
    .select('author_id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw noNote()
  const isOwn = change.authorId !== null && row.author_id === change.authorId
  if (isOwn || change.manages) return
  throw new EnishiError('forbidden', {
    en: 'This note is somebody else’s. Ask them or a manager to change it, or write your own.',
    ja: 'ほかのメンバーが書いたメモです。書いた人か管理者に変更を依頼するか、自分のメモを追加してください。',
  })
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: ChangeInWorkspace,
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, authorId })
}
