/** What becomes of a community from one search to the next. */
export const COMMUNITY_CHANGES = [
  'born',
  'grown',
  'shrunk',
  'merged',
  'split',
  'ended',
  'returned',
] as const
export type CommunityChangeKind = (typeof COMMUNITY_CHANGES)[number]

/** Fewer people are company, not a community. */
export const COMMUNITY_PEOPLE_MIN = 5

/** The steps of finding communities, in their order. */
export const FINDING_STEPS = ['people', 'groups', 'posts', 'writing'] as const
export type FindingStep = (typeof FINDING_STEPS)[number]
