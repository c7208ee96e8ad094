import { sql } from 'kysely'
import type { Listed, PageRequest } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { behind, type Order, orderBy, type Placed, pageOf, placeOf } from '../keyset.ts'
import { allOf, holdsWords, searchedWords } from '../search.ts'
import {
  ABOUT,
  type About,
  type AboutFilter,
  type AboutRow,
  type Colleague,
  colleague,
  isAbout,
  readAbout,
} from '../subjects.ts'

export interface ListedNote {
  id: string
  key: string | null
  text: string
  about: About
  /** Of an imported one: who imported it. */
  author: Colleague | null
  isImported: boolean
  mentions: Colleague[]
  createdAt: string
  editedAt: string | null
}

export interface NoteFilter extends AboutFilter {
  q?: string | undefined
  author?: string | undefined
  /** Notes that call this member. */
  mentions?: string | undefined
}

const NEWEST: Order = {
  ...{ name: 'new', column: sql`r.created_at`, id: sql`r.id` },
  ...{ type: 'timestamptz', isDown: true },
}

/** Notes, newest first. Throws `bad-input` for a cursor of another list. */
export async function listNotes(
  tx: Transaction,
  filter: NoteFilter,
  page: PageRequest,
): Promise<Listed<ListedNote>> {
  const { author, mentions } = filter
  const conditions = [
    ...(await isAbout(tx, filter)),
    ...(author === undefined ? [] : [sql`r.author_id = ${author}::uuid`]),
    ...(mentions === undefined
      ? []
      : [sql`r.id in (select note_id from note_mention where member_id = ${mentions}::uuid)`]),
    holdsWords(sql`r.search_key`, searchedWords(filter.q)),
    behind(NEWEST, page.cursor),
  ]
  const { rows } = await sql<Placed>`
    select ${placeOf(NEWEST)} from note r where ${allOf(conditions)}
    ${orderBy(NEWEST)} limit ${page.limit + 1}`.execute(tx)
  return pageOf(rows, page, NEWEST, (ids) => hydrateNotes(tx, ids))
}

interface NoteRow extends AboutRow {
  id: string
  key: string | null
  text: string
  author_id: string | null
  is_imported: boolean
  mentions: string[]
  created_at: Date
  edited_at: Date | null
}

/** The notes with these ids, in their order. */
export async function hydrateNotes(tx: Transaction, ids: readonly string[]): Promise<ListedNote[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NoteRow>`
    select r.*, array(select m.member_id::text from note_mention m where m.note_id = r.id
      order by m.member_id) as mentions, ${ABOUT.columns}
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, n)
    cross join lateral (select * from note where note.id = wanted.id offset 0) r
    ${ABOUT.joins} order by wanted.n`.execute(tx)
  return rows.flatMap((row) => {
    const about = readAbout(row)
    return about === null ? [] : [showNote(row, about)]
  })
}

function showNote(row: NoteRow, about: About): ListedNote {
  const { id, key, text } = row
  return {
    ...{ id, key, text, about },
    author: colleague(row.author_id),
    isImported: row.is_imported,
    mentions: row.mentions.map((member) => ({ id: member, name: null })),
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
  }
}

/** One note. Throws `not-found`. */
export async function getNote(tx: Transaction, id: string): Promise<ListedNote> {
  const [note] = await hydrateNotes(tx, [id])
  if (note === undefined) throw noNote()
  return note
}

export function noNote(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such note. It may have been removed.',
      ja: 'このメモは見つかりません。削除された可能性があります。',
    },
    { field: 'id' },
  )
}
