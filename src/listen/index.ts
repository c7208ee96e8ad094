export type { ActivityFilter } from './activity-filter.ts'
export * from './batch.ts'
export * from './channel-row.ts'
export * from './check-arrival.ts'
export * from './columns.ts'
export * from './decode-text.ts'
export * from './html-text.ts'
export type { ListedActivity } from './hydrate-activities.ts'
export * from './import-file.ts'
export * from './import-rows.ts'
export * from './input-format.ts'
export * from './known-fields.ts'
export * from './listening.ts'
export * from './open-input.ts'
export * from './parse-date.ts'
export * from './parse-json-line.ts'
export * from './prepare.ts'
export {
  type ActivityInFull,
  getActivity,
  listActivities,
  listActivitiesById,
} from './read-activities.ts'
export { listChannels } from './read-channels.ts'
export { recogniseStep } from './recognise.ts'
export { recordStep } from './record.ts'
export * from './split-lines.ts'
export * from './step-meter.ts'
export * from './uploads.ts'
