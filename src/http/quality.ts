import { getActivity } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { nameMembers } from '#store/members.ts'
import {
  answerQueue,
  askToTrain,
  type Change,
  correctReading,
  moveToExplain,
  nextToJudge,
  readCorrections,
  readModels,
  readQuality,
  runModel,
  skipQueue,
  type Truth,
  takeCorrectionsBack,
} from '#understand/index.ts'
import { EnishiError } from '#vocabulary/index.ts'
import type { putReading } from './contract/quality.ts'
import type { Call, Caller, Handlers, HttpContext } from './handler.ts'

type Names =
  | 'putReading'
  | 'deleteCorrection'
  | 'getCorrections'
  | 'getReadingMove'
  | 'getQuality'
  | 'listQueue'
  | 'postQueueAnswer'
  | 'postTraining'
  | 'postModelRun'

/** Corrections, audits, and the models that learn from them. */
export const qualityHandlers: Handlers<Names> = {
  putReading: ({ params: { id }, body, caller, context }) =>
    within(context, caller, async (tx, change) => {
      const { origin } = body
      await correctReading(tx, caller.workspaceId, id, { truth: truthIn(body), origin }, change)
      return readingOf(tx, id)
    }).then((reading) => withCorrector(context, caller, reading)),
  deleteCorrection: ({ params: { id }, query: { part }, caller, context }) =>
    within(context, caller, async (tx, change) => {
      await takeCorrectionsBack(tx, caller.workspaceId, id, change, part)
      return readingOf(tx, id)
    }).then((reading) => withCorrector(context, caller, reading)),
  getCorrections: async ({ params, caller, context }) => {
    const history = await within(context, caller, (tx) =>
      readCorrections(tx, caller.workspaceId, params.id),
    )
    return { ...history, corrections: await named(context, caller, 'by', history.corrections) }
  },
  getReadingMove: async ({ params, caller, context }) => {
    const { id: activityId, run } = params
    const { move, question } = await within(context, caller, (tx) =>
      moveToExplain(tx, caller.workspaceId, { activityId, run }, context.base),
    )
    if (typeof question === 'string') return { ...move, unexplained: question, why: [] }
    const why = await context.explainMove(question)
    if (why === null) return { ...move, unexplained: 'model-gone', why: [] }
    const texts = new Map(question.taught.map(({ id, text }) => [id, text]))
    const taughtBy = (of: (typeof why)[number]) =>
      of.taughtBy.map(({ id, share }) => {
        return { activity: id, excerpt: excerptOf(texts.get(id) ?? ''), share }
      })
    return { ...move, unexplained: null, why: why.map((of) => ({ ...of, taughtBy: taughtBy(of) })) }
  },
  getQuality: async ({ caller, context }) => {
    const quality = await within(context, caller, (tx) =>
      readQuality(tx, caller.workspaceId, context.base),
    )
    const models = await named(context, caller, 'requestedBy', quality.models)
    return { ...quality, models, runs: await named(context, caller, 'by', quality.runs) }
  },
  listQueue: ({ query, caller, context }) =>
    within(context, caller, async (tx, change) => ({
      items: await nextToJudge(tx, caller.workspaceId, query, change),
    })),
  postQueueAnswer: ({ params: { id }, body, caller, context }) =>
    within(context, caller, async (tx, change) => {
      if ('skip' in body) await skipQueue(tx, caller.workspaceId, id, change)
      else await answerQueue(tx, caller.workspaceId, id, body, change)
      return undefined
    }),
  postTraining: ({ caller, context }) =>
    within(context, caller, async (tx, change) => ({
      state: await askToTrain(tx, caller.workspaceId, context.base, change),
    })),
  postModelRun: async ({ params, caller, context }) => {
    const model = await within(context, caller, async (tx, change) => {
      const version = /^\d{1,9}$/.test(params.version) ? Number(params.version) : -1
      await runModel(tx, caller.workspaceId, version, context.base, change)
      const models = await readModels(tx, caller.workspaceId, context.base)
      return found(models.find((one) => one.version === version))
    })
    return found((await named(context, caller, 'requestedBy', [model]))[0])
  },
}

const EXCERPT_CHARS = 120

function excerptOf(text: string): string {
  return text.length <= EXCERPT_CHARS ? text : `${text.slice(0, EXCERPT_CHARS).toWellFormed()}…`
}

function within<T>(
  { door, now, random }: HttpContext,
  caller: Caller,
  work: (tx: Transaction, change: Change) => Promise<T>,
): Promise<T> {
  const change = { authorId: caller.userId, now: now(), random }
  return door.inWorkspace(caller.workspaceId, (tx) => work(tx, change))
}

type Author = { id: string; name: string | null } | null

/** Puts the names of members where the log knows only who they are. */
async function named<Key extends string, Item extends Record<Key, Author>>(
  { door }: HttpContext,
  { workspaceId }: Caller,
  key: Key,
  items: readonly Item[],
): Promise<Item[]> {
  const ids = new Set(items.flatMap((item) => item[key]?.id ?? []))
  if (ids.size === 0) return [...items]
  const names = await nameMembers(door, workspaceId, [...ids])
  return items.map((item) => {
    const id = item[key]?.id
    return id === undefined ? item : { ...item, [key]: { id, name: names.get(id) ?? null } }
  })
}

async function withCorrector<Shown extends { correctedBy: Author }>(
  context: HttpContext,
  caller: Caller,
  reading: Shown,
): Promise<Shown> {
  return found((await named(context, caller, 'correctedBy', [reading]))[0])
}

/** The parts that a correction names; intents and toxicity as yes or no. */
function truthIn(body: Call<typeof putReading>['body']): Truth {
  const { sentiment, stage, stance, toxicity, other, intents = {} } = body
  const yesOrNo = (holds: boolean) => (holds ? 'yes' : 'no')
  const truth: Truth = {}
  if (sentiment !== undefined) truth.sentiment = sentiment
  if (stage !== undefined) truth.stage = stage
  if (stance !== undefined) truth.stance = stance
  if (toxicity !== undefined) truth.toxicity = yesOrNo(toxicity)
  if (other !== undefined) truth.other = yesOrNo(other)
  for (const [intent, holds] of Object.entries(intents)) {
    if (holds !== undefined) truth[intent as keyof typeof intents] = yesOrNo(holds)
  }
  return truth
}

async function readingOf(tx: Transaction, id: string) {
  return found((await getActivity(tx, id)).reading ?? undefined)
}

function found<T>(what: T | undefined): T {
  if (what !== undefined) return what
  throw new EnishiError('fault', {
    en: 'What was just written is not there.',
    ja: '書き込んだばかりのデータが見つかりません。',
  })
}
