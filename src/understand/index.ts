export { answerQueue, skipQueue } from './answer-queue.ts'
export { applyTopics } from './apply-topics.ts'
export {
  bringBackCandidates,
  createPeopleCount,
  decideCandidate,
  getCandidate,
  listCandidates,
  matchAccounts,
  matchDue,
  noteWhoWrote,
  type PeopleCount,
  readReviewStanding,
} from './candidates/index.ts'
export {
  addOrganisation,
  addToOrganisation,
  type ChangeInWorkspace,
  deleteOrganisation,
  disownAccount,
  ownAccounts,
  patchOrganisation,
  removeFromOrganisation,
} from './change-organisations.ts'
export { lockedRootOf, patchPerson } from './change-person.ts'
export { addTopic, type Change, deleteTopic, patchTopic } from './change-topics.ts'
export { changeWorkspace, countAnew, readWorkspace } from './change-workspace.ts'
export { checkDerived, rebuildDerived } from './check-derived.ts'
export { correctReading, takeCorrectionsBack } from './correct-reading.ts'
export { nextToJudge } from './draw-queue.ts'
export { dropExpired } from './drop-expired.ts'
export type { WhyMoved } from './explain-move.ts'
export { type ExportedCard, exportCards } from './export-cards.ts'
export { type ExportedPerson, exportPeople } from './export-people.ts'
export { forgetCredits } from './forget-credits.ts'
export { hydratePeople, ORIGINALS } from './hydrate-people.ts'
export * from './imports/index.ts'
export { recountIntentDays } from './intent-days.ts'
export type { Truth } from './judgement.ts'
export { loadLanguageDetector } from './language-detector.ts'
export { checkLinks } from './links-back/check-links.ts'
export {
  type MatchedPair,
  type MatchRecord,
  matchRecords,
  phoneCountryOf,
  readPhone,
  readPlainPhone,
} from './matching/index.ts'
export { meetContactsStep } from './meet-contacts.ts'
export {
  areKeptApart,
  holdPeople,
  journalFields,
  keptApartAmong,
  type ListedMerge,
  listFieldChanges,
  listMerges,
  lockPersons,
  mergePeople,
  moveHandle,
  pairName,
  previewMerge,
  retoken,
  sayNotSame,
  showMergeOf,
  splitHandle,
  takeBackNotSame,
  unmergePeople,
} from './merges/index.ts'
export { type ReadBy, readByOf, recountModelDays } from './model-days.ts'
export { readerNameOf } from './model-delta.ts'
export {
  askToGroup,
  dueTopics,
  type FoundOpinion,
  findOpinions,
  getOpinion,
  groupTopic,
  listOpinions,
  meaningFinder,
  mergeOpinions,
  type OpinionChange,
  type OpinionInFull,
  type OpinionPost,
  renameOpinion,
  splitOpinion,
  undoDecision,
} from './opinions/index.ts'
export * from './organisation-merges/index.ts'
export { ensureOrganisations } from './organisations.ts'
export { numberOf, ownNumber, phoneHandle } from './phone-handles.ts'
export { previewTopic } from './preview-topic.ts'
export * from './privacy/index.ts'
export * from './programmes/index.ts'
export { readAgain } from './read-again.ts'
export { readBounds } from './read-bounds.ts'
export { readCorrections } from './read-corrections.ts'
export { readJourneys } from './read-journeys.ts'
export { readModels } from './read-models.ts'
export { getOrganisation } from './read-organisation.ts'
export {
  findOrganisations,
  getListedOrganisation,
  listOrganisations,
} from './read-organisations.ts'
export { readOverview } from './read-overview.ts'
export { findPeople, getPerson, listPeople, rootOf } from './read-people.ts'
export { readPersonJourneys } from './read-person-journeys.ts'
export { readPost } from './read-post.ts'
export { readQuality } from './read-quality.ts'
export { getTopic, listTopics } from './read-topics.ts'
export { createReader } from './reader.ts'
export { loadBaseModel, type ReaderModel } from './reader-model.ts'
export {
  createModels,
  createReaders,
  deltasOf,
  type FetchDelta,
  type ReaderSource,
  readerOf,
} from './reading-source.ts'
export { recordOrganisationsStep } from './record-organisations.ts'
export { recordProfilesStep } from './record-profiles.ts'
export { recordReadingsStep } from './record-readings.ts'
export * from './relations/index.ts'
export { todayIn } from './relations/today.ts'
export { resolveHandlesStep } from './resolve-handles.ts'
export { rollUpStep } from './roll-up.ts'
export { originalsOf } from './root-of-people.ts'
export { askToReadAgain, askToTrain, type BaseReader, followBase, runModel } from './run-model.ts'
export type { PeopleFilter } from './scan-people.ts'
export { takeBackStep } from './take-back.ts'
export { rollUpTiesStep } from './ties/add-ties.ts'
export { loadTieDays, type TieDay } from './ties/load-tie-days.ts'
export { type HandleTie, loadTies, strengthAt, type TieSpan } from './ties/load-ties.ts'
export { listOrganisationTies, listPersonTies, listTieActivities } from './ties/read-ties.ts'
export { recountTopicDays } from './topic-days.ts'
export { createTopicFinder } from './topics.ts'
export { trainModel } from './train-model.ts'
export { understandHere } from './understanding.ts'
export {
  areCopiesDue,
  countVoicesIn,
  groupCopiesOf,
  readTopicVoices,
  readVoices,
} from './voices/index.ts'
export {
  changeModelSettings,
  type ModelChange,
  readModelSettings,
} from './votes/model-settings.ts'
export { takeVotes, type VoteParts } from './votes/take-votes.ts'
export type { PeopleSort } from './walk-people.ts'
export {
  type ExplainMove,
  explainMovesHere,
  type MoveQuestion,
  moveToExplain,
} from './why-moved.ts'
