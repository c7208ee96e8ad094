export type { BulkChange } from './bulk/bulk-change.ts'
export {
  getBulkEdit,
  listBulkEdits,
  makeBulkEdit,
  previewBulkEdit,
  undoBulkEdit,
} from './bulk/bulk-edits.ts'
export { type Card, type CardPatch, getCard, patchCard } from './cards/cards.ts'
export { addContact, deleteContact, patchContact } from './contacts/change-contacts.ts'
export { listContacts } from './contacts/read-contacts.ts'
export { addDeal, deleteDeal, patchDeal } from './deals/change-deals.ts'
export type { DealChange } from './deals/deal-outcome.ts'
export { sumPipeline } from './deals/pipeline-sums.ts'
export {
  addPipeline,
  deletePipeline,
  listPipelines,
  patchPipeline,
} from './deals/pipelines.ts'
export { type DealInFull, getDeal, listDeals } from './deals/read-deals.ts'
export { recordDealsStep } from './deals/record-deals.ts'
export { undoDeals } from './deals/undo-deals.ts'
export {
  type Assignment,
  assign,
  deleteAssignment,
  departmentsToday,
  listAssignments,
  patchAssignment,
} from './departments/assignments.ts'
export {
  deleteDepartment,
  departmentNamed,
  listDepartments,
  renameDepartment,
  todayIn,
} from './departments/departments.ts'
export { addField, deleteField, listFields, patchField } from './fields/fields.ts'
export {
  acknowledge,
  getHandover,
  handOver,
  listHandovers,
} from './handovers/handovers.ts'
export { readHeld } from './handovers/held.ts'
export { findLookalikes, joinLookalikes } from './imports/lookalikes.ts'
export { readOwnTerms } from './imports/own-terms.ts'
export { recordOwnTermsStep } from './imports/record-own-terms.ts'
export { addCode, deleteCode, patchCode } from './links/change-codes.ts'
export { addLink, deleteLink, patchLink } from './links/change-links.ts'
export { type FoundLink, findLinks } from './links/find-links.ts'
export { listCodes } from './links/read-codes.ts'
export { type ListedLink, listLinks } from './links/read-links.ts'
export { findSubjects, type ListFilter } from './lists/find-subjects.ts'
export {
  addList,
  countList,
  deleteList,
  getList,
  listLists,
  patchList,
  type Viewer,
} from './lists/lists.ts'
export { type Narrowed, narrow } from './lists/narrow.ts'
export { addNote, deleteNote, patchNote } from './notes/change-notes.ts'
export { listNotes } from './notes/read-notes.ts'
export { listNotices, markNotice, markNoticesSeen } from './notices/notices.ts'
export { sumOrganisation } from './organisations/sum-organisation.ts'
export { countOwned } from './owners/owners.ts'
export { addPerson } from './people/add-person.ts'
export { addDetail, correctDetail, removeDetail } from './people/contact-details.ts'
export { cardLook } from './rules/card-look.ts'
export type { Colleague } from './subjects.ts'
export { deleteTag, listTags, mergeTags, renameTag, tagNamed } from './tags/tags.ts'
export { addTask, deleteTask, patchTask } from './tasks/change-tasks.ts'
export { listTasks } from './tasks/read-tasks.ts'
export { readTimeline, type TimelineItem, type TimelineKind } from './timeline/read-timeline.ts'
export { scopeOfDeal, scopeOfOrganisation, scopeOfPerson } from './timeline/scope.ts'
export {
  addWebhook,
  deleteWebhook,
  patchWebhook,
  renewSecret,
} from './webhooks/change-webhooks.ts'
export {
  dropDeliveries,
  getDelivery,
  listDeliveries,
  redeliver,
  redeliverAll,
  sendTest,
} from './webhooks/deliveries.ts'
export { getWebhook, type ListedWebhook, listWebhooks } from './webhooks/read-webhooks.ts'
export { dueWorkspaces, type SendParts, sendNext } from './webhooks/send-delivery.ts'
export { countMissed, tellMissed, workspacesMissing } from './webhooks/tell-missed.ts'
export { placeInLog, writeDeliveries } from './webhooks/write-deliveries.ts'
