export { addRelation, patchRelation, removeRelation } from './change-relations.ts'
export { decideProposal } from './decide-proposal.ts'
export { type Finding as ProposalFinding, findCandidates, isProposed } from './find-proposals.ts'
export {
  addRelationKind,
  checkKinds as checkRelationKinds,
  listRelationKinds,
  patchRelationKind,
  removeRelationKind,
} from './kinds.ts'
export { listProposals } from './read-proposals.ts'
export { listRelations } from './read-relations.ts'
export type { RelationOf } from './record-relations.ts'
export type { CardLook, ConditionTerms, Finding as RuleFinding } from './rule-terms.ts'
export {
  addRelationRule,
  listRelationRules,
  patchRelationRule,
  previewRelationRule,
  removeRelationRule,
} from './rules.ts'
export { applyRulesAbout, isSearchDue, searchRelations } from './search-relations.ts'
export { conditionsTouchedBy, type Touched } from './touched-conditions.ts'
