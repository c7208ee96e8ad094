import type { LiveKind, LiveTools, PushedKind, SettingField } from '#listen/index.ts'
import type { Outside, OutsideAnswer, OutsideRefusal, OutsideSocket } from '#outside/ports.ts'
import { OUTSIDE_FAILURES } from '#outside/ports.ts'
import { EnishiError, type Words } from '#vocabulary/index.ts'

/** What the contract needs to know of a kind beyond what it declares. */
export interface LiveSample {
  /** A form filled in well. */
  filledIn: Readonly<Record<string, unknown>>
}

/** A kind's breach of the contract, in words; an empty list is a kept contract. */
export type Breach = string

/** Whether both languages say something, and not the same where letters could differ. */
function breachesOfWords(place: string, words: Words): Breach[] {
  const breaches: Breach[] = []
  for (const language of ['ja', 'en'] as const) {
    if (words[language].trim() === '') breaches.push(`${place} says nothing in ${language}`)
  }
  return breaches
}

/** What a kind declares: names, words, fields that a page can render. */
export function breachesOfDeclaration(kind: LiveKind): Breach[] {
  const breaches = [
    ...(/^[a-z][a-z0-9-]*$/.test(kind.kind) ? [] : [`${kind.kind} is no name of a kind`]),
    ...breachesOfWords('its name', kind.name),
    ...breachesOfWords('what it is about', kind.about),
    ...Object.entries(kind.problemWords).flatMap(([code, words]) => breachesOfWords(code, words)),
  ]
  const names = kind.fields.map(({ name }) => name)
  if (new Set(names).size < names.length) breaches.push('two fields have one name')
  return [...breaches, ...kind.fields.flatMap(breachesOfField)]
}

function breachesOfField(field: SettingField): Breach[] {
  const { name, label, hint, type, choices, numberMin, numberMax } = field
  const place = `the field ${name}`
  const breaches = breachesOfWords(place, label)
  if (hint !== undefined) breaches.push(...breachesOfWords(`the hint of ${name}`, hint))
  if (type === 'choice' && (choices ?? []).length < 2) breaches.push(`${place} is no choice`)
  for (const choice of choices ?? []) breaches.push(...breachesOfWords(place, choice.label))
  if (numberMin !== undefined && numberMax !== undefined && numberMin > numberMax) {
    breaches.push(`${place} has no number`)
  }
  return breaches
}

/** Values that no field is filled in with by a page that works. */
const JUNK: readonly unknown[] = [
  ...[Number.NaN, -1, 1e300, {}, [[]], [{}], [null], true],
  ...['', ' ', '\0', 'javascript:alert(1)', '😀'.repeat(5_000), 'x'.repeat(300_000)],
]

/**
 * Settling: what it settles stays as it is when settled again and survives JSON; junk in a field is
 * refused with that field's name, or settled into something that holds.
 */
export function breachesOfSettling(kind: LiveKind, { filledIn }: LiveSample): Breach[] {
  const settled = kind.settle(filledIn)
  const breaches = breachesOfSettled(kind, settled, 'the sample')
  const names = new Set(kind.fields.map(({ name }) => name))
  for (const { name } of kind.fields) {
    for (const junk of JUNK) {
      const place = `${name} = ${JSON.stringify(junk)?.slice(0, 40)}`
      try {
        breaches.push(...breachesOfSettled(kind, kind.settle({ ...filledIn, [name]: junk }), place))
      } catch (error) {
        breaches.push(...breachesOfRefusal(error, names, place))
      }
    }
  }
  for (const { name } of kind.fields.filter(hasToBeFilledIn)) {
    const { [name]: _, ...without } = filledIn
    try {
      kind.settle(without)
      breaches.push(`${name} is required and may be left out`)
    } catch (error) {
      breaches.push(...breachesOfRefusal(error, new Set([name]), `without ${name}`))
    }
  }
  return breaches
}

function hasToBeFilledIn({ isRequired, default: preset }: SettingField): boolean {
  return isRequired && preset === undefined
}

function breachesOfSettled(
  kind: LiveKind,
  settled: Readonly<Record<string, unknown>>,
  place: string,
): Breach[] {
  const text = JSON.stringify(settled)
  const breaches: Breach[] = []
  if (JSON.stringify(kind.settle(settled)) !== text) breaches.push(`${place} settles anew`)
  if (JSON.stringify(kind.settle(JSON.parse(text))) !== text) breaches.push(`${place} is no JSON`)
  return breaches
}

function breachesOfRefusal(error: unknown, names: ReadonlySet<string>, place: string): Breach[] {
  if (!(error instanceof EnishiError)) return [`${place} throws ${String(error)}`]
  const { code, place: where, words } = error
  const breaches = breachesOfWords(place, words)
  if (code !== 'bad-input') breaches.push(`${place} is refused as ${code}`)
  if (where.field === undefined || !names.has(where.field)) {
    breaches.push(`${place} is refused with the field ${where.field}`)
  }
  return breaches
}

/** Answers that a server may give, whatever it was asked. */
function strangeAnswers(): (OutsideAnswer | OutsideRefusal)[] {
  const bodies = [
    '',
    '<html><p>moved</p>',
    '{"a":',
    '{}',
    '[]',
    'null',
    '\0\0\0',
    '<rss',
    '{"items":7}',
  ]
  const statuses = [200, 204, 206, 301, 304, 400, 401, 403, 404, 410, 418, 429, 500, 503, 999]
  const answers = statuses.flatMap((status) =>
    bodies.map((body): OutsideAnswer => {
      const bytes = Buffer.from(body)
      const headers = { 'retry-after': 'soon', 'content-type': 'x', etag: '\u00e9', date: 'never' }
      const url = 'https://example.com/'
      return { kind: 'answer', status, headers, url, redirects: [], body: bytes, wireBytes: 1 }
    }),
  )
  const refusals = OUTSIDE_FAILURES.map((failure): OutsideRefusal => ({ kind: 'failure', failure }))
  return [...answers, ...refusals]
}

/** An outside that answers everything with one answer; a socket then says the same and ends. */
function outsideOf(answer: OutsideAnswer | OutsideRefusal): Outside {
  return {
    fetchOutside: async () => answer,
    mayFetch: async () => true,
    openSocket: async () => (answer.kind === 'failure' ? answer : socketSaying(answer)),
  }
}

function socketSaying({ body, status }: OutsideAnswer): OutsideSocket {
  async function* messages() {
    for (let i = 0; i < 3; i++) yield body.toString()
  }
  return {
    messages: messages(),
    send: () => undefined,
    close: () => undefined,
    ended: Promise.resolve({ code: status, reason: '' }),
  }
}

/** Trying a channel: whatever answers, it says works or what is wrong, and never throws. */
export async function breachesOfProbing(
  kind: LiveKind,
  { filledIn }: LiveSample,
  tools: LiveTools,
): Promise<Breach[]> {
  const settings = kind.settle(filledIn)
  const names = new Set(kind.fields.map(({ name }) => name))
  const breaches: Breach[] = []
  for (const answer of strangeAnswers()) {
    const place = placeOf(answer)
    try {
      const result = await kind.probe(settings, { ...tools, outside: outsideOf(answer) })
      if (result.kind === 'works') continue
      breaches.push(...breachesOfWords(`${place} (${result.code})`, result.words))
      if (result.field !== undefined && !names.has(result.field)) {
        breaches.push(`${place} points to ${result.field}, which is no field`)
      }
    } catch (error) {
      breaches.push(`${place} makes probing throw ${String(error)}`)
    }
  }
  return breaches
}

/** Listening itself: never throws for what the outside does; problems have words. */
export async function breachesOfListening(
  kind: LiveKind,
  { filledIn }: LiveSample,
  tools: LiveTools,
  hasWords: (code: string) => boolean,
): Promise<Breach[]> {
  const settings = kind.settle(filledIn)
  const breaches: Breach[] = []
  for (const answer of strangeAnswers()) {
    const place = placeOf(answer)
    try {
      const code = await listenOnce(kind, settings, { ...tools, outside: outsideOf(answer) })
      if (code !== undefined && !hasWords(code)) breaches.push(`${place}: ${code} has no words`)
      if (code === undefined && answer.kind === 'failure' && answer.failure !== 'aborted') {
        breaches.push(`${place} is no problem`)
      }
    } catch (error) {
      breaches.push(`${place} makes listening throw ${String(error)}`)
    }
  }
  return breaches
}

function placeOf(answer: OutsideAnswer | OutsideRefusal): string {
  if (answer.kind === 'failure') return answer.failure
  return `${answer.status} ${JSON.stringify(answer.body.toString())}`
}

/** One look or one connection; answers the code of its problem. */
async function listenOnce(
  kind: LiveKind,
  settings: Readonly<Record<string, unknown>>,
  tools: LiveTools,
): Promise<string | undefined> {
  const { signal } = new AbortController()
  if (kind.by === 'poll') {
    const turn = { settings, memory: null, failuresInRow: 0, tools, signal }
    const result = await kind.poll(turn)
    if (!Number.isFinite(result.nextInMs) || result.nextInMs < 0) throw new Error('no next time')
    // What it asks to remember it has to understand.
    await kind.poll({ ...turn, memory: result.memory, failuresInRow: 1 })
    return result.problem?.code
  }
  if (kind.by === 'push') return receiveOnce(kind, settings, tools)
  const nothing = () => undefined
  let memory: string | null = null
  const session = {
    ...{ settings, tools, signal, lastHeardAt: null, opened: nothing, count: nothing },
    noteGap: nothing,
    topics: () => ({ revision: 0, topics: [] }),
    take: async (_payloads: unknown, remembered: string) => {
      memory = remembered
    },
  }
  const problem = await kind.stream({ ...session, memory })
  await kind.stream({ ...session, memory })
  return problem?.code
}

/** One call with whatever stands in it, also as a signature; answers the code of the refusal. */
async function receiveOnce(
  kind: PushedKind,
  settings: Readonly<Record<string, unknown>>,
  { outside, now }: LiveTools,
): Promise<string | undefined> {
  const { signal } = new AbortController()
  const answer = await outside.fetchOutside('https://example.com/', { signal })
  const body = answer.kind === 'failure' ? Buffer.from(answer.failure) : answer.body
  const headers = Object.fromEntries(kind.headers.map((name) => [name, body.toString('latin1')]))
  const call = { body, settings, secret: 'whsec_c2VjcmV0', channelId: '0', now: now() }
  const pushed = kind.receive({ ...call, headers })
  kind.receive({ ...call, headers: {} })
  if (pushed.kind !== 'refused') throw new Error('what nobody signed is believed')
  return pushed.code
}

/** What a kind promises of going on after an interruption has to fit how it listens. */
export function breachesOfCapabilities(kind: LiveKind): Breach[] {
  const { resume, send } = kind.capabilities
  const breaches: Breach[] = []
  if (kind.by === 'poll' && resume === 'none') breaches.push('a polled kind remembers nothing')
  if (kind.by === 'stream' && resume === 'conditional') breaches.push('a stream has no conditions')
  if (send) breaches.push('nothing can be sent yet')
  return breaches
}
