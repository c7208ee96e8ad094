import { type RawBuilder, sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import type { ReachedTable } from './reach.ts'

/** How the texts of a table end that nobody deletes by hand. */
export type Retention =
  /** With the activity, after the retention of its channel. */
  | 'with-activity'
  /** With the person, the account or what it belongs to; the reason why no date ends it. */
  | { stays: string }
  /** After the days set for texts beside the log, or those of the import's channel where it has any. */
  | { after: string; end: RawBuilder<unknown>; byImport?: true }

const NO_TEXT = { stays: 'ids, dates and closed words' }
const STANDING = {
  stays: 'what is known of the person today, until it is changed or they are erased',
}
const LAW = { stays: 'the record that the law asks for' }
const RECKONED = { stays: 'figures, reckoned anew from the log' }
const DELETED = sql`delete from`

/**
 * For every table that tells of people, what ends its dated texts. Settings decide after how many days:
 * those of the channel where a channel is known, those for texts beside the log elsewhere.
 */
export const RETENTIONS: Record<ReachedTable, Retention> = {
  ...{ person: STANDING, handle: STANDING, handle_ownership: NO_TEXT, handle_signal: STANDING },
  ...{ organisation_handle: NO_TEXT, affiliation: STANDING, relation: STANDING },
  relation_proposal: { stays: 'dropped by the daily search once nothing speaks for it' },
  ...{ programme_member: STANDING, programme_contact: { after: 'on_day', end: DELETED } },
  person_field_change: { stays: 'an unmerge gives back by it what each person was' },
  organisation_merge_row: { stays: 'an unmerge gives back by it what each organisation had' },
  ...{ post_copy: NO_TEXT, reading_move: NO_TEXT, influence_touch_days: RECKONED },
  ...{ person_merge: NO_TEXT, person_not_same: NO_TEXT },
  ...{ do_not_contact: LAW, contact_consent: LAW, privacy_request: LAW, use_stop: LAW },
  third_party_provision: LAW,
  person_access: { stays: 'a year, whatever is set (個人情報保護法)' },
  audit_value: {
    after:
      '(select e.at from audit_entry e where e.workspace_id = t.workspace_id and e.seq = t.seq)',
    end: DELETED,
  },
  note: { after: 'coalesce(edited_at, created_at)', end: DELETED },
  note_mention: { stays: 'goes with the note' },
  task: { after: 'done_at', end: DELETED },
  contact: { after: 'at', end: DELETED },
  contact_person: { stays: 'goes with the contact' },
  ...{ deal: STANDING, deal_person: NO_TEXT, deal_move: NO_TEXT },
  ...{ activity: 'with-activity', activity_source: NO_TEXT, post: 'with-activity' },
  ...{ activity_mention: 'with-activity', payload: 'with-activity', outcome: 'with-activity' },
  ...{ link_click: 'with-activity', claimed_touch: 'with-activity' },
  ...{ tracked_link: STANDING, code: STANDING },
  ...{ experiment_subject: NO_TEXT, engagement_plan_cost: NO_TEXT },
  engagement_plan_person: {
    after: `(select p.made_at from engagement_plan p where p.workspace_id = t.workspace_id
      and p.id = t.plan_id)`,
    end: DELETED,
  },
  ...{ match_due: NO_TEXT, match_key: STANDING, handle_picture: STANDING },
  handle_link: STANDING,
  match_candidate: { stays: 'pairs to review, with closed words for reasons' },
  ...{ reading: 'with-activity', reading_topic: 'with-activity', reading_history: 'with-activity' },
  ...{ correction: 'with-activity', audit_item: 'with-activity', model_vote: 'with-activity' },
  ...{ community_member: RECKONED, community_post: 'with-activity' },
  ...{ opinion_post: 'with-activity', opinion_pin: 'with-activity' },
  alert: NO_TEXT,
  saved_search: { stays: 'what a member searches for, until they delete it' },
  list: { stays: 'what a member looks for, until they delete it' },
  ...{ owner: NO_TEXT, tagging: NO_TEXT, custom_value: STANDING, handover_item: NO_TEXT },
  handover: { after: 'made_at', end: sql`update handover t set summary = '—'` },
  bulk_edit_row: {
    after: `(select b.made_at from bulk_edit b where b.workspace_id = t.workspace_id
      and b.id = t.bulk_edit_id)`,
    end: DELETED,
  },
  import_change: {
    after: importedAt(),
    end: sql`update import_change t set changed = '[]'`,
    byImport: true,
  },
  import_trial: { after: 'started_at', end: DELETED },
  import_refusal: {
    after: importedAt(),
    end: sql`update import_refusal t set excerpt = '', detail = null`,
    byImport: true,
  },
  ...{ tie: RECKONED, influence_multiplier: RECKONED, influence_figure: RECKONED },
  ...{ outcome_credit: RECKONED, credit_share: RECKONED, person_summary: RECKONED },
  ...{ root_summary: RECKONED, journey_stage: RECKONED, journey_move: RECKONED },
  webhook_delivery: {
    after: `case when state = 'waiting' then null else made_at end`,
    end: sql`update webhook_delivery t set body = null`,
  },
  event: NO_TEXT,
}

function importedAt(): string {
  return `(select coalesce(i.finished_at, i.started_at) from import i
    where i.workspace_id = t.workspace_id and i.id = t.import_id)`
}

/**
 * Ends the dated texts beside the log that are older than the days set for them: for imports those of
 * their channel or of the workspace, for the rest those for texts. Each table is a transaction of its
 * own. Answers how many rows were ended, by table.
 */
export async function endOldTexts(
  door: Door,
  workspaceId: string,
  now: Date,
): Promise<Record<string, number>> {
  const ended: Record<string, number> = {}
  for (const [table, retention] of Object.entries(RETENTIONS)) {
    if (typeof retention === 'string' || 'stays' in retention) continue
    const work = (tx: Transaction) => endTable(tx, table, retention, now)
    const count = await door.inWorkspace(workspaceId, work, 'background')
    if (count > 0) ended[table] = count
  }
  return ended
}

const TEXT_DAYS = sql`(select text_days from privacy_setting)`
const CHANNEL_DAYS = sql`(select coalesce(c.retention_days, w.retention_days) from import i
  join channel c on c.workspace_id = i.workspace_id and c.id = i.channel_id
  join workspace w on w.id = i.workspace_id
  where i.workspace_id = t.workspace_id and i.id = t.import_id)`

async function endTable(
  tx: Transaction,
  table: string,
  { after, end, byImport }: Exclude<Retention, string | { stays: string }>,
  now: Date,
): Promise<number> {
  const days = byImport === true ? sql`coalesce(${CHANNEL_DAYS}, ${TEXT_DAYS})` : TEXT_DAYS
  const from = end === DELETED ? sql`delete from ${sql.table(table)} t` : end
  const { numAffectedRows = 0n } = await sql`${from}
    where ${sql.raw(after)} < ${now}::timestamptz - make_interval(days => ${days})
      and ${isLeft(table)}`.execute(tx)
  return Number(numAffectedRows)
}

/** Where a row stays without its words: that they are still there. */
function isLeft(table: string): RawBuilder<unknown> {
  if (table === 'handover') return sql`t.summary <> '—'`
  if (table === 'import_change') return sql`t.changed::text <> '[]'`
  if (table === 'import_refusal') return sql`(t.excerpt <> '' or t.detail is not null)`
  if (table === 'webhook_delivery') return sql`t.body is not null`
  return sql`true`
}
