import type { Generated } from 'kysely'
import type { AlertChoice, AlertKind } from '#vocabulary/index.ts'
import type { DefaultTime, Time } from './column-types.ts'

/** Saved searches and what they raise; the tables of migration 0011. */
export interface AlertTables {
  saved_search: SavedSearchTable
  saved_search_seen: SavedSearchSeenTable
  alert: AlertTable
  alert_seen: AlertSeenTable
}

interface SavedSearchTable {
  workspace_id: string
  id: string
  name: string
  /** JSON: an ActivityFilter. */
  filter: string
  owner_id: string
  is_shared: Generated<boolean>
  alert: Generated<AlertChoice>
  heard: Generated<number>
  is_surge_due: Generated<boolean>
  surge_checked_at: Time | null
  created_at: DefaultTime
}

interface SavedSearchSeenTable {
  workspace_id: string
  search_id: string
  member_id: string
  heard: number
}

interface AlertTable {
  workspace_id: string
  id: string
  search_id: string
  kind: AlertKind
  at: Time
  posts: number
  newest_activity_id: string | null
  expected: number | null
}

interface AlertSeenTable {
  workspace_id: string
  member_id: string
  alert_id: string
}
