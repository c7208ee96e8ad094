import type { Generated, JSONColumnType } from 'kysely'
import type {
  AccessKind,
  ConsentWay,
  ContactChannel,
  DoNotContactChannel,
  LookKind,
  PrivacyRequestKind,
  PrivacyRequestOutcome,
  ProvisionBasis,
  TombstoneKind,
} from '#vocabulary/index.ts'
import type { DefaultTime, Time } from './column-types.ts'

/** What people may ask for; the tables of migration 0026. */
export interface PrivacyTables {
  privacy_setting: PrivacySettingTable
  erasure: ErasureTable
  erasure_tombstone: ErasureTombstoneTable
  do_not_contact: DoNotContactTable
  contact_consent: ContactConsentTable
  privacy_request: PrivacyRequestTable
  third_party_provision: ThirdPartyProvisionTable
  person_access: PersonAccessTable
  audit_entry: AuditEntryTable
  audit_value: AuditValueTable
  people_look: PeopleLookTable
  handle_link: HandleLinkTable
  use_stop: UseStopTable
}

interface PrivacySettingTable {
  workspace_id: string
  purpose: string
  answer_days: number
  /** Since migration 0043. */
  compare_pictures: boolean
  pictures_from: string | null
  /** Since migration 0057: days that dated texts beside the log are kept. */
  text_days: number | null
  /** Since migration 0057. */
  check_links: Generated<boolean>
  /** Since migration 0058. */
  links_from: string | null
  tombstone_key: Buffer | null
  changed_at: DefaultTime
  changed_by: string | null
}

interface ErasureTable {
  workspace_id: string
  id: string
  person_ids: string[]
  erased_at: Time
  erased_by: string | null
  origin: 'member' | 'replayed'
  counts: JSONColumnType<Record<string, number>>
}

interface ErasureTombstoneTable {
  workspace_id: string
  hash: Buffer
  kind: TombstoneKind
  erasure_id: string
}

interface DoNotContactTable {
  workspace_id: string
  id: string
  person_id: string
  channel: DoNotContactChannel
  since: Time
  reason: string
  said_by: string | null
  lifted_at: Time | null
  lifted_by: string | null
  /** A list said so. */
  is_imported: Generated<boolean>
}

interface ContactConsentTable {
  workspace_id: string
  id: string
  person_id: string
  channel: ContactChannel
  given_at: Time
  how: ConsentWay
  text_shown: string
  evidence: string | null
  recorded_by: string | null
  recorded_at: Time
  withdrawn_at: Time | null
  withdrawn_by: string | null
  /** A list said so. */
  is_imported: Generated<boolean>
}

interface PrivacyRequestTable {
  workspace_id: string
  id: string
  kind: PrivacyRequestKind
  person_id: string | null
  requester: string
  received_on: string
  due_on: string
  identity_checked_at: Time | null
  identity_checked_by: string | null
  outcome: PrivacyRequestOutcome | null
  answered_at: Time | null
  answered_by: string | null
  note: string | null
  created_by: string | null
  created_at: Time
}

interface ThirdPartyProvisionTable {
  workspace_id: string
  id: string
  person_id: string
  provided_on: string
  recipient: string
  items: string
  basis: ProvisionBasis
  note: string | null
  recorded_by: string | null
  recorded_at: Time
}

interface PersonAccessTable {
  workspace_id: string
  person_id: string
  hour: Time
  member_id: string
  is_key: boolean
  kind: AccessKind
  id: string
  first_at: Time
}

interface AuditEntryTable {
  workspace_id: string
  seq: number
  at: Time
  author_id: string | null
  action: string
  subject_id: string | null
  detail: string[]
  commitments: Buffer[]
  previous: Buffer
  hash: Buffer
}

interface AuditValueTable {
  workspace_id: string
  seq: number
  place: number
  person_id: string | null
  salt: Buffer
  value: string
}

/** Since migration 0057. */
interface PeopleLookTable {
  workspace_id: string
  id: string
  hour: Time
  member_id: string
  is_key: boolean
  kind: LookKind
  place: string
  subject_id: string
  requests: number
  people: number
  first_at: Time
  last_at: Time
}

/** Since migration 0058. */
interface HandleLinkTable {
  workspace_id: string
  handle_id: string
  page: string
  state: Generated<'waiting' | 'linked' | 'not-linked' | 'failed'>
  why: string | null
  failures: Generated<number>
  next_at: Time
  checked_at: Time | null
}

/** Since migration 0057. */
interface UseStopTable {
  workspace_id: string
  id: string
  person_id: string
  request_id: string | null
  reason: string
  since: Time
  stopped_by: string | null
  lifted_at: Time | null
  lifted_by: string | null
  lifted_because: string | null
}
