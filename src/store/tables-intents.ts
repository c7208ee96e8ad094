import type { Intent } from '#vocabulary/index.ts'

/** What posts want, by day; the table of migration 0019. */
export interface IntentTables {
  intent_day: IntentDayTable
}

type IntentDayTable = Record<Intent | 'toxic', number> &
  Record<'workspace_id' | 'channel_id' | 'topic_id' | 'day', string>
