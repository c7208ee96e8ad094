import { type ActivityInFull, getActivity, listActivities } from '#listen/index.ts'
import type { Evidence } from '#vocabulary/index.ts'
import type { Handlers, HttpContext } from './handler.ts'

/** The log: list, search, and one in full. */
export const activityHandlers: Handlers<'listActivities' | 'getActivity'> = {
  listActivities: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listActivities(tx, query, query)),
  getActivity: async ({ params, caller, context }) => {
    const found = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      getActivity(tx, params.id),
    )
    return { ...found, evidence: await evidenceOf(found, context) }
  },
}

/** What in the text moved the reading: the post is read again, off the HTTP thread. */
async function evidenceOf(
  { title, text, reading }: Pick<ActivityInFull, 'title' | 'text' | 'reading'>,
  { understanding }: HttpContext,
): Promise<Evidence[]> {
  if (text === null || reading === null) return []
  const post = { title: title ?? undefined, text, languageHint: undefined, explains: true }
  const [understood] = await understanding.understand([post], { revision: 0, topics: [] })
  // Another model's evidence would explain a reading that is not the one shown.
  return understood?.reading.model === reading.model ? understood.reading.evidence : []
}
