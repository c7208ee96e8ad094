import {
  addChannel,
  askToLook,
  type ChannelAuthor,
  type ChannelInFull,
  changeChannel,
  getChannel,
  hasHookSecret,
  keepHookSecret,
  type ListedChannel,
  type LiveKind,
  type LiveSettings,
  listChannels,
  readSettingsOf,
  removeChannel,
} from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, type Words } from '#vocabulary/index.ts'
import { type Caller, type Handlers, type HttpContext, manages } from './handler.ts'
import { problemWordsOf } from './problem-words.ts'

type Names =
  | 'listChannels'
  | 'getChannel'
  | 'postChannel'
  | 'patchChannel'
  | 'deleteChannel'
  | 'postChannelPoll'
  | 'probeChannel'
  | 'listChannelKinds'

/** Where we listen: list, set up, try, change, remove. */
export function channelHandlers(kinds: readonly LiveKind[]): Handlers<Names> {
  return { ...readingHandlers(kinds), ...changingHandlers(kinds) }
}

function readingHandlers(
  kinds: readonly LiveKind[],
): Handlers<'listChannels' | 'getChannel' | 'listChannelKinds'> {
  return {
    listChannels: async ({ query, caller, context }) => {
      const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
        listChannels(tx, query, context.now()),
      )
      return { items: items.map((item) => withWords(kinds, item)), next }
    },
    getChannel: ({ params, caller, context }) =>
      context.door.inWorkspace(caller.workspaceId, async (tx) => {
        const found = await inFull(kinds, tx, params.id, context)
        // An address may hold a token.
        return manages(caller) ? found : { ...found, settings: null }
      }),
    listChannelKinds: async () => ({
      items: kinds.map((one) => {
        const { kind, by, name, about, capabilities, fields } = one
        const copied = fields.map(({ choices, ...field }) => {
          return { ...field, ...(choices === undefined ? {} : { choices: [...choices] }) }
        })
        const secret = one.by === 'push' ? one.secret : null
        return { kind, by, name, about, capabilities, fields: copied, secret }
      }),
    }),
  }
}

function changingHandlers(
  kinds: readonly LiveKind[],
): Handlers<Exclude<Names, 'listChannels' | 'getChannel' | 'listChannelKinds'>> {
  return {
    probeChannel: ({ body, context }) => {
      const kind = kindOf(kinds, body.kind)
      return kind.probe(kind.settle(body.settings), context.liveTools)
    },
    postChannel: ({ body, caller, context }) => {
      const settings = kindOf(kinds, body.kind).settle(body.settings)
      return context.door.inWorkspace(caller.workspaceId, async (tx) => {
        const id = await addChannel(tx, { ...body, settings }, authorOf(caller, context))
        await keepSecret(kinds, tx, { id, kind: body.kind }, body.secret, caller, context)
        return inFull(kinds, tx, id, context)
      })
    },
    patchChannel: ({ params, body, caller, context }) =>
      context.door.inWorkspace(caller.workspaceId, async (tx) => {
        const before = await readSettingsOf(tx, params.id)
        const settings = body.settings && settleAnew(kinds, before, body.settings)
        await changeChannel(tx, params.id, { ...body, settings }, authorOf(caller, context))
        const channel = { id: params.id, kind: before.kind }
        await keepSecret(kinds, tx, channel, body.secret, caller, context)
        return inFull(kinds, tx, params.id, context)
      }),
    deleteChannel: async ({ params, caller, context }) => {
      await context.door.inWorkspace(caller.workspaceId, (tx) =>
        removeChannel(tx, params.id, authorOf(caller, context)),
      )
      return undefined
    },
    postChannelPoll: async ({ params, caller, context }) => {
      await context.door.inWorkspace(caller.workspaceId, (tx) =>
        askToLook(tx, params.id, authorOf(caller, context)),
      )
      return undefined
    },
  }
}

function authorOf(caller: Caller, { now, random }: HttpContext): ChannelAuthor {
  return { authorId: caller.userId, now: now(), random }
}

async function inFull(
  kinds: readonly LiveKind[],
  tx: Transaction,
  id: string,
  context: HttpContext,
) {
  const found: ChannelInFull = await getChannel(tx, id, context.now())
  const problems = found.problems.map((problem) => {
    return { ...problem, words: problemWordsOf(kinds, found.kind, problem.code) }
  })
  const settings = found.settings === null ? null : { ...found.settings }
  const isPushed = kinds.find((one) => one.kind === found.kind)?.by === 'push'
  const isLive = found.state === 'listening' || found.state === 'paused'
  const hook =
    isPushed && isLive
      ? { path: `/api/v1/hooks/${id}`, hasSecret: await hasHookSecret(tx, id) }
      : null
  return { ...withWords(kinds, found), settings, problems, hook }
}

/** A secret is taken out of what is kept in clear, and checked by its kind. */
async function keepSecret(
  kinds: readonly LiveKind[],
  tx: Transaction,
  channel: { id: string; kind: string },
  secret: string | undefined,
  caller: Caller,
  { now, seal }: HttpContext,
): Promise<void> {
  if (secret === undefined) return
  const kind = kinds.find((one) => one.kind === channel.kind)
  if (kind?.by !== 'push') throw needsNoSecret()
  const words = kind.refuseSecret?.(secret)
  if (words !== undefined) throw new EnishiError('bad-input', words, { field: 'secret' })
  await keepHookSecret(tx, channel.id, secret, { authorId: caller.userId, now: now(), seal })
}

function needsNoSecret(): EnishiError {
  const words = {
    en: 'Channels of this kind have no secret.',
    ja: 'この種類のチャネルに秘密鍵はありません。',
  }
  return new EnishiError('bad-input', words, { field: 'secret' })
}

function withWords<Channel extends ListedChannel>(
  kinds: readonly LiveKind[],
  channel: Channel,
): Channel & { problem: { code: string; words: Words; detail: string | null } | null } {
  const { problem } = channel
  if (problem === null) return { ...channel, problem }
  const words = problemWordsOf(kinds, channel.kind, problem.code)
  return { ...channel, problem: { ...problem, words } }
}

/** Settings for a channel that has others, checked. */
function settleAnew(
  kinds: readonly LiveKind[],
  before: { kind: string; settings: LiveSettings | null },
  filledIn: LiveSettings,
): LiveSettings {
  // Of an import nothing of the kind can change; changeChannel says so.
  return before.settings === null ? filledIn : kindOf(kinds, before.kind).settle(filledIn)
}

function kindOf(kinds: readonly LiveKind[], name: string): LiveKind {
  const kind = kinds.find((one) => one.kind === name)
  if (kind !== undefined) return kind
  const known = kinds.map((one) => one.kind).join(', ')
  const words = {
    en: `There is no kind of channel “${name.slice(0, 50)}”. There are: ${known}.`,
    ja: `チャネルの種類「${name.slice(0, 50)}」はありません。使えるのは ${known} です。`,
  }
  throw new EnishiError('bad-input', words, { field: 'kind' })
}
