import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '#store/tables.ts'

/** Who is meant: a person with all that were merged into it, and what tells them apart. */
export interface Whom {
  /** Ids of the originals, the root first. */
  people: readonly string[]
  /** Accounts that are theirs today. */
  handles: readonly string[]
  /** Words that mean them in free text: ids and names of accounts, addresses, names. */
  words: readonly string[]
}

/** How the rows of a table are found that tell of a person, as `t`. */
export interface Reach {
  where(whom: Whom): RawBuilder<unknown>
  /** Columns that are not shown to the person, with the reason. */
  leftOut?: Readonly<Record<string, string>>
}

const people = (whom: Whom) => sql`any(${[...whom.people]}::uuid[])`
const handles = (whom: Whom) => sql`any(${[...whom.handles]}::uuid[])`
const activities = (whom: Whom) => sql`(select own.id from activity own
  where own.handle_id = ${handles(whom)})`
const notes = (whom: Whom) => sql`(select n.id from note n where ${aboutThem('n', whom)})`

const ofPerson: Reach = { where: (whom) => sql`t.person_id = ${people(whom)}` }
const ofHandle: Reach = { where: (whom) => sql`t.handle_id = ${handles(whom)}` }
const ofActivity: Reach = { where: (whom) => sql`t.activity_id in ${activities(whom)}` }

/** Deals in which nobody else takes part: they go by the person's name as a rule. */
export const DEALS_OF_THEIRS = (whom: Whom) => sql`(
  select d.deal_id from deal_person d where d.person_id = ${people(whom)} and not exists (
    select from deal_person o where o.workspace_id = d.workspace_id and o.deal_id = d.deal_id
      and o.person_id <> all(${[...whom.people]}::uuid[])))`

/** Contacts with nobody else. */
export const CONTACTS_OF_THEIRS = (whom: Whom) => sql`(
  select c.contact_id from contact_person c where c.person_id = ${people(whom)} and not exists (
    select from contact_person o where o.workspace_id = c.workspace_id and o.contact_id = c.contact_id
      and o.person_id <> all(${[...whom.people]}::uuid[])))`

/** Notes and tasks about the person, or about a deal that is theirs alone. */
function aboutThem(alias: string, whom: Whom): RawBuilder<unknown> {
  const { person, deal } = { person: `${alias}.person_id`, deal: `${alias}.deal_id` }
  return sql`(${sql.ref(person)} = ${people(whom)} or ${sql.ref(deal)} in ${DEALS_OF_THEIRS(whom)})`
}

/** Free text that holds one of the words. */
function says(column: string, whom: Whom): RawBuilder<unknown> {
  return sql`exists (select from unnest(${[...whom.words]}::text[]) as word (text)
    where strpos(${sql.ref(column)}, word.text) > 0)`
}

/** JSON that holds one of the words. */
function saysSomewhere(column: string, whom: Whom): RawBuilder<unknown> {
  return sql`exists (select from unnest(${[...whom.words]}::text[]) as word (text)
    where strpos(${sql.ref(column)}::text, word.text) > 0)`
}

const SEARCH = 'search words made from columns that are shown'
const HASH = 'a check sum of columns that are shown'

/**
 * Every table that tells of people, with how its rows are found. What is exported and what is erased
 * both follow this list; a test holds it against the catalogue of the database.
 */
export const REACHES = {
  person: { where: (whom) => sql`t.id = ${people(whom)}`, leftOut: { name_tokens: SEARCH } },
  handle: { where: (whom) => sql`t.id = ${handles(whom)}` },
  handle_ownership: {
    where: (whom) => sql`(t.person_id = ${people(whom)} or t.handle_id = ${handles(whom)})`,
  },
  handle_signal: ofHandle,
  organisation_handle: ofHandle,
  affiliation: ofPerson,
  organisation_merge_row: ofPerson,
  relation: ofPerson,
  relation_proposal: ofPerson,
  programme_member: ofPerson,
  programme_contact: ofPerson,
  person_field_change: ofPerson,
  person_merge: {
    where: (whom) => sql`(t.keep_id = ${people(whom)} or t.merged_id = ${people(whom)})`,
  },
  person_not_same: {
    where: (whom) => sql`(t.first_id = ${people(whom)} or t.second_id = ${people(whom)})`,
  },
  do_not_contact: ofPerson,
  use_stop: ofPerson,
  contact_consent: ofPerson,
  privacy_request: ofPerson,
  third_party_provision: ofPerson,
  person_access: ofPerson,
  audit_value: {
    // A merge that was taken back wrote one's name into the other's entry.
    where: (whom) => sql`(t.person_id = ${people(whom)} or ${says('t.value', whom)}
      or t.seq in (select e.seq from audit_entry e where e.subject_id = ${people(whom)}
        or e.subject_id in ${DEALS_OF_THEIRS(whom)}))`,
    leftOut: { salt: 'makes the commitment of the audit chain hard to guess' },
  },
  note: { where: (whom) => aboutThem('t', whom), leftOut: { search_key: SEARCH } },
  note_mention: { where: (whom) => sql`t.note_id in ${notes(whom)}` },
  task: { where: (whom) => aboutThem('t', whom), leftOut: { search_key: SEARCH } },
  contact: {
    where: (whom) => sql`t.id in (select c.contact_id from contact_person c
      where c.person_id = ${people(whom)})`,
    leftOut: { search_key: SEARCH },
  },
  contact_person: ofPerson,
  deal: {
    where: (whom) => sql`t.id in (select d.deal_id from deal_person d
      where d.person_id = ${people(whom)})`,
    leftOut: { search_key: SEARCH },
  },
  deal_person: ofPerson,
  deal_move: {
    where: (whom) => sql`t.deal_id in (select d.deal_id from deal_person d
      where d.person_id = ${people(whom)})`,
  },
  activity: {
    where: (whom) => sql`t.handle_id = ${handles(whom)}`,
    leftOut: { content_hash: HASH, parent_hash: HASH, thread_hash: HASH },
  },
  activity_source: { ...ofActivity, leftOut: { external_key_hash: HASH } },
  post: { ...ofActivity, leftOut: { tokens: SEARCH } },
  activity_mention: {
    where: (whom) => sql`(t.handle_id = ${handles(whom)} or t.activity_id in ${activities(whom)})`,
  },
  payload: { ...ofActivity, leftOut: { content_hash: HASH } },
  outcome: ofActivity,
  link_click: ofActivity,
  claimed_touch: {
    where: (whom) => sql`(t.person_id = ${people(whom)} or t.outcome_id in ${activities(whom)})`,
  },
  tracked_link: ofPerson,
  code: ofPerson,
  experiment_subject: ofHandle,
  engagement_plan_cost: ofHandle,
  engagement_plan_person: ofHandle,
  match_due: ofHandle,
  match_key: ofHandle,
  handle_link: ofHandle,
  handle_picture: { ...ofHandle, leftOut: { url_key: HASH } },
  match_candidate: {
    where: (whom) => sql`(t.first_id = ${people(whom)} or t.second_id = ${people(whom)})`,
  },
  reading: ofActivity,
  reading_topic: ofActivity,
  reading_history: ofActivity,
  correction: ofActivity,
  reading_move: ofActivity,
  audit_item: ofActivity,
  model_vote: ofActivity,
  community_member: ofHandle,
  community_post: ofActivity,
  opinion_post: ofActivity,
  opinion_pin: ofActivity,
  post_copy: ofActivity,
  alert: { where: (whom) => sql`t.newest_activity_id in ${activities(whom)}` },
  saved_search: {
    where: (whom) => sql`(${says('t.filter', whom)} or ${says('t.name', whom)})`,
  },
  owner: ofPerson,
  tagging: ofPerson,
  custom_value: ofPerson,
  handover: {
    where: (whom) => sql`t.id in (select i.handover_id from handover_item i
      where i.person_id = ${people(whom)})`,
  },
  handover_item: ofPerson,
  bulk_edit_row: ofPerson,
  list: {
    where: (whom) => sql`(${saysSomewhere('t.filter', whom)} or ${says('t.name', whom)})`,
  },
  import_change: {
    where: (whom) => sql`(t.people && ${[...whom.people]}::uuid[]
      or t.handles && ${[...whom.handles]}::uuid[] or exists (
        select from unnest(${[...whom.people]}::uuid[]) as own (id)
        where strpos(t.changed::text, own.id::text) > 0))`,
  },
  import_trial: {
    where: (whom) => sql`(${saysSomewhere('t.findings', whom)} or ${says('t.file_name', whom)})`,
  },
  import_refusal: {
    where: (whom) => sql`(${says('t.excerpt', whom)} or ${says('t.detail', whom)})`,
  },
  tie: {
    where: (whom) =>
      sql`(t.from_handle_id = ${handles(whom)} or t.to_handle_id = ${handles(whom)})`,
  },
  influence_multiplier: ofHandle,
  influence_figure: ofHandle,
  influence_touch_days: ofHandle,
  outcome_credit: ofHandle,
  credit_share: {
    where: (whom) =>
      sql`(t.actor_handle_id = ${handles(whom)} or t.outcome_id in ${activities(whom)})`,
  },
  person_summary: ofPerson,
  root_summary: ofPerson,
  journey_stage: ofPerson,
  journey_move: ofPerson,
  webhook_delivery: {
    where: (whom) => sql`(t.people && ${[...whom.people]}::uuid[]
      or t.subject_id in ${activities(whom)} or ${says('t.body', whom)})`,
  },
  event: { where: (whom) => sql`t.subject_id = ${people(whom)}` },
} as const satisfies Partial<Record<keyof Tables, Reach>>

export type ReachedTable = keyof typeof REACHES

export const REACHED_TABLES = Object.keys(REACHES) as ReachedTable[]

export function reachOf(table: ReachedTable): Reach {
  return REACHES[table]
}

/** Tables that tell of nobody in particular, or not of people we keep; each with the reason. */
export const NOT_REACHED = {
  workspace: 'the workspace itself',
  channel: 'what we listen to, as members have set it',
  channel_health: 'how listening goes',
  channel_problem: 'how listening goes',
  channel_gap: 'how listening goes',
  channel_secret: 'sealed key of a webhook',
  hook_event: 'hashed numbers of deliveries',
  imported_note_removed: 'digests of ids and texts; neither can be read from them',
  outcome_refund: 'hashed key of a purchase, and sums',
  link_day: 'counts',
  notice: 'ids of members, notes, tasks and hand-overs; what they say stands there',
  people_look: 'how many people members saw at once; whom they looked at stands in person_access',
  topic: 'what members follow',
  topic_alias: 'what members follow',
  organisation: 'organisations; who belongs to them stands in affiliation',
  organisation_merge:
    'names and fields of organisations; who belonged to them stands in organisation_merge_row',
  organisation_not_same: 'pairs of organisations',
  programme: 'what members plan for a kind of relation; who is in it stands in programme_member',
  relation_kind: 'words for relations',
  relation_rule: 'rules for relations; they name no person',
  relation_rule_condition: 'what rules for relations ask for; they name no person',
  relation_search: 'when relations were last searched for',
  pipeline: 'how members sell',
  pipeline_stage: 'how members sell',
  opinion: 'found words of many; made anew without the person',
  community: 'found words and counts of many; who belongs to it stands in community_member',
  community_topic: 'counts',
  community_link: 'counts',
  community_picture: 'ties among places; who stands at a place stands in community_member',
  community_change: 'ids of communities and counts',
  community_run: 'when communities were last found',
  opinion_day: 'counts',
  opinion_decision: 'names that members gave to opinions',
  opinion_run: 'when opinions were last found',
  copy_run: 'when copies of posts were last found',
  reading_day: 'counts',
  topic_day: 'counts',
  intent_day: 'counts',
  model_day: 'counts',
  activity_day: 'counts',
  move_day: 'counts',
  influence_run: 'sums over many, by channel',
  influence_journey: 'channels met before outcomes, of nobody named; made anew every night',
  influence_stage_value: 'means over many, by stage',
  influence_outcome_days: 'counts of outcomes, by day',
  model_vote_day: 'counts',
  reader_model: 'hashed weights; they are forgotten when somebody they learnt from is erased',
  model_run: 'when another model began to read; its author is a member',
  language_model: 'address and key of a service',
  experiment: 'plans of experiments; who is in them stands in experiment_subject',
  experiment_channel: 'where an experiment takes place',
  engagement_plan: 'what members asked and counts; who was chosen stands in engagement_plan_person',
  import: 'runs of imports: names of files and counts',
  import_kept: 'ids of what stayed when an import was taken back',
  department: 'where members work',
  assignment: 'where members work',
  department_former_name: 'what departments of members were called',
  tag: 'words that members use for many; who bears one stands in tagging',
  custom_field: 'questions that members ask of many; the answers stand in custom_value',
  bulk_edit: 'a change made to many; what somebody was before stands in bulk_edit_row',
  column_mapping: 'headers of tables',
  job: 'work in line: kinds and ids',
  webhook:
    'address and sealed secret of a system; what it was told of people stands in webhook_delivery',
  saved_search_seen: 'what members have looked at',
  alert_seen: 'what members have looked at',
  event_consumer: 'places in the outbox',
  event_parked: 'places in the outbox',
  privacy_setting: 'purpose of use and key of the tombstones',
  erasure: 'that somebody was erased: ids, time and counts',
  erasure_tombstone: 'keyed hashes, kept so that who was erased does not come back',
  audit_entry: 'ids, names of fields and commitments; the values stand in audit_value',
} as const satisfies Partial<Record<keyof Tables, string>>
