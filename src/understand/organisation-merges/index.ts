export { findOrganisationPairs } from './lookalikes.ts'
export { mergeOrganisations, unmergeOrganisations } from './merge-organisations.ts'
export { organisationToName, rootOrganisationOf } from './organisation-root.ts'
export { sayOrganisationsApart } from './organisations-apart.ts'
export {
  listOrganisationMerges,
  previewOrganisationMerge,
  showOrganisationMerge,
} from './read-merges.ts'
