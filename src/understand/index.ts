export { applyTopics } from './apply-topics.ts'
export { type PersonChange, patchPerson } from './change-person.ts'
export {
  addTopic,
  type Change,
  deleteTopic,
  patchTopic,
  type TopicChange,
  type TopicInput,
} from './change-topics.ts'
export { checkDerived, type Difference, rebuildDerived } from './check-derived.ts'
export { createFirstReader } from './first-reader.ts'
export type { ListedHandle, ListedPerson } from './hydrate-people.ts'
export { type ExactSignal, exactSignals, normaliseEmail, normaliseLink } from './identify.ts'
export { type SplitName, sortKey, splitDisplayName } from './names.ts'
export { nameTokens } from './person-names.ts'
export {
  type Overview,
  type OverviewFilter,
  type PostCounts,
  readOverview,
} from './read-overview.ts'
export { getPerson, getTimeline, listPeople, type PersonInFull } from './read-people.ts'
export { type ReadPost, readPost, type TopicStage } from './read-post.ts'
export { getTopic, type ListedTopic, listTopics } from './read-topics.ts'
export { recordReadingsStep } from './record-readings.ts'
export { resolveHandlesStep } from './resolve-handles.ts'
export { rollUpStep } from './roll-up.ts'
export type { PeopleFilter } from './scan-people.ts'
export { takeBackStep } from './take-back.ts'
export { recountTopicDays } from './topic-days.ts'
export { createTopicFinder, type TopicFinder } from './topics.ts'
export { understandHere } from './understanding.ts'
export type { PeopleSort } from './walk-people.ts'
