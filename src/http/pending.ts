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
  | 'listPeople'
  | 'getPerson'
  | 'patchPerson'
  | 'getTimeline'
  | 'listTopics'
  | 'postTopic'
  | 'patchTopic'
  | 'deleteTopic'
> = {
  getOverview: pending,
  listChannels: pending,
  listActivities: pending,
  getActivity: pending,
  listPeople: pending,
  getPerson: pending,
  patchPerson: pending,
  getTimeline: pending,
  listTopics: pending,
  postTopic: pending,
  patchTopic: pending,
  deleteTopic: pending,
}
