import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import {
  EnishiError,
  LIMITS,
  RELATION_KINDS,
  type RelationCode,
  type RelationKind,
  type RelationSubject,
  uuidV7,
} from '#vocabulary/index.ts'
import type { Change } from '../change-topics.ts'

/** A kind of relation that the workspace added. */
export interface OwnRelationKind {
  /** What `kind` is wherever such a relation stands. */
  id: string
  nameJa: string
  nameEn: string
  appliesTo: RelationSubject
}

type KindInput = Omit<OwnRelationKind, 'id'>

/** The kinds that this workspace added, by their Japanese names. */
export async function listRelationKinds(tx: Transaction): Promise<OwnRelationKind[]> {
  return tx
    .selectFrom('relation_kind')
    .select(['id', 'name_ja as nameJa', 'name_en as nameEn', 'applies_to as appliesTo'])
    .orderBy('name_ja')
    .execute()
}

/** Adds a kind. Records `relation-kind.added`. Throws `conflict` for a name that is taken or too many. */
export async function addRelationKind(
  tx: Transaction,
  input: KindInput,
  { authorId, now, random }: Change,
): Promise<OwnRelationKind> {
  const id = uuidV7(now.getTime(), random)
  const known = await listRelationKinds(tx)
  if (known.length >= LIMITS.relationKindsMax) throw tooMany()
  refuseTaken(known, input)
  await tx
    .insertInto('relation_kind')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, created_by: authorId },
      ...{ name_ja: input.nameJa, name_en: input.nameEn, applies_to: input.appliesTo },
    })
    .execute()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'relation-kind.added', subjectId: id, authorId })
  return { id, ...input }
}

/** Renames a kind, or says of whom it is said. Records `relation-kind.changed`. Throws `not-found`, `conflict`. */
export async function patchRelationKind(
  tx: Transaction,
  id: string,
  change: { [Field in keyof KindInput]?: KindInput[Field] | undefined },
  { authorId }: Change,
): Promise<OwnRelationKind> {
  const known = await listRelationKinds(tx)
  const before = known.find((one) => one.id === id)
  if (before === undefined) throw noKind()
  const { nameJa = before.nameJa, nameEn = before.nameEn, appliesTo = before.appliesTo } = change
  const after = { id, nameJa, nameEn, appliesTo }
  refuseTaken(
    known.filter((one) => one.id !== id),
    after,
  )
  await tx
    .updateTable('relation_kind')
    .set({ name_ja: nameJa, name_en: nameEn, applies_to: appliesTo })
    .where('id', '=', id)
    .execute()
  const detail = Object.keys(change)
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'relation-kind.changed', subjectId: id, detail, authorId },
  })
  return after
}

/** Removes a kind. Records `relation-kind.removed`. Throws `not-found`, and `conflict` while it is used. */
export async function removeRelationKind(
  tx: Transaction,
  id: string,
  { authorId }: Change,
): Promise<void> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from relation where kind = ${id})
      or exists (select from relation_proposal where kind = ${id})
      or exists (select from programme where kind = ${id})
      or exists (select from relation_rule where kind = ${id})
      or exists (select from relation_rule_condition where organisation_kind = ${id}) as used
    from relation_kind where id = ${id}::uuid for update`.execute(tx)
  const [kind] = rows
  if (kind === undefined) throw noKind()
  if (kind.used) throw stillUsed()
  await tx.deleteFrom('relation_kind').where('id', '=', id).execute()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'relation-kind.removed', subjectId: id, authorId })
}

/** Throws `bad-input` for a kind that there isn't, or that is not said of such. */
export async function checkKinds(
  tx: Transaction,
  kinds: readonly RelationCode[],
  subject: 'person' | 'organisation',
): Promise<void> {
  const own = kinds.filter((kind) => !isBuiltIn(kind))
  if (own.length === 0) return
  const known = new Map((await listRelationKinds(tx)).map((kind) => [kind.id, kind.appliesTo]))
  for (const kind of own) {
    const appliesTo = known.get(kind)
    if (appliesTo === 'both' || appliesTo === subject) continue
    throw unknownKind()
  }
}

/** Throws `bad-input` for a kind that there isn't, whatever it is said of. */
export async function checkOwnKind(tx: Transaction, kind: RelationCode): Promise<void> {
  if (isBuiltIn(kind)) return
  const known = await listRelationKinds(tx)
  if (!known.some(({ id }) => id === kind)) throw unknownKind()
}

function isBuiltIn(kind: RelationCode): kind is RelationKind {
  return (RELATION_KINDS as readonly string[]).includes(kind)
}

function refuseTaken(known: readonly OwnRelationKind[], { nameJa, nameEn }: KindInput): void {
  const isTaken = (one: OwnRelationKind) => one.nameJa === nameJa || one.nameEn === nameEn
  if (!known.some(isTaken)) return
  throw new EnishiError(
    'conflict',
    {
      en: 'There is a kind of relation of this name already. Choose another name.',
      ja: '同じ名前の関係区分がすでにあります。別の名前にしてください。',
    },
    { field: 'nameJa' },
  )
}

function tooMany(): EnishiError {
  return new EnishiError('conflict', {
    en: `A workspace may add ${LIMITS.relationKindsMax} kinds of relation. Remove one that is not used.`,
    ja: `追加できる関係区分は${LIMITS.relationKindsMax}個までです。使っていないものを削除してください。`,
  })
}

function noKind(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such kind of relation in this workspace. Built-in kinds cannot be changed.',
      ja: 'この関係区分は見つかりません。あらかじめある区分は変更できません。',
    },
    { field: 'id' },
  )
}

function unknownKind(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'This kind of relation is not known here, or is not meant for this. Choose one of the list.',
      ja: 'この関係区分はここでは使えません。一覧から選んでください。',
    },
    { field: 'kind' },
  )
}

function stillUsed(): EnishiError {
  return new EnishiError('conflict', {
    en: 'Somebody is or was this, or a rule or programme speaks of it. Remove those first, or rename the kind.',
    ja: 'この区分の人物・企業・ルール・プログラムがあります。先にそれらを削除するか、区分の名前を変えてください。',
  })
}
