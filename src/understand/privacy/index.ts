export {
  dropOldAccesses,
  listAccesses,
  noteAccess,
} from './accesses.ts'
export {
  agreedAmong,
  closeContact,
  closedAmong,
  contactRulesOf,
  doNotContactOf,
  mayContact,
  openContact,
  recordConsent,
  withdrawConsent,
} from './contact-rules.ts'
export { erasePerson, previewErasure } from './erase-person.ts'
export { exportPage } from './export-page.ts'
export { exportPerson, type PersonExport } from './export-person.ts'
export { keepTombstones, replayKept } from './kept-tombstones.ts'
export { dropOldLooks, listPeopleLooks, notePeopleLook, recordExport } from './looks.ts'
export {
  changePrivacySetting,
  readPrivacyOverview,
} from './privacy-setting.ts'
export { NOT_REACHED, REACHED_TABLES, type ReachedTable, reachOf } from './reach.ts'
export { listAudit } from './read-audit.ts'
export { refuseErasedStep } from './refuse-erased.ts'
export { refuseStoppedStep } from './refuse-stopped.ts'
export {
  listAllAccesses,
  listAllProvisions,
  listClosedContacts,
  listConsents,
  listErasures,
} from './registers.ts'
export {
  parseTombstones,
  readTombstones,
  replayTombstones,
} from './replay.ts'
export {
  addRequest,
  changeRequest,
  listProvisions,
  listRequests,
  recordProvision,
} from './requests.ts'
export { endOldTexts, RETENTIONS } from './retention.ts'

export { isUsed, stoppedAmong } from './stopped.ts'
export {
  resumeUse,
  stopsOfUse,
  stopUse,
} from './use-stop.ts'
export { findWhom } from './whom.ts'
