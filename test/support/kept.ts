import { sql } from 'kysely'
import { findSubjects, getBulkEdit, getCard, getHandover } from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { rootOf } from '#understand/index.ts'
import { newId, type TestWorkspace } from './workspace.ts'

/** What colleagues keep, one for each of two people. */
export interface KeptWorld {
  owners: string[]
  tags: string[]
  fields: string[]
  handovers: string[]
  edits: string[]
}

type Reader = (tx: Transaction, id: string, world: KeptWorld) => Promise<string[]>

const PAGE = { limit: 100 }

async function among(
  all: readonly string[],
  holds: (one: string) => Promise<boolean>,
): Promise<string[]> {
  const found: string[] = []
  for (const one of all) if (await holds(one)) found.push(one)
  return found
}

/** The readers of what colleagues keep of people, by foreign key. */
export const KEPT_READERS: Record<string, Record<string, Reader>> = {
  'owner.person_id': {
    'who looks after the person': async (tx, id) => {
      const { owners } = await getCard(tx, { kind: 'person', id }, new Date())
      // Whoever looked after the one before the merge may look after both since.
      return [...new Set(owners.map(({ member }) => member?.id ?? ''))]
    },
    'people?owner=': async (tx, id, { owners }) => {
      const root = await rootOf(tx, id)
      return among(owners, async (owner) =>
        (await findSubjects(tx, 'person', { owner }, PAGE)).items.includes(root),
      )
    },
  },
  'tagging.person_id': {
    'tags of the person': async (tx, id) =>
      (await getCard(tx, { kind: 'person', id }, new Date())).tags.map((one) => one.name),
    'people?tag=': async (tx, id, { tags }) => {
      const root = await rootOf(tx, id)
      return among(tags, async (tag) =>
        (await findSubjects(tx, 'person', { tag }, PAGE)).items.includes(root),
      )
    },
  },
  'custom_value.person_id': {
    'fields of the person': async (tx, id) =>
      (await getCard(tx, { kind: 'person', id }, new Date())).fields.flatMap(({ value }) =>
        typeof value === 'string' ? [value] : [],
      ),
    'people?field=': async (tx, id, { fields }) => {
      const root = await rootOf(tx, id)
      return among(fields, async (field) => {
        const filter = { fields: [{ field, contains: 'VALUE' }] }
        return (await findSubjects(tx, 'person', filter, PAGE)).items.includes(root)
      })
    },
  },
  'handover_item.person_id': {
    'what went along': async (tx, id, { handovers }) => {
      const root = await rootOf(tx, id)
      return among(handovers, async (one) =>
        (await getHandover(tx, one)).items.some((item) => item.id === root),
      )
    },
  },
  'bulk_edit_row.person_id': {
    'rows that stayed': async (tx, id, { edits }) => {
      const root = await rootOf(tx, id)
      return among(edits, async (one) =>
        (await getBulkEdit(tx, one)).keptRows.some((row) => row.id === root),
      )
    },
  },
}

/** What colleagues keep of both: the first has a main owner, the other a second one. */
export async function plantKept({ id: own, run }: TestWorkspace, people: [string, string]) {
  const ids = () => [newId(), newId()]
  const kept = { owners: ids(), tags: ids(), fields: ids(), handovers: ids(), edits: ids() }
  for (const [i, person] of people.entries()) {
    const of = (list: string[]) => list[i] ?? ''
    await run(async (tx) => {
      await sql`insert into owner (workspace_id, id, person_id, rank, member_id, since)
        values (${own}, ${newId()}, ${person}, ${['main', 'second'][i]}, ${of(kept.owners)}, now())`.execute(
        tx,
      )
      await sql`insert into tag (workspace_id, id, name, name_key, created_at)
        values (${own}, ${of(kept.tags)}, ${`t${i}`}, ${`t${i}`}, now())`.execute(tx)
      await sql`insert into tagging (workspace_id, id, tag_id, person_id, added_at)
        values (${own}, ${newId()}, ${of(kept.tags)}, ${person}, now())`.execute(tx)
      await sql`insert into custom_field (workspace_id, id, subject, name, name_key, kind, position, created_at)
        values (${own}, ${of(kept.fields)}, 'person', ${`f${i}`}, ${`f${i}`}, 'text', 0, now())`.execute(
        tx,
      )
      await sql`insert into custom_value (workspace_id, id, field_id, person_id, value, changed_at)
        values (${own}, ${newId()}, ${of(kept.fields)}, ${person}, to_jsonb(${`value ${i}`}::text), now())`.execute(
        tx,
      )
      await sql`insert into handover (workspace_id, id, from_id, to_id, reason, summary, made_at)
        values (${own}, ${of(kept.handovers)}, ${newId()}, ${newId()}, 'leave', 'x', now())`.execute(
        tx,
      )
      await sql`insert into handover_item (workspace_id, id, handover_id, person_id)
        values (${own}, ${newId()}, ${of(kept.handovers)}, ${person})`.execute(tx)
      await sql`insert into bulk_edit (workspace_id, id, subject, change, made_at)
        values (${own}, ${of(kept.edits)}, 'person', '{}', now())`.execute(tx)
      await sql`insert into bulk_edit_row (workspace_id, id, bulk_edit_id, person_id, before, after, outcome)
        values (${own}, ${newId()}, ${of(kept.edits)}, ${person}, 'false', 'true', 'kept')`.execute(
        tx,
      )
    })
  }
  return kept
}
