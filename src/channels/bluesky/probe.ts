import type { LiveProblem, LiveSettings, LiveTools, ProbeResult, TopicSet } from '#listen/index.ts'
import { OUTSIDE_WORDS } from '#outside/outside-fault.ts'
import type { OutsideRefusal, OutsideSocket } from '#outside/ports.ts'
import type { Words } from '#vocabulary/index.ts'
import { createEventFilter } from './event-filter.ts'
import { type LiveMemory, readMemory } from './live-memory.ts'
import { type BlueskySettings, readSettings } from './live-settings.ts'
import { type BlueskyProblem, PROBLEM_WORDS } from './live-words.ts'
import { resolveAccounts, unknownHandles } from './resolve-accounts.ts'
import { filterQuery, MESSAGE_BYTES_MAX } from './subscribe.ts'

const FIRST_EVENT_MS_MAX = 10_000
const LISTEN_MS = 3_000
const NO_TOPICS: TopicSet = { revision: 0, topics: [] }

type Problem = Extract<ProbeResult, { kind: 'problem' }>

/** Listens for a few seconds and says what was heard, or precisely what is wrong. See `LiveKind.probe`. */
export async function probeJetstream(kept: LiveSettings, tools: LiveTools): Promise<ProbeResult> {
  const settings = readSettings(kept)
  const memory = readMemory(null)
  const { unknown, failure } = await resolveAccounts(settings, memory.didOfHandle, tools)
  if (failure !== undefined) return accountProblem(failure)
  if (unknown.length > 0) return accountProblem(unknownHandles(unknown))
  const filter = filterQuery({ ...settings, replies: true }, memory)
  const socket = await tools.outside.openSocket(`${settings.address}?${filter}`, {
    messageBytesMax: MESSAGE_BYTES_MAX,
    openMillisecondsMax: FIRST_EVENT_MS_MAX,
  })
  if ('failure' in socket) return refusalProblem(socket)
  const sample = await listenBriefly(socket, settings, memory, tools)
  if (sample.events > 0) return describeSample(sample, settings, memory)
  return noEventProblem(sample, await socket.ended)
}

interface Sample {
  events: number
  taken: number
  unreadable: number
  /** From the first event to the end of listening. */
  milliseconds: number
}

async function listenBriefly(
  socket: OutsideSocket,
  settings: BlueskySettings,
  memory: LiveMemory,
  tools: LiveTools,
): Promise<Sample> {
  const filter = createEventFilter(settings, memory, () => NO_TOPICS)
  const sample: Sample = { events: 0, taken: 0, unreadable: 0, milliseconds: 0 }
  const over = new AbortController()
  const timing = closeAfter(FIRST_EVENT_MS_MAX, socket, tools, over.signal)
  let listening: Promise<void> | undefined
  let sinceMs = 0
  for await (const text of socket.messages) {
    const verdict = filter.judge(text)
    if (verdict === undefined) {
      sample.unreadable += 1
      continue
    }
    if (sample.events === 0) {
      sinceMs = tools.now().getTime()
      listening = closeAfter(LISTEN_MS, socket, tools, over.signal)
    }
    sample.events += 1
    if (verdict.isTaken) sample.taken += 1
  }
  sample.milliseconds = Math.max(1, tools.now().getTime() - sinceMs)
  over.abort()
  await Promise.all([timing, listening])
  return sample
}

async function closeAfter(
  milliseconds: number,
  socket: OutsideSocket,
  { sleep }: LiveTools,
  signal: AbortSignal,
): Promise<void> {
  await sleep(milliseconds, signal)
  socket.close()
}

function describeSample(
  { events, taken, milliseconds }: Sample,
  { topics, accounts }: BlueskySettings,
  memory: LiveMemory,
): ProbeResult {
  const perSecond = (events * 1000) / milliseconds
  const notes: Words[] = []
  if (topics.length > 0) notes.push(TOPICS_NOT_COUNTED)
  if (taken === 0) notes.push(NOTHING_MATCHED)
  const found = [
    {
      label: { ja: '1 秒あたりのイベント', en: 'Events a second' },
      value: perSecond < 10 ? perSecond.toFixed(1) : perSecond.toFixed(0),
    },
    { label: { ja: 'うち受け取る対象', en: 'Of these, taken' }, value: `${taken} / ${events}` },
  ]
  for (const account of accounts) {
    const did = memory.didOfHandle.get(account)
    if (did !== undefined) found.push({ label: { ja: account, en: account }, value: did })
  }
  return { kind: 'works', found, notes }
}

const TOPICS_NOT_COUNTED: Words = {
  ja: 'このテストの件数は、キーワードとアカウントによるものです。話題による分は含みません。',
  en: 'The count of this test is by keywords and accounts; topics are not counted in it.',
}
const NOTHING_MATCHED: Words = {
  ja: 'テスト中の数秒には、条件に合うものがありませんでした。めったに書かれない言葉なら普通のことです。',
  en: 'Nothing matched in the few seconds of this test, which is normal for words that are rare.',
}

function accountProblem({ code, detail }: LiveProblem): Problem {
  const field = code === 'unknown-handle' ? 'accounts' : 'apiAddress'
  const words = code === 'unknown-handle' ? PROBLEM_WORDS[code] : PROBLEM_WORDS['api-not-reached']
  return { kind: 'problem', code, words: withDetail(words, detail), field }
}

function refusalProblem(refusal: OutsideRefusal): Problem {
  if (refusal.failure === 'bad-answer') return ownProblem('not-a-websocket', refusal.detail)
  const words = withDetail(OUTSIDE_WORDS[refusal.failure], refusal.detail)
  return { kind: 'problem', code: refusal.failure, words, field: 'address' }
}

function noEventProblem(sample: Sample, end: Awaited<OutsideSocket['ended']>): Problem {
  if (sample.unreadable > 0) return ownProblem('not-jetstream')
  if ('failure' in end)
    return end.failure === 'timed-out' ? ownProblem('silent') : refusalProblem(end)
  // 1000 and 1005 answer our own closing.
  if (end.code === 1000 || end.code === 1005) return ownProblem('silent')
  return ownProblem('closed', `${end.code} ${end.reason}`.trim())
}

function ownProblem(code: BlueskyProblem, detail?: string): Problem {
  const words = withDetail(PROBLEM_WORDS[code], detail)
  return { kind: 'problem', code, words, field: 'address' }
}

function withDetail({ ja, en }: Words, detail: string | undefined): Words {
  return detail === undefined || detail === ''
    ? { ja, en }
    : { ja: `${ja}(${detail})`, en: `${en} (${detail})` }
}
