import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { type Change, rootOf } from '#understand/index.ts'
import { EnishiError, LIMITS, uuidV7 } from '#vocabulary/index.ts'
import { drawCode } from './link-code.ts'
import { readTarget } from './link-target.ts'
import { getLink, type ListedLink, noLink } from './read-links.ts'

export interface LinkInput {
  target: string
  name: string
  campaign?: string | null | undefined
  member?: string | null | undefined
  person?: string | null | undefined
  channel?: string | null | undefined
  topic?: string | null | undefined
}

type LinkChange = { [Field in keyof LinkInput]?: LinkInput[Field] | undefined }

/**
 * Makes a link. Records `link.added`. Throws `bad-input` for a target that is no web address,
 * `not-found` for person, channel or topic, `conflict` for a code that is or was taken.
 */
export async function addLink(
  tx: Transaction,
  input: LinkInput & { code?: string | undefined },
  change: Change,
): Promise<ListedLink> {
  const { authorId, now, random } = change
  await refuseFull(tx)
  const id = uuidV7(now.getTime(), random)
  const added = await tx
    .insertInto('tracked_link')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, created_by: authorId, created_at: now },
      ...{ changed_at: now, name: input.name, target: readTarget(input.target) },
      code: input.code ?? drawCode(random),
      ...(await columnsOf(tx, input)),
    })
    // Also a code of another workspace, which nobody here may see.
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw takenCode()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'link.added', subjectId: id, authorId })
  return getLink(tx, id)
}

/** Changes a link. Records `link.changed` with the names of the fields. Throws as `addLink`. */
export async function patchLink(
  tx: Transaction,
  id: string,
  input: LinkChange,
  { authorId, now }: Change,
): Promise<ListedLink> {
  const { name, target } = input
  const { numUpdatedRows } = await tx
    .updateTable('tracked_link')
    .set({
      changed_at: now,
      ...(name === undefined ? {} : { name }),
      ...(target === undefined ? {} : { target: readTarget(target) }),
      ...(await columnsOf(tx, input)),
    })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw noLink()
  const detail = Object.keys(input)
  await writeEvent(tx, OWN_WORKSPACE, { name: 'link.changed', subjectId: id, detail, authorId })
  return getLink(tx, id)
}

/** Takes a link away; clicks stay, its code is given to no other. Records `link.removed`. */
export async function deleteLink(
  tx: Transaction,
  id: string,
  { authorId, now }: Change,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('tracked_link')
    .set({ removed_at: now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw noLink()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'link.removed', subjectId: id, authorId })
}

/** What is said of whose the link is; a member instead of a person takes the person's place. */
async function columnsOf(tx: Transaction, input: LinkChange) {
  const { campaign, member, person, channel, topic } = input
  if (member && person) throw twoAuthors()
  if (channel) await refuseUnknown(tx, 'channel', channel)
  if (topic) await refuseUnknown(tx, 'topic', topic)
  const personId = person ? await rootOf(tx, person) : person
  return {
    ...(campaign === undefined ? {} : { campaign: campaign || null }),
    ...(member === undefined ? {} : { member_id: member, ...(member && { person_id: null }) }),
    ...(personId === undefined
      ? {}
      : { person_id: personId, ...(personId && { member_id: null }) }),
    ...(channel === undefined ? {} : { channel_id: channel }),
    ...(topic === undefined ? {} : { topic_id: topic }),
  }
}

async function refuseUnknown(
  tx: Transaction,
  table: 'channel' | 'topic',
  id: string,
): Promise<void> {
  const found = await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (found !== undefined) return
  const words =
    table === 'channel'
      ? { en: 'There is no such channel.', ja: 'チャネルが見つかりません。' }
      : { en: 'There is no such topic.', ja: '話題が見つかりません。' }
  throw new EnishiError('bad-input', words, { field: table })
}

async function refuseFull(tx: Transaction): Promise<void> {
  const { links } = await tx
    .selectFrom('tracked_link')
    .select((counted) => counted.fn.countAll<number>().as('links'))
    .executeTakeFirstOrThrow()
  const most = LIMITS.linksPerWorkspaceMax
  if (links < most) return
  throw new EnishiError('conflict', {
    en: `A workspace has ${most} links at most, removed ones among them.`,
    ja: `リンクは削除済みも含めて、一つのワークスペースに${most}件までです。`,
  })
}

function takenCode(): EnishiError {
  const words = {
    en: 'This code is or was taken. Choose another, or leave it empty to be given one.',
    ja: 'このコードは使われているか、過去に使われました。別のコードにするか、空欄にして自動で割り当ててください。',
  }
  return new EnishiError('conflict', words, { field: 'code' })
}

function twoAuthors(): EnishiError {
  const words = {
    en: 'A link is handed out by a member or by a person outside, not by both.',
    ja: 'リンクの配布者は、メンバーか社外の人物のどちらか一方にしてください。',
  }
  return new EnishiError('bad-input', words, { field: 'person' })
}
