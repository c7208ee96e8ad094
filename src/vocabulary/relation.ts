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
