export { type PersonChange, patchPerson } from './change-person.ts'
export {
  addTopic,
  type Change,
  deleteTopic,
  patchTopic,
  type TopicChange,
  type TopicInput,
} from './change-topics.ts'
export type { ListedHandle, ListedPerson } from './hydrate-people.ts'
export { nameTokens } from './person-names.ts'
export {
  type Overview,
  type OverviewFilter,
  type PostCounts,
  readOverview,
} from './read-overview.ts'
export { getPerson, getTimeline, listPeople, type PersonInFull } from './read-people.ts'
export { getTopic, type ListedTopic, listTopics } from './read-topics.ts'
export type { PeopleFilter } from './scan-people.ts'
export type { PeopleSort } from './walk-people.ts'
