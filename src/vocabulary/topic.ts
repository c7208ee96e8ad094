export const TOPIC_KINDS = ['own', 'competitor', 'category', 'campaign'] as const
export type TopicKind = (typeof TOPIC_KINDS)[number]

/** What posts may be about: a product, a brand, a category, a campaign. */
export interface Topic {
  id: string
  name: string
  kind: TopicKind
  aliases: string[]
}
