export type { ActivityFilter } from './activity-filter.ts'
export type { ListedActivity } from './hydrate-activities.ts'
export * from './input-format.ts'
export {
  type ActivityInFull,
  getActivity,
  listActivities,
  listActivitiesById,
} from './read-activities.ts'
export { type ListedChannel, listChannels } from './read-channels.ts'
