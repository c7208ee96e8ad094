/** What two records may agree in. Columns under `more` are called `more.<name>`. */
export const MATCH_FIELDS = [
  'email',
  'phone',
  'handle',
  'link',
  'url',
  'name',
  'birth',
  'address',
  'location',
  'organisation',
  'bio',
  'lang',
  'avatar',
  'hours',
  'posts',
  'interests',
  'writing',
] as const
export type MatchField = (typeof MATCH_FIELDS)[number]

/** What speaks beside the fields: rival explanations of what they share, and what a record is. */
export const MATCH_CONCERNS = ['household', 'kind'] as const
export type MatchConcern = (typeof MATCH_CONCERNS)[number]

export type ReasonField = MatchField | MatchConcern | `more.${string}`

/** How far the two values of a field agree. Which of them a field knows, its comparison says. */
export const AGREEMENTS = [
  /** The same after folding. */
  'exact',
  /** Another form of the same: `a.b+x@gmail.com`, Bob for Robert, 齋藤 for 斎藤. */
  'variant',
  /** Another script of the same name. */
  'reading',
  /** Initials that fit. */
  'initials',
  /** The same handle on another platform. */
  'other-platform',
  /** The same part before the @ of an address, on another server. */
  'same-local-part',
  /** Shared by many on purpose: `info@`, `support`. */
  'shared',
  /** Values of two columns or of day and month stand in each other's place. */
  'swapped',
  /** As a slip of the pen or of a reading machine leaves it. */
  'close',
  /** One contains the other, or they share a part that tells. */
  'part',
  /** The same neighbourhood: suburb, postcode. */
  'area',
  /** The same year. */
  'year',
  /** Each links to the page of the other. */
  'both-ways',
  /** One links to the page of the other, and its platform has verified the link. */
  'verified',
  /** One links to the page of the other. */
  'one-way',
  /** Two handles on one platform. */
  'two-accounts',
  'different',
  /** They contradict each other: 田中一郎 and 田中花子. */
  'conflict',
] as const
export type Agreement = (typeof AGREEMENTS)[number]

/** `same`: joined without asking. `review`: somebody should look. */
export const MATCH_VERDICTS = ['same', 'review', 'different'] as const
export type MatchVerdict = (typeof MATCH_VERDICTS)[number]

/** What one field says of two records; positive weights (nats) speak for the same person. */
export interface MatchReason {
  field: ReasonField
  agreement: Agreement
  weight: number
}

/** What is held of two records. */
export interface PairJudgement {
  /** Sum of the reasons' weights: log of how much likelier they are under one person than under two. */
  weight: number
  /** That they are the same person, with the share of such pairs at large taken into account. */
  probability: number
  verdict: MatchVerdict
  /** The strongest first. */
  reasons: MatchReason[]
}

/**
 * Where a pair of people that may be one stands: to be looked at, put off, merged, said to be two, or
 * no longer worth a look.
 */
export const CANDIDATE_STATES = ['open', 'later', 'merged', 'not-same', 'gone'] as const
export type CandidateState = (typeof CANDIDATE_STATES)[number]

/** What a member says of such a pair. */
export const CANDIDATE_VERDICTS = ['same', 'not-same', 'later'] as const
export type CandidateVerdict = (typeof CANDIDATE_VERDICTS)[number]
