import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ContactChannel } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { noteLinksAnew } from '../links-back/note-links.ts'
import { notePicturesAnew } from '../pictures/note-pictures.ts'
import { tell } from './contact-rules.ts'

/** What a workspace says of its use of personal data. */
export interface PrivacySetting {
  purpose: string
  /** Days until a request is to be answered. */
  answerDays: number
  /** Whether profile pictures are fetched and compared by what they show. */
  comparePictures: boolean
  /** Days that dated texts beside the log are kept; null: without limit. */
  textDays: number | null
  /** Whether pages that accounts link to are asked if they link back. */
  checkLinks: boolean
}

const USUAL: PrivacySetting = {
  ...{ purpose: '', answerDays: 14, comparePictures: false },
  ...{ textDays: null, checkLinks: false },
}

export async function readPrivacySetting(tx: Transaction): Promise<PrivacySetting> {
  const row = await tx
    .selectFrom('privacy_setting')
    .select(['purpose', 'answer_days as answerDays', 'compare_pictures as comparePictures'])
    .select(['text_days as textDays', 'check_links as checkLinks'])
    .executeTakeFirst()
  return row ?? USUAL
}

/** Changes what is given; the rest stays. */
export async function changePrivacySetting(
  tx: Transaction,
  wanted: { [Key in keyof PrivacySetting]?: PrivacySetting[Key] | undefined },
  change: ChangeInWorkspace,
): Promise<PrivacySetting> {
  const { workspaceId, authorId, now } = change
  const before = await readPrivacySetting(tx)
  const after = { ...before, ...definedOf(wanted) }
  await sql`
    insert into privacy_setting (workspace_id, purpose, answer_days, compare_pictures, text_days,
      check_links, changed_at, changed_by)
    values (${workspaceId}, ${after.purpose}, ${after.answerDays}, ${after.comparePictures},
      ${after.textDays}::integer, ${after.checkLinks}, ${now},
      ${authorId})
    on conflict (workspace_id) do update set purpose = excluded.purpose,
      answer_days = excluded.answer_days, compare_pictures = excluded.compare_pictures,
      text_days = excluded.text_days, check_links = excluded.check_links,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(tx)
  if (after.checkLinks && !before.checkLinks) await noteLinksAnew(tx)
  if (after.comparePictures && !before.comparePictures) await notePicturesAnew(tx)
  await tell(tx, 'privacy.changed', workspaceId, Object.keys(definedOf(wanted)), change)
  return after
}

function definedOf<Given extends object>(
  given: Given,
): { [Key in keyof Given]: Exclude<Given[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as never
}

/** The setting with what there is to watch. */
export interface PrivacyOverview extends PrivacySetting {
  openRequests: number
  overdueRequests: number
  erasures: number
  tombstones: number
  doNotContact: number
  consents: { channel: ContactChannel; standing: number; withdrawn: number }[]
  channels: { id: string; name: string; lawfulBasis: string | null; retentionDays: number | null }[]
}

export async function readPrivacyOverview(tx: Transaction, now: Date): Promise<PrivacyOverview> {
  const { rows } = await sql<Omit<PrivacyOverview, keyof PrivacySetting | 'consents' | 'channels'>>`
    select (select count(*) from privacy_request where outcome is null) as "openRequests",
      (select count(*) from privacy_request r join workspace w on w.id = r.workspace_id
        where r.outcome is null and r.due_on < (${now}::timestamptz at time zone w.time_zone)::date)
        as "overdueRequests",
      (select count(*) from erasure) as erasures,
      (select count(*) from erasure_tombstone) as tombstones,
      (select count(distinct person_id) from do_not_contact where lifted_at is null) as "doNotContact"
  `.execute(tx)
  const consents = await sql<PrivacyOverview['consents'][number]>`
    select channel, count(*) filter (where withdrawn_at is null) as standing,
      count(withdrawn_at) as withdrawn from contact_consent group by channel order by channel
  `.execute(tx)
  const channels = await tx
    .selectFrom('channel')
    .select(['id', 'name', 'lawful_basis as lawfulBasis', 'retention_days as retentionDays'])
    .where('state', '<>', 'removed')
    .orderBy('name')
    .execute()
  const zero = { openRequests: 0, overdueRequests: 0, erasures: 0, tombstones: 0, doNotContact: 0 }
  const counts = rows[0] ?? zero
  return { ...(await readPrivacySetting(tx)), ...counts, consents: consents.rows, channels }
}
