import type { ImportFormat, InputFormat } from '#listen/index.ts'
import { jetstreamFormat } from './bluesky/receive.ts'
import { feedFormat } from './feed/receive.ts'
import { activitiesFormat } from './file/activities.ts'
import { postsCsvFormat } from './file/posts-csv.ts'
import { emlFormat, mboxFormat } from './mail/receive.ts'
import { mastodonFormat } from './mastodon/receive.ts'

/** Every format that can be imported: one line a format. */
export const INPUT_FORMATS: Record<ImportFormat, InputFormat> = {
  activities: activitiesFormat,
  mastodon: mastodonFormat,
  jetstream: jetstreamFormat,
  feed: feedFormat,
  mbox: mboxFormat,
  eml: emlFormat,
  'posts-csv': postsCsvFormat,
}
