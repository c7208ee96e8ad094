export {
  addContact,
  addProgramme,
  patchProgramme,
  putMember,
  removeContact,
  removeProgramme,
} from './change-programmes.ts'
export {
  type NextContact,
  nextContactsOf,
  passContactsOn,
  passProgrammesOn,
} from './next-contacts.ts'
export { listContacts, listMembersOf, listProgrammes } from './read-programmes.ts'
