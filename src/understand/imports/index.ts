export { findAlikeOrganisations } from './find-alike-organisations.ts'
export {
  type Alike,
  findAlikePeople,
  findAllAlike,
  findOwnersOf,
  joinAlikePeople,
} from './find-alike-people.ts'
export { referredTo } from './references.ts'
export type { Undoing } from './undo-batch.ts'
export {
  beginUndo,
  type DealFate,
  type RemovedDeals,
  type UndoDeals,
  undoImport,
} from './undo-import.ts'
