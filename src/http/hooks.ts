import { INPUT_FORMATS } from '#channels/registry.ts'
import {
  findHook,
  type HealthReport,
  type Hearing,
  type HookAccess,
  type HookChannel,
  isKnownEvent,
  type LiveKind,
  noHook,
  type Pushed,
  type PushedKind,
  prepareRecord,
  readHookAccess,
  recordHealth,
  rememberEvent,
} from '#listen/index.ts'
import { EnishiError, type Refusal } from '#vocabulary/index.ts'
import type { postHook } from './contract/hooks.ts'
import type { Answer, Call, Handlers, HttpContext } from './handler.ts'

/** Calls of senders that may be held in memory at once, each as large as the limit of its body. */
const CALLS_MAX = 100
/** Of one channel a problem is noted this often at most: anybody can send a wrong signature. */
const NOTE_MS = 10_000
const NOTED_MAX = 10_000

/** One call that is worked on. */
interface HookCall {
  context: HttpContext
  hook: HookChannel
  kind: PushedKind
  access: HookAccess
  bytes: number
}

/** What senders of outcomes tell: verified over the raw body, and answered once it is in the log. */
export function hookHandlers(kinds: readonly LiveKind[]): Handlers<'postHook'> {
  let inFlight = 0
  const notedAt = new Map<string, number>()
  return {
    postHook: async (call) => {
      if (inFlight >= CALLS_MAX) throw tooBusy()
      inFlight += 1
      try {
        return await hear(kinds, notedAt, call)
      } finally {
        inFlight -= 1
      }
    },
  }
}

async function hear(
  kinds: readonly LiveKind[],
  notedAt: Map<string, number>,
  { params, headers, body, context }: Call<typeof postHook>,
): Promise<Answer<typeof postHook>> {
  const { door, seal, now } = context
  const hook = await findHook(door, params.channel)
  const kind = kinds.find((one) => one.kind === hook?.kind)
  if (hook === undefined || kind?.by !== 'push') throw noHook()
  if (hook.state !== 'listening') throw isPaused()
  const bytes = await collect(body)
  const access = await door.inWorkspace(hook.workspaceId, (tx) => readHookAccess(tx, hook.id, seal))
  const { secret, settings } = access
  const told = { headers, body: bytes, settings, channelId: hook.id, now: now() }
  const pushed: Pushed =
    secret === undefined
      ? { kind: 'refused', code: 'no-secret', isForged: true }
      : kind.receive({ ...told, secret })
  const call = { context, hook, kind, access, bytes: bytes.length }
  if (pushed.kind === 'refused') return refuse(call, pushed, notedAt)
  if (pushed.kind === 'ignored') {
    await noteHealth(call, { counts: countsOf(call, { events: 1 }) })
    return { heard: 'ignored', why: pushed.why }
  }
  return record(call, pushed)
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Notes what was wrong for the channel page; the caller hears only that it is not believed. */
async function refuse(
  call: HookCall,
  { code, isForged }: Extract<Pushed, { kind: 'refused' }>,
  notedAt: Map<string, number>,
): Promise<never> {
  const { hook, kind, context } = call
  const at = context.now()
  const key = `${hook.id} ${code}`
  if (at.getTime() - (notedAt.get(key) ?? 0) >= NOTE_MS) {
    if (notedAt.size >= NOTED_MAX) notedAt.clear()
    notedAt.set(key, at.getTime())
    const counts = countsOf(call, {})
    const report = { condition: 'retrying' as const, counts, problems: [{ at, code }] }
    await noteHealth(call, report)
  }
  if (isForged) throw notBelieved()
  const words = kind.problemWords[code] ?? { en: code, ja: code }
  throw new EnishiError('bad-input', words)
}

async function record(
  call: HookCall,
  { payloads, eventKey }: Extract<Pushed, { kind: 'heard' }>,
): Promise<Answer<typeof postHook>> {
  const { hook, context } = call
  const { door, listening } = context
  const { workspaceId, id: channelId } = hook
  const isKnown = await door.inWorkspace(workspaceId, (tx) => isKnownEvent(tx, channelId, eventKey))
  if (isKnown) {
    await noteHealth(call, {
      condition: 'listening',
      counts: countsOf(call, { unchanged: 1, events: 1 }),
    })
    return { heard: 'duplicate' }
  }
  const hearing: Hearing = { workspaceId, channelId, heard: [], refused: [] }
  const arrivedAt = context.now()
  for (const [i, { format, body, scope }] of payloads.entries()) {
    const record = { line: i + 1, payload: body }
    const read = { arrivedAt, scope, timeZone: 'UTC' }
    const prepared = prepareRecord(record, i + 1, INPUT_FORMATS[format], read)
    if ('refused' in prepared) hearing.refused.push(prepared.refused)
    else hearing.heard.push(...prepared.heard)
  }
  await listening.hear(hearing, 'background')
  // Only now: should this fail, the event comes again, and ends as a duplicate by its own ids.
  await door.inWorkspace(workspaceId, (tx) => rememberEvent(tx, channelId, eventKey, arrivedAt))
  const refused = hearing.refused.map(({ refusal }) => refusal)
  await noteHealth(call, {
    ...{ condition: 'listening', lastArrivedAt: arrivedAt },
    counts: countsOf(call, { events: 1, taken: hearing.heard.length === 0 ? 0 : 1 }),
    problems: refused.map((one) => ({
      ...{ at: arrivedAt, code: 'refused-record', detail: detailOf(one) },
    })),
  })
  return { heard: 'recorded', ...(refused.length === 0 ? {} : { refused: refused.length }) }
}

function detailOf({ reason, field, detail }: Refusal): string {
  return [reason, field, detail].filter((part) => part !== undefined).join(' ')
}

function countsOf(
  { bytes }: HookCall,
  counts: Partial<HealthReport['counts']>,
): HealthReport['counts'] {
  return { requests: 1, bytes, unchanged: 0, events: 0, taken: 0, ...counts }
}

async function noteHealth(
  { context, hook, access }: HookCall,
  report: Pick<HealthReport, 'counts'> & Partial<HealthReport>,
): Promise<void> {
  const { door, now, random } = context
  const at = now()
  const isWell = report.condition !== 'retrying'
  const whole: HealthReport = {
    ...{ channelId: hook.id, settingsHash: access.settingsHash, triedAt: at },
    ...(isWell ? { condition: 'listening' as const, succeededAt: at, failuresInRow: 0 } : {}),
    ...{ problems: [], gaps: [], ...report },
  }
  await door.inWorkspace(hook.workspaceId, (tx) =>
    recordHealth(tx, hook.workspaceId, [whole], at, random),
  )
}

/** Says nothing of which part was wrong: that would help whoever guesses. */
function notBelieved(): EnishiError {
  return new EnishiError('bad-signature', {
    en: 'The signature cannot be confirmed. The channel page says more.',
    ja: '署名を確認できません。詳細はチャネルのページで確認できます。',
  })
}

function isPaused(): EnishiError {
  return new EnishiError('not-ready', {
    en: 'This channel is paused. Send again later.',
    ja: 'このチャネルは一時停止中です。後でもう一度送信してください。',
  })
}

function tooBusy(): EnishiError {
  return new EnishiError('too-busy', {
    en: 'More is being sent than can be recorded. Send again in a moment.',
    ja: '記録が追いつかないほどの量が送信されています。少し待ってからもう一度送信してください。',
  })
}
