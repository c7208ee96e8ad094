import { activitiesFormat } from '#channels/file/activities.ts'
import {
  ensureChannel,
  type Heard,
  type Hearing,
  prepareRecord,
  type ReadContext,
} from '#listen/index.ts'
import { type Ending, EnishiError, LIMITS } from '#vocabulary/index.ts'
import type { postActivities } from './contract/activities.ts'
import type { Answer, Call, Handlers, HttpContext } from './handler.ts'

type Item = Answer<typeof postActivities>['items'][number]

/** Activities of requests that are being recorded at this moment, over the whole process. */
let inFlight = 0

export const postActivitiesHandlers: Handlers<'postActivities'> = {
  postActivities: async (call) => {
    const items = Array.isArray(call.body) ? call.body : [call.body]
    admit(items.length)
    inFlight += items.length
    try {
      return { items: await recordItems(call, items) }
    } finally {
      inFlight -= items.length
    }
  },
}

/** Refuses what would only queue up: the caller is told when to come again. */
function admit(count: number): void {
  if (inFlight === 0 || inFlight + count <= LIMITS.activitiesInFlightMax) return
  throw tooBusy()
}

function tooBusy(cause?: unknown): EnishiError {
  const words = {
    en: 'More is arriving than can be recorded. Try again in a moment.',
    ja: '記録が追いつかないほどの量が届いています。少し待ってからもう一度お試しください。',
  }
  return new EnishiError('too-busy', words, {}, cause)
}

/** Requests that may write at the same time; the background pool has three connections, jobs need one. */
const WRITERS_MAX = 2
const writers: Promise<unknown>[] = Array.from({ length: WRITERS_MAX }, () => Promise.resolve())
let turn = 0

/** Waits for its turn, then writes. PostgreSQL's statement timeout (57014) means: too much at once. */
async function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const line = turn++ % WRITERS_MAX
  const written = (writers[line] as Promise<unknown>).then(write)
  writers[line] = written.catch((error: Error) => error)
  try {
    return await written
  } catch (error) {
    if ((error as { code?: string }).code === '57014') throw tooBusy(error)
    throw error
  }
}

async function recordItems(
  { query, caller, context }: Call<typeof postActivities>,
  items: Record<string, unknown>[],
): Promise<Item[]> {
  const { door, now, random } = context
  const channel = { kind: 'activities', name: query.channel }
  const channelId = await door.inWorkspace(caller.workspaceId, (tx) =>
    ensureChannel(tx, caller.workspaceId, channel, now(), random),
  )
  const hearing: Hearing = { workspaceId: caller.workspaceId, channelId, heard: [], refused: [] }
  if (caller.userId !== null) hearing.memberId = caller.userId
  const answers = prepareItems(context, query.channel, items, hearing)
  await inTurn(() => context.listening.hear(hearing, 'background'))
  return answers.map((answer) => ('arrival' in answer ? itemOf(answer.ending as Ending) : answer))
}

/** One answer an item, in order; those that are heard get their ending when they are recorded. */
function prepareItems(
  context: HttpContext,
  scope: string,
  items: Record<string, unknown>[],
  hearing: Hearing,
): (Item | Heard)[] {
  const read: ReadContext = { arrivedAt: context.now(), scope, timeZone: 'UTC' }
  return items.map((item, i) => {
    const record = { line: i + 1, payload: JSON.stringify(item), parsed: item }
    const prepared = prepareRecord(record, i + 1, activitiesFormat, read)
    if ('refused' in prepared) return itemOf({ kind: 'refused', refusal: prepared.refused.refusal })
    hearing.heard.push(...prepared.heard)
    return prepared.heard.at(-1) as Heard
  })
}

function itemOf(ending: Ending): Item {
  if (ending.kind !== 'refused') return { ending: ending.kind, activityId: ending.activityId }
  const { reason, field, detail } = ending.refusal
  return {
    ending: 'refused',
    activityId: null,
    reason,
    ...(field === undefined ? {} : { field }),
    ...(detail === undefined ? {} : { detail }),
  }
}
