import { sql } from 'kysely'
import { appendAudit } from '#store/audit-chain.ts'
import type { Transaction } from '#store/door.ts'
import { mergePeople } from '#understand/index.ts'
import type { IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'
import { changeIn } from './change.ts'
import { insertCommunity } from './communities.ts'
import { insertEngagement } from './engage.ts'
import { insertExperiment } from './experiments.ts'
import { hear, testChannel, testListening } from './listening.ts'
import { insertOrganisation } from './organisation.ts'
import { insertPlan } from './plans.ts'
import { insertPrivacy } from './privacy.ts'
import { insertRelations } from './relations.ts'
import { insertWebhook } from './webhooks.ts'
import { makeWorkspace, newId, type TestWorkspace } from './workspace.ts'

/** One person of whom everything is known, and others who turn to them. */
export interface PrivacyWorld {
  workspace: TestWorkspace
  channel: string
  /** The person, as shown. */
  akane: string
  bystander: string
}

export const AKANE: IncomingHandle = {
  ...{ platform: 'shop', externalId: 'akane-0077', username: 'akane.m', displayName: '森永あかね' },
  ...{ url: 'https://shop.example/@akane', verifiedEmail: 'akane@mail.example' },
  verifiedLinks: ['https://akane.example/about'],
}
const AKANE_TOO: IncomingHandle = {
  platform: 'board',
  externalId: 'akane-b',
  displayName: 'あかねB',
}
const BERTA: IncomingHandle = { platform: 'shop', externalId: 'berta-1', displayName: 'Berta' }

const PRODUCT = 'みつばち号'

function act(n: number, actor: IncomingHandle, more: Partial<IncomingActivity>): IncomingActivity {
  return {
    ...({ kind: 'activity', operation: 'create', type: 'Create' } as const),
    ...{ platform: actor.platform, externalKey: `p${n}`, actor },
    ...{ publishedAt: new Date(Date.UTC(2026, 8, n)), ...more },
  }
}

const says = (text: string) => ({ content: { text } })

/** What arrives, of them and of others. */
export const ARRIVALS: readonly IncomingActivity[] = [
  act(1, AKANE, says(`${PRODUCT}が気になる`)),
  act(2, AKANE, says(`${PRODUCT}と他社を比較中。迷う`)),
  act(3, AKANE, { type: 'Outcome', outcome: { type: 'purchase', about: 'x' } }),
  act(4, AKANE, { ...says('@Berta どう?'), mentions: [BERTA] }),
  act(5, AKANE_TOO, says('別の場所でも話す')),
]
export const OTHERS: readonly IncomingActivity[] = [
  act(11, BERTA, { ...says('ねえ'), mentions: [AKANE] }),
  act(12, BERTA, { type: 'Follow', objectHandle: AKANE }),
  act(13, BERTA, { ...says('返事'), parentKey: 'p1', threadKey: 'p1' }),
  act(14, BERTA, { type: 'Like', parentKey: 'p2' }),
  act(15, BERTA, says(`${PRODUCT}と他社を比較中。迷う`)),
]

/** Rows under every key by which something tells of a person. */
export async function makePrivacyWorld(): Promise<PrivacyWorld> {
  const workspace = await makeWorkspace()
  const { run, id: ws } = workspace
  const topic = newId()
  await run((tx) =>
    sql`insert into topic (workspace_id, id, name, kind, applied_at)
      values (${ws}, ${topic}, ${PRODUCT}, 'own', now())`.execute(tx),
  )
  const channel = await testChannel(workspace)
  await hear(await testListening(), workspace, channel, [...ARRIVALS, ...OTHERS])
  const personOf = async (handle: IncomingHandle) =>
    (
      await run((tx) =>
        sql<{ id: string }>`select hp.original_person_id as id from handle h
          join handle_person hp on hp.workspace_id = h.workspace_id and hp.handle_id = h.id
          where h.platform = ${handle.platform} and h.external_id = ${handle.externalId}`.execute(
          tx,
        ),
      )
    ).rows[0]?.id ?? ''
  const [akane, too, bystander] = [
    await personOf(AKANE),
    await personOf(AKANE_TOO),
    await personOf(BERTA),
  ]
  await run((tx) =>
    mergePeople(tx, { keep: akane, merge: too, origin: 'member' }, changeIn(workspace)),
  )
  await run((tx) => insertMore(tx, ws, { akane, bystander, topic }))
  return { workspace, channel, akane, bystander }
}

interface Ids {
  akane: string
  bystander: string
  topic: string
}

async function insertMore(tx: Transaction, ws: string, { akane, bystander, topic }: Ids) {
  const first = await tx
    .selectFrom('post as p')
    .innerJoin('activity as a', (join) =>
      join.onRef('a.workspace_id', '=', 'p.workspace_id').onRef('a.id', '=', 'p.activity_id'),
    )
    .innerJoin('handle as h', (join) =>
      join.onRef('h.workspace_id', '=', 'a.workspace_id').onRef('h.id', '=', 'a.handle_id'),
    )
    .select(['a.id', 'h.id as handle'])
    .where('h.external_id', '=', AKANE.externalId)
    .orderBy('a.id')
    .executeTakeFirstOrThrow()
  const { id: activity, handle } = first
  await insertEngagement(tx, ws, 'あかねさん', akane)
  await sql`update deal set state = 'lost', closed_at = now()`.execute(tx)
  await insertOrganisation(tx, ws, 'Acme', { person: akane, handle })
  await sql`insert into relation_kind (workspace_id, id, name_ja, name_en, applies_to)
    values (${ws}, ${newId()}, 'x', 'x', 'both')`.execute(tx)
  await sql`delete from relation_kind`.execute(tx)
  await sql`delete from tie where from_handle_id = to_handle_id`.execute(tx)
  await insertRelations(tx, ws, 'friend', { person: akane, handle })
  await sql`delete from tie where from_handle_id = to_handle_id`.execute(tx)
  await sql`insert into person_field_change (workspace_id, id, person_id, field, "to", at, origin)
    values (${ws}, ${newId()}, ${akane}, 'displayName', 'x', now(), 'member')`.execute(tx)
  await sql`insert into person_not_same (workspace_id, id, first_id, second_id, because, said_at)
    values (${ws}, ${newId()}, least(${akane}::uuid, ${bystander}::uuid),
      greatest(${akane}::uuid, ${bystander}::uuid), 'member', now())`.execute(tx)
  await insertKept(tx, ws, akane)
  await insertJudgements(tx, ws, activity)
  await insertOpinions(tx, ws, activity, topic)
  await insertCommunity(tx, ws, { handle, topic, activity })
  await insertAsked(tx, ws, akane)
  await insertGiven(tx, ws, { akane, bystander, activity, handle })
  await insertInfluence(tx, ws, { activity, handle })
  await sql`insert into handle_link (workspace_id, handle_id, page, why, next_at)
    values (${ws}, ${handle}, 'x.example', 'x', now())`.execute(tx)
  const search = newId()
  await sql`insert into saved_search (workspace_id, id, name, filter, owner_id)
    values (${ws}, ${search}, 'all', '{}', ${newId()})`.execute(tx)
  await sql`insert into alert (workspace_id, id, search_id, kind, at, posts, newest_activity_id)
    values (${ws}, ${newId()}, ${search}, 'each', now(), 1, ${activity})`.execute(tx)
}

/** What was measured of the person, as who acted and as who moved somebody. */
async function insertInfluence(
  tx: Transaction,
  ws: string,
  { activity, handle }: { activity: string; handle: string },
) {
  const run = newId()
  await sql`insert into influence_run (workspace_id, id, scope_id, state, measured_at, people, touches,
      outcomes, unlinked, credited, background, low, high, parameters, replicates)
    values (${ws}, ${run}, ${ws}, 'measured', now(), 2, 1, 1, 0, 0.5, 0.5, 0, 1, '{}', '{}')`.execute(
    tx,
  )
  await sql`insert into influence_multiplier (workspace_id, run_id, handle_id, multiplier)
    values (${ws}, ${run}, ${handle}, 2)`.execute(tx)
  await sql`insert into influence_figure (workspace_id, run_id, cut, key, type, credit, low, high,
      placebo, outcomes, touches, is_enough, handle_id)
    values (${ws}, ${run}, 'actor', ${handle}, '', 1, 0, 2, 0, 1, 1, false, ${handle})`.execute(tx)
  await sql`insert into influence_touch_days (workspace_id, run_id, cut, key, days, touches, handle_id)
    values (${ws}, ${run}, 'actor', ${handle}, '{2026-01-02}', '{1}', ${handle})`.execute(tx)
  await sql`insert into outcome_credit (workspace_id, scope_id, outcome_id, type, run_id, handle_id, at,
      background, is_live, credited_at)
    values (${ws}, ${ws}, ${activity}, 'stage:discovery', ${run}, ${handle}, now(), 0.5, false, now())`.execute(
    tx,
  )
  await sql`insert into credit_share (workspace_id, scope_id, outcome_id, type, number, activity_id,
      evidence_id, kind, actor_handle_id, channel_id, level, reached_at, share)
    select ${ws}, ${ws}, ${activity}, 'stage:discovery', 0, ${activity}, ${activity}, 'thread', ${handle},
      id, 'knows', now(), 0.5 from channel limit 1`.execute(tx)
}

/** What colleagues keep of the person, and what an import did to them. */
async function insertKept(tx: Transaction, ws: string, person: string) {
  const [tag, field, handover, edit, run] = [newId(), newId(), newId(), newId(), newId()]
  await sql`insert into tag (workspace_id, id, name, name_key, created_at)
    values (${ws}, ${tag}, 'x', 'x', now())`.execute(tx)
  await sql`insert into tagging (workspace_id, id, tag_id, person_id, added_at)
    values (${ws}, ${newId()}, ${tag}, ${person}, now())`.execute(tx)
  await sql`insert into custom_field
      (workspace_id, id, subject, name, name_key, kind, position, created_at)
    values (${ws}, ${field}, 'person', 'x', 'x', 'text', 1, now())`.execute(tx)
  await sql`insert into custom_value (workspace_id, id, field_id, person_id, value, changed_at)
    values (${ws}, ${newId()}, ${field}, ${person}, '"x"', now())`.execute(tx)
  await sql`insert into owner (workspace_id, id, person_id, rank, member_id, since)
    values (${ws}, ${newId()}, ${person}, 'second', ${newId()}, now())`.execute(tx)
  await sql`insert into handover (workspace_id, id, from_id, to_id, reason, summary, made_at)
    values (${ws}, ${handover}, ${newId()}, ${newId()}, 'leave', 'x', now())`.execute(tx)
  await sql`insert into handover_item (workspace_id, id, handover_id, person_id)
    values (${ws}, ${newId()}, ${handover}, ${person})`.execute(tx)
  await sql`insert into bulk_edit (workspace_id, id, subject, change, made_at)
    values (${ws}, ${edit}, 'person', '{}', now())`.execute(tx)
  await sql`insert into bulk_edit_row (workspace_id, id, bulk_edit_id, person_id, before, after)
    values (${ws}, ${newId()}, ${edit}, ${person}, '{}', '{}')`.execute(tx)
  await sql`insert into import (workspace_id, id, channel_id, format, file_name, fingerprint, state)
    values (${ws}, ${run}, (select id from channel limit 1), 'people-csv', 'g', 'g', 'done')`.execute(
    tx,
  )
  await sql`insert into import_change (workspace_id, import_id, position, activities, relations,
      affiliations, handles, people, organisations, changed)
    values (${ws}, ${run}, 1, '{}', '{}', '{}', '{}', ${[person]}, '{}', '[]')`.execute(tx)
}

async function insertJudgements(tx: Transaction, ws: string, activity: string) {
  await sql`insert into audit_item
      (workspace_id, activity_id, revision, queue, drawn_at, lang, model, said, unsure)
    values (${ws}, ${activity}, 1, 'learning', now(), 'ja', 'x', '{}', '{}')`.execute(tx)
  await sql`insert into correction
      (workspace_id, id, activity_id, revision, part, value, was, model, made_at, origin)
    values (${ws}, ${newId()}, ${activity}, 1, 'sentiment', 'negative', 'neutral', 'x', now(), 'page')`.execute(
    tx,
  )
  await sql`insert into reading_history (workspace_id, id, activity_id, revision, model, read_at, said)
    values (${ws}, ${newId()}, ${activity}, 1, 'x', now(), '{}')`.execute(tx)
  const run = newId()
  await sql`insert into model_run (workspace_id, id, model, reason, began_at)
    values (${ws}, ${run}, 'x', 'chosen', now())`.execute(tx)
  await sql`insert into reading_move
      (workspace_id, run_id, activity_id, revision, from_model, to_model, moved_at, moved)
    values (${ws}, ${run}, ${activity}, 1, 'x', 'y', now(), '[]')`.execute(tx)
  await sql`insert into model_vote
      (workspace_id, activity_id, revision, part, value, said, model, at, usable)
    values (${ws}, ${activity}, 1, 'sentiment', 'neutral', 'neutral', 'x', now(), true)`.execute(tx)
  for (const [version, state] of [
    [0, 'retired'],
    [1, 'running'],
  ] as const) {
    await sql`insert into reader_model
        (workspace_id, id, version, base, state, corrections, scores, delta)
      values (${ws}, ${newId()}, ${version}, 'x', ${state}, 1, '[]',
        ${version === 0 ? null : Buffer.from('learnt')})`.execute(tx)
  }
  await sql`update workspace set reader_version = 1`.execute(tx)
}

async function insertOpinions(tx: Transaction, ws: string, activity: string, topic: string) {
  const [opinion, other] = [newId(), newId()]
  for (const id of [opinion, other]) {
    await sql`insert into opinion (workspace_id, id, topic_id, kind, side, found_ja, centre, posts)
      values (${ws}, ${id}, ${topic}, 'claim', 1, '迷う', '{迷う}', 1)`.execute(tx)
  }
  await sql`insert into opinion_post
      (workspace_id, opinion_id, shown_id, activity_id, copy_of, starts_at, ends_at, typical)
    values (${ws}, ${opinion}, ${opinion}, ${activity}, ${activity}, 0, 2, 1)`.execute(tx)
  await sql`insert into post_copy (workspace_id, activity_id, copy_of)
    values (${ws}, ${activity}, ${activity})`.execute(tx)
  await sql`insert into opinion_pin (workspace_id, from_id, activity_id, to_id)
    values (${ws}, ${opinion}, ${activity}, ${other})`.execute(tx)
}

async function insertAsked(tx: Transaction, ws: string, person: string) {
  await insertPrivacy(tx, ws, person)
  await sql`insert into person_access (workspace_id, person_id, hour, member_id, is_key, kind, id,
      first_at) values (${ws}, ${person}, '2026-01-01T00:00Z', ${newId()}, false, 'viewed', ${newId()}, now())`.execute(
    tx,
  )
  const chained = { action: 'x', values: [{ personId: person, value: 'x' }] }
  await appendAudit(tx, changeIn({ id: ws }), chained)
}

/** What names the person in free text only: a refused row of an import and somebody's search. */
export async function insertNamings(tx: Transaction, ws: string, word: string): Promise<void> {
  const { id: channel } = await anyChannel(tx)
  const run = newId()
  await sql`insert into import (workspace_id, id, channel_id, format, file_name, fingerprint, state)
    values (${ws}, ${run}, ${channel}, 'activities', 'f', 'f', 'done')`.execute(tx)
  await sql`insert into import_refusal (workspace_id, import_id, position, line, reason, excerpt)
    values (${ws}, ${run}, 1, 1, 'bad-date', ${`{"actor":"${word}"}`})`.execute(tx)
  await sql`insert into saved_search (workspace_id, id, name, filter, owner_id)
    values (${ws}, ${newId()}, 'theirs', ${JSON.stringify({ q: word })}, ${newId()})`.execute(tx)
  await sql`insert into list (workspace_id, id, name, subject, filter, is_shared, created_at)
    values (${ws}, ${newId()}, ${word}, 'person', ${JSON.stringify({ q: word })}, true, now())`.execute(
    tx,
  )
  await sql`insert into import_trial (workspace_id, id, format, file_name, channel_name, upload_id,
      columns, size_bytes, state, findings, started_at)
    values (${ws}, ${newId()}, 'people-csv', ${`${word}.csv`}, 'f', 'f', '{}', 1, 'done',
      ${JSON.stringify({ examples: [word] })}, now())`.execute(tx)
}

function anyChannel(tx: Transaction) {
  return tx.selectFrom('channel').select('id').limit(1).executeTakeFirstOrThrow()
}

interface Given {
  akane: string
  bystander: string
  activity: string
  handle: string
}

async function insertGiven(
  tx: Transaction,
  ws: string,
  { akane, bystander, activity, handle }: Given,
) {
  const link = newId()
  await sql`insert into tracked_link
      (workspace_id, id, code, target, name, person_id, created_at, changed_at)
    values (${ws}, ${link}, ${link}, 'https://shop.example/', 'x', ${akane}, now(), now())`.execute(
    tx,
  )
  await sql`insert into link_click (workspace_id, activity_id, link_id, key, agent)
    values (${ws}, ${activity}, ${link}, '', 'phone')`.execute(tx)
  await sql`insert into code (workspace_id, id, text, key, kind, person_id, created_at, changed_at)
    values (${ws}, ${newId()}, 'AKANE', '', 'coupon', ${akane}, now(), now())`.execute(tx)
  await sql`insert into claimed_touch (workspace_id, outcome_id, class, key, text, person_id)
    values (${ws}, ${activity}, 'said', '', 'x', ${akane})`.execute(tx)
  await insertPlan(tx, ws, handle)
  await insertWebhook(tx, ws, akane)
  await insertExperiment(tx, ws, { channel: (await anyChannel(tx)).id, handle })
  await sql`insert into match_due (workspace_id, handle_id) values (${ws}, ${handle})
    on conflict do nothing`.execute(tx)
  await sql`insert into match_key (workspace_id, key, handle_id) values (${ws}, 1, ${handle})
    on conflict do nothing`.execute(tx)
  await sql`insert into handle_picture (workspace_id, handle_id, url, url_key, why)
    values (${ws}, ${handle}, 'x', 'x', 'x')`.execute(tx)
  await sql`delete from match_candidate`.execute(tx)
  await sql`insert into match_candidate (workspace_id, id, first_id, second_id, first_handle_id,
      second_handle_id, weight, probability, reasons, value, found_at)
    values (${ws}, ${newId()}, least(${akane}::uuid, ${bystander}::uuid),
      greatest(${akane}::uuid, ${bystander}::uuid), ${handle}, ${handle}, 1, 0.5, '[]', 1, now())`.execute(
    tx,
  )
}
