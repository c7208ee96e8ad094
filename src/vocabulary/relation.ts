/** What a person or an organisation is to us; several may hold at once. */
export const RELATION_KINDS = [
  'customer',
  'prospect',
  'advocate',
  'decision-maker',
  'partner',
  'competitor',
  'employee',
  'media',
  'peer',
  'stakeholder',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** A built-in kind, or the id of one that the workspace added. */
export type RelationCode = RelationKind | (string & {})

/** Who says so. */
export const RELATION_SOURCES = ['import', 'member', 'rule', 'inferred'] as const
export type RelationSource = (typeof RELATION_SOURCES)[number]

/** Of whom a kind may be said. */
export const RELATION_SUBJECTS = ['person', 'organisation', 'both'] as const
export type RelationSubject = (typeof RELATION_SUBJECTS)[number]

/** What a rule asks of somebody. */
export const RULE_CONDITIONS = [
  ...(['bought', 'organisation-is', 'own-organisation'] as const),
  ...(['tagged', 'field', 'stage', 'role', 'listed'] as const),
] as const
export type RuleCondition = (typeof RULE_CONDITIONS)[number]

/** Which of its conditions a rule asks for. */
export const RULE_MATCHES = ['all', 'any'] as const
export type RuleMatch = (typeof RULE_MATCHES)[number]

/** How a rule compares the value of a custom field. */
export const FIELD_COMPARISONS = ['is', 'contains', 'at-least', 'on-or-after'] as const
export type FieldComparison = (typeof FIELD_COMPARISONS)[number]

/** What a proposal rests on. */
export const PROPOSAL_BASES = ['role', 'workplace', 'evaluating', 'recommending'] as const
export type ProposalBasis = (typeof PROPOSAL_BASES)[number]

/** How a programme stands with somebody, best first. */
export const HEALTHS = ['good', 'due', 'overdue', 'lapsing'] as const
export type Health = (typeof HEALTHS)[number]

/** The ways in which one account turns to another: columns of `tie`. */
export const TIE_KINDS = ['answers', 'mentions', 'shares', 'likes', 'follows'] as const
export type TieKind = (typeof TIE_KINDS)[number]
