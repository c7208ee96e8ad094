/** How a post of one person reached another; the last two are told by an outcome. */
export const TOUCH_KINDS = [
  'reply',
  'repost',
  'quote',
  'like',
  'mention',
  'thread',
  'follow',
  'click',
  'claim',
] as const
export type TouchKind = (typeof TOUCH_KINDS)[number]

/** What somebody had done about a topic when speaking. */
export const ACTOR_LEVELS = ['unknown', 'knows', 'bought', 'recommends', 'advises-against'] as const
export type ActorLevel = (typeof ACTOR_LEVELS)[number]
