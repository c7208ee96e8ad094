import type { ImportFormat, Words } from '../terms.ts'

/** What a format is; its channels are of the kind that is called so. */
export const FORMAT_WORDS: Record<ImportFormat, Words> = {
  'posts-csv': { ja: '投稿の表 (CSV・Excel)', en: 'Table of posts (CSV, Excel)' },
  'people-csv': { ja: '人物の表 (CSV・Excel)', en: 'Table of people (CSV, Excel)' },
  'organisations-csv': {
    ja: '企業・団体の表 (CSV・Excel)',
    en: 'Table of organisations (CSV, Excel)',
  },
  'deals-csv': { ja: '商談の表 (CSV・Excel)', en: 'Table of deals (CSV, Excel)' },
  'outcomes-csv': { ja: '成果の表 (CSV・Excel)', en: 'Table of outcomes (CSV, Excel)' },
  mbox: { ja: 'メールボックス (mbox)', en: 'Mailbox (mbox)' },
  eml: { ja: 'メール1通 (eml)', en: 'One mail (eml)' },
  feed: { ja: 'フィード (RSS・Atom)', en: 'Feed (RSS, Atom)' },
  mastodon: { ja: 'Mastodon (JSON)', en: 'Mastodon (JSON)' },
  jetstream: { ja: 'Bluesky Jetstream (JSONL)', en: 'Bluesky Jetstream (JSONL)' },
  activitystreams: { ja: 'ActivityStreams (JSON)', en: 'ActivityStreams (JSON)' },
  reddit: { ja: 'Reddit (JSON)', en: 'Reddit (JSON)' },
  hackernews: { ja: 'Hacker News (JSON)', en: 'Hacker News (JSON)' },
  activities: { ja: 'Enishi の行動 (JSONL)', en: 'Enishi activities (JSONL)' },
  stripe: { ja: 'Stripe のイベント (JSONL)', en: 'Stripe events (JSONL)' },
  shopify: { ja: 'Shopify のイベント (JSONL)', en: 'Shopify events (JSONL)' },
  webhook: { ja: '自社システムの成果 (JSONL)', en: 'Outcomes of an own system (JSONL)' },
}
