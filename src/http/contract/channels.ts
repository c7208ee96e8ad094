import { z } from 'zod'
import { CHANNEL_CONDITIONS, CHANNEL_STATES, GAP_REASONS, LIMITS } from '#vocabulary/index.ts'
import { mayManage, mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Words in both languages: what kinds declare is shown as it stands. */
const words = z.object({ ja: z.string(), en: z.string() })

/** How a channel is doing. Sums are since it was added. */
const channelHealth = z.object({
  condition: z.enum(CHANNEL_CONDITIONS),
  triedAt: shapes.time.nullable(),
  succeededAt: shapes.time.nullable(),
  nextTryAt: shapes.time.nullable(),
  /** The newest thing heard: when it happened there, and when it was here. */
  lastPublishedAt: shapes.time.nullable(),
  lastArrivedAt: shapes.time.nullable(),
  /** From happening to being here, of late, in milliseconds. */
  lagMs: z.number().int().nullable(),
  failuresInRow: z.number().int(),
  /** Requests or connections; bytes; answers "not modified"; what came, and what of it was taken. */
  requests: z.number().int(),
  bytes: z.number().int(),
  unchanged: z.number().int(),
  events: z.number().int(),
  taken: z.number().int(),
})

const shown = {
  id: shapes.id,
  kind: z.string(),
  name: z.string(),
  createdAt: shapes.time,
  state: z.enum(CHANNEL_STATES),
  /** Of the last seven days with today; GET /activities?channel= lists them. */
  postsLastWeek: z.number().int(),
  /** Null for imports. */
  health: channelHealth.nullable(),
  /** The newest problem, while it is not overcome. */
  problem: z.object({ code: z.string(), words, detail: z.string().nullable() }).nullable(),
}

export const channel = z.object(shown)
export type Channel = z.infer<typeof channel>

const channelProblem = z.object({
  id: shapes.id,
  at: shapes.time,
  code: z.string(),
  words,
  /** A status, an address, a line: what the words leave open. */
  detail: z.string().nullable(),
})

const channelGap = z.object({
  id: shapes.id,
  since: shapes.time,
  until: shapes.time,
  reason: z.enum(GAP_REASONS),
  noticedAt: shapes.time,
})

const settings = z.record(z.string().max(LIMITS.nameCharsMax), z.unknown())

export const channelInFull = z.object({
  ...shown,
  /** As the kind settled them; null for imports, and for whoever may not manage channels. */
  settings: settings.nullable(),
  /** Where the sender calls, and whether its secret is known; null where we go and listen. */
  hook: z.object({ path: z.string(), hasSecret: z.boolean() }).nullable(),
  retentionDays: z.number().int().nullable(),
  lawfulBasis: z.string().nullable(),
  changedAt: shapes.time,
  /** The last fifty, newest first. */
  problems: z.array(channelProblem),
  /** The last fifty, newest first. */
  gaps: z.array(channelGap),
})
export type ChannelInFull = z.infer<typeof channelInFull>

export const listChannels = route({
  method: 'GET',
  path: '/channels',
  summary: 'The places that are or were listened to; removed ones only where asked for',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    kind: z.string().max(50).optional(),
    state: z.enum(CHANNEL_STATES).optional(),
    condition: z.enum(CHANNEL_CONDITIONS).optional(),
  }),
  answer: shapes.listOf(channel),
  status: 200,
})

export const getChannel = route({
  method: 'GET',
  path: '/channels/{id}',
  summary: 'One channel with its settings, problems and gaps',
  access: mayRead,
  params: shapes.byId,
  answer: channelInFull,
  status: 200,
})

const input = {
  name: z.string().trim().min(1).max(LIMITS.nameCharsMax),
  /** What the form of the kind was filled in with; the kind checks it. */
  settings,
  /** What the sender signs with; never shown again. */
  secret: z.string().trim().min(1).max(LIMITS.modelKeyCharsMax).optional(),
  /** Days after which posts of this channel leave the log; null: as the workspace says. */
  retentionDays: z.number().int().min(1).max(LIMITS.retentionDaysMax).nullable().optional(),
  /** Why we may keep what is heard here, in the workspace's own words. */
  lawfulBasis: z.string().trim().max(LIMITS.lawfulBasisCharsMax).nullable().optional(),
}

export const postChannel = route({
  method: 'POST',
  path: '/channels',
  summary: 'Begin to listen to a place',
  access: mayManage,
  body: z.object({ ...input, kind: z.string().max(50) }),
  answer: channelInFull,
  status: 201,
})

export const patchChannel = route({
  method: 'PATCH',
  path: '/channels/{id}',
  summary: 'Change name, settings or retention; pause and resume listening',
  access: mayManage,
  params: shapes.byId,
  body: z.object({ ...input, state: z.enum(['listening', 'paused']) }).partial(),
  answer: channelInFull,
  status: 200,
})

export const deleteChannel = route({
  method: 'DELETE',
  path: '/channels/{id}',
  summary: 'Stop listening for good; what was heard stays',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

export const postChannelPoll = route({
  method: 'POST',
  path: '/channels/{id}/poll',
  summary: 'Look now, instead of at the next turn',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 202,
})

const channelProbe = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('works'),
    found: z.array(z.object({ label: words, value: z.string() })),
    notes: z.array(words),
  }),
  z.object({
    kind: z.literal('problem'),
    code: z.string(),
    words,
    field: z.string().optional(),
    /** Other values for the field that were found on the way. */
    offers: z
      .array(z.object({ field: z.string(), value: z.string(), label: z.string() }))
      .optional(),
  }),
])

export const probeChannel = route({
  method: 'POST',
  path: '/channels/probe',
  summary:
    'Try settings once against the outside, and say precisely what is wrong; nothing is kept',
  access: mayManage,
  body: z.object({ kind: z.string().max(50), settings }),
  answer: channelProbe,
  status: 200,
})

const channelKind = z.object({
  kind: z.string(),
  /** `push`: it calls an address of ours. */
  by: z.enum(['poll', 'stream', 'push']),
  /** What the sender signs with, where it does. */
  secret: z.object({ label: words, hint: words, isOurs: z.boolean() }).nullable(),
  name: words,
  about: words,
  capabilities: z.object({
    edits: z.boolean(),
    deletions: z.boolean(),
    engagement: z.boolean(),
    resume: z.enum(['cursor', 'conditional', 'none']),
    send: z.boolean(),
  }),
  fields: z.array(
    z.object({
      name: z.string(),
      label: words,
      hint: words.optional(),
      type: z.enum(['url', 'text', 'words', 'switch', 'choice', 'number', 'topics']),
      isRequired: z.boolean(),
      choices: z.array(z.object({ value: z.string(), label: words })).optional(),
      default: z.unknown().optional(),
      numberMin: z.number().optional(),
      numberMax: z.number().optional(),
    }),
  ),
})

export const listChannelKinds = route({
  method: 'GET',
  path: '/channel-kinds',
  summary: 'The kinds of places that can be listened to, with the fields of their forms',
  access: mayRead,
  answer: z.object({ items: z.array(channelKind) }),
  status: 200,
})
