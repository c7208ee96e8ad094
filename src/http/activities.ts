import {
  type ActivityInFull,
  getActivity,
  languageHintOf,
  listActivities,
  type ReaderRef,
} from '#listen/index.ts'
import { readerNameOf, readerOf } from '#understand/index.ts'
import type { Evidence, Explanation } from '#vocabulary/index.ts'
import type { Handlers, HttpContext } from './handler.ts'
import { nameCorrectors } from './name-correctors.ts'

/** The log: list, search, and one in full. */
export const activityHandlers: Handlers<'listActivities' | 'getActivity'> = {
  listActivities: async ({ query, caller, context }) => {
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listActivities(tx, query, query),
    )
    return { items: await nameCorrectors(items, caller, context), next }
  },
  getActivity: async ({ params, caller, context }) => {
    const { workspaceId } = caller
    const [found, languageHint, reader] = await context.door.inWorkspace(
      workspaceId,
      async (tx) =>
        [
          await getActivity(tx, params.id),
          await languageHintOf(tx, params.id),
          await readerOf(tx),
        ] as const,
    )
    const [shown = found] = await nameCorrectors([found], caller, context)
    return { ...shown, ...(await explained({ ...found, languageHint }, reader, context)) }
  },
}

interface Explained {
  evidence: Evidence[]
  explanations: Explanation[]
}

const UNEXPLAINED: Explained = { evidence: [], explanations: [] }

/** What in the text moved the reading: the post is read again, off the HTTP thread. */
async function explained(
  post: Pick<ActivityInFull, 'title' | 'text' | 'reading' | 'topics'> & {
    languageHint: string | undefined
  },
  reader: ReaderRef,
  { understanding }: HttpContext,
): Promise<Explained> {
  const { title, text, reading, languageHint } = post
  if (text === null || reading === null) return UNEXPLAINED
  const from = title === null ? 0 : title.length + 1
  const mentions = post.topics.map(({ id, start, end }) => {
    return { topicId: id, start: from + start, end: from + end }
  })
  const asRead = { title: title ?? undefined, text, languageHint, explains: true, mentions }
  const topics = { revision: 0, topics: [], reader }
  const [understood] = await understanding.understand([asRead], topics)
  // Another model's evidence would explain a reading that is not the one shown.
  const read = understood?.reading
  if (read?.model !== readerNameOf(reading.model)) return UNEXPLAINED
  return { evidence: read.evidence, explanations: read.explanations ?? [] }
}
