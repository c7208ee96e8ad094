export { journalFields, listFieldChanges } from './field-journal.ts'
export { holdPeople } from './hold-people.ts'
export { mergePeople, type WantedMerge } from './merge-people.ts'
export { moveHandle, splitHandle } from './move-handle.ts'
export {
  areKeptApart,
  keptApartAmong,
  pairName,
  sayNotSame,
  takeBackNotSame,
} from './not-same.ts'
export { lockPersons, retoken } from './person-fields.ts'
export { previewMerge } from './preview-merge.ts'
export { type ListedMerge, listMerges, showMergeOf } from './read-merges.ts'
export { unmergePeople } from './unmerge-people.ts'
