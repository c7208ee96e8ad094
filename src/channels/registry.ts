import type { ImportFormat, InputFormat } from '#listen/index.ts'
import { activitystreamsFormat } from './activitystreams/receive.ts'
import { jetstreamFormat } from './bluesky/receive.ts'
import { feedFormat } from './feed/receive.ts'
import { activitiesFormat } from './file/activities.ts'
import { dealsCsvFormat } from './file/deals-csv.ts'
import { organisationsCsvFormat } from './file/organisations-csv.ts'
import { outcomesCsvFormat } from './file/outcomes-csv.ts'
import { peopleCsvFormat } from './file/people-csv.ts'
import { postsCsvFormat } from './file/posts-csv.ts'
import { hackernewsFormat } from './hackernews/receive.ts'
import { emlFormat, mboxFormat } from './mail/receive.ts'
import { mastodonFormat } from './mastodon/receive.ts'
import { redditFormat } from './reddit/receive.ts'
import { shopifyFormat } from './shopify/receive.ts'
import { stripeFormat } from './stripe/receive.ts'
import { webhookFormat } from './webhook/receive.ts'

/** Every format that can be imported: one line a format. */
export const INPUT_FORMATS: Record<ImportFormat, InputFormat> = {
  activities: activitiesFormat,
  activitystreams: activitystreamsFormat,
  mastodon: mastodonFormat,
  jetstream: jetstreamFormat,
  reddit: redditFormat,
  hackernews: hackernewsFormat,
  feed: feedFormat,
  mbox: mboxFormat,
  eml: emlFormat,
  'posts-csv': postsCsvFormat,
  'people-csv': peopleCsvFormat,
  'organisations-csv': organisationsCsvFormat,
  'deals-csv': dealsCsvFormat,
  'outcomes-csv': outcomesCsvFormat,
  stripe: stripeFormat,
  shopify: shopifyFormat,
  webhook: webhookFormat,
}
