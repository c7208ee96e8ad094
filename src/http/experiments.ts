import {
  addExperiment,
  askPower,
  assignIn,
  decideExperiment,
  getExperiment,
  listArm,
  listExperiments,
  moveExperiment,
  patchExperiment,
  readHeldOut,
  readResults,
  recordEngagements,
} from '#measure/index.ts'
import type { Transaction } from '#store/door.ts'
import { hasOtherManager, nameMembers } from '#store/members.ts'
import { changeBy } from './colleagues.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

type Names =
  | 'listExperiments'
  | 'getExperiment'
  | 'postExperiment'
  | 'patchExperiment'
  | 'postExperimentApproval'
  | 'postExperimentState'
  | 'postExperimentPower'
  | 'postExperimentAssignments'
  | 'postExperimentEngagements'
  | 'getExperimentResults'
  | 'listExperimentPeople'
  | 'listHeldOut'

type Known = Awaited<ReturnType<typeof getExperiment>>
interface Calling {
  caller: Caller
  context: HttpContext
}

/** Experiments with our own engagement: plan, approve, assign, and what they show. */
export const experimentHandlers: Handlers<Names> = {
  listExperiments: async ({ query, ...calling }) => {
    const { items, next } = await within(calling, (tx) => listExperiments(tx, query, query))
    return { items: await withNames(items, calling), next }
  },
  getExperiment: ({ params, ...calling }) => answer(calling, (tx) => getExperiment(tx, params.id)),
  postExperiment: ({ body, ...calling }) =>
    answer(calling, (tx) => addExperiment(tx, body, changeOf(calling))),
  patchExperiment: ({ params, body, ...calling }) =>
    answer(calling, (tx) => patchExperiment(tx, params.id, body, changeOf(calling))),
  postExperimentApproval: async ({ params, body, ...calling }) => {
    const { door } = calling.context
    const { workspaceId, userId } = calling.caller
    const isOnlyManager = !(await hasOtherManager(door, workspaceId, userId))
    const change = { ...changeOf(calling), isOnlyManager }
    return answer(calling, (tx) => decideExperiment(tx, params.id, body, change))
  },
  postExperimentState: ({ params, body, ...calling }) =>
    answer(calling, (tx) => moveExperiment(tx, params.id, body.step, changeOf(calling))),
  postExperimentPower: ({ body, ...calling }) =>
    atLeisure(calling, (tx) => askPower(tx, body, calling.context.now())),
  postExperimentAssignments: async ({ params, body, ...calling }) => {
    const { people, channel = null, context = {} } = body
    const asked = { ...context, people, channelId: channel }
    const items = await within(calling, (tx) => assignIn(tx, params.id, asked, changeOf(calling)))
    return {
      items: items.map(({ personId, decision, ...one }) => ({
        ...{ personId, decision, reason: 'reason' in one ? one.reason : null },
      })),
    }
  },
  postExperimentEngagements: ({ params, body, ...calling }) => {
    const { people, channel: channelId = null } = body
    return within(calling, (tx) =>
      recordEngagements(tx, params.id, { people, channelId }, changeOf(calling)),
    )
  },
  listExperimentPeople: ({ params, query, ...calling }) =>
    atLeisure(calling, (tx) => listArm(tx, params.id, query, query, calling.context.now())),
  listHeldOut: async ({ query, ...calling }) => {
    const now = calling.context.now()
    return { items: await within(calling, (tx) => readHeldOut(tx, query.people, now)) }
  },
  getExperimentResults: async ({ params, ...calling }) => {
    const { now } = calling.context
    const found = await atLeisure(calling, (tx) => readResults(tx, params.id, now()))
    return {
      ...found,
      all: found.all && bounded(found.all),
      channels: found.channels.map((one) => bounded(one)),
    }
  },
}

const changeOf = ({ caller, context }: Calling) => changeBy(caller, context)

function within<Answer>(
  { caller, context }: Calling,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return context.door.inWorkspace(caller.workspaceId, work)
}

/** What looks at many people: it may take longer than a list. */
function atLeisure<Answer>(
  { caller, context }: Calling,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return context.door.inWorkspace(caller.workspaceId, work, 'background')
}

/** One experiment, with the names of those who planned and approved it. */
async function answer(calling: Calling, work: (tx: Transaction) => Promise<Known>) {
  const found = await within(calling, work)
  const [shown] = await withNames([found], calling)
  if (shown === undefined) throw new Error('One experiment in, one out')
  return shown
}

const NOBODY = { createdBy: null, submittedBy: null, decidedBy: null }

/** Members are named by the accounts; whoever has left stays without a name. */
async function withNames(items: readonly Known[], { caller, context }: Calling) {
  const ids = items.flatMap(({ createdBy, submittedBy, decidedBy }) =>
    [createdBy, submittedBy, decidedBy].filter((id) => id !== null),
  )
  if (ids.length === 0) return items.map((item) => ({ ...item, ...NOBODY }))
  const names = await nameMembers(context.door, caller.workspaceId, [...new Set(ids)])
  const member = (id: string | null) => id && { id, name: names.get(id) ?? null }
  return items.map((item) => ({
    ...item,
    createdBy: member(item.createdBy) || null,
    submittedBy: member(item.submittedBy) || null,
    decidedBy: member(item.decidedBy) || null,
  }))
}

interface Lifted {
  lift: { value: number; low: number; high: number } | null
}

/** JSON knows no infinity: a lift without upper end has none. */
function bounded<Result extends Lifted>(result: Result) {
  const finite = (value: number) => (Number.isFinite(value) ? value : null)
  const { lift } = result
  return {
    ...result,
    lift: lift && { value: finite(lift.value), low: lift.low, high: finite(lift.high) },
  }
}
