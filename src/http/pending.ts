import { EnishiError } from '#vocabulary/index.ts'
import type { Handlers } from './handler.ts'

async function pending(): Promise<never> {
  throw new EnishiError('not-ready', {
    en: 'This part is not there yet.',
    ja: 'この機能はまだありません。',
  })
}

/** Stand-ins for handlers that other parts bring. */
export const pendingHandlers: Handlers<
  | 'getOverview'
  | 'listChannels'
  | 'listActivities'
  | 'getActivity'
  | 'postActivities'
  | 'listPeople'
  | 'getPerson'
  | 'patchPerson'
  | 'getTimeline'
  | 'listTopics'
  | 'postTopic'
  | 'patchTopic'
  | 'deleteTopic'
  | 'postUpload'
  | 'postImport'
  | 'listImports'
  | 'getImport'
  | 'patchImport'
  | 'listRefusals'
  | 'downloadRefusals'
> = {
  getOverview: pending,
  listChannels: pending,
  listActivities: pending,
  getActivity: pending,
  postActivities: pending,
  listPeople: pending,
  getPerson: pending,
  patchPerson: pending,
  getTimeline: pending,
  listTopics: pending,
  postTopic: pending,
  patchTopic: pending,
  deleteTopic: pending,
  postUpload: pending,
  postImport: pending,
  listImports: pending,
  getImport: pending,
  patchImport: pending,
  listRefusals: pending,
  downloadRefusals: pending,
}
