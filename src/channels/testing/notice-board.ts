import type { LivePayload, LiveSettings, PolledKind, PollResult, PollTurn } from '#listen/index.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'

const LOOK_EVERY_MS = 15 * 60_000
const COUNTS = { requests: 1, bytes: 0, unchanged: 0, events: 0, taken: 0 }

/** A notice board: one address that answers activities, one a line, as `import --as activities` reads. */
export const noticeBoardKind: PolledKind = {
  kind: 'notice-board',
  by: 'poll',
  name: { ja: '掲示板', en: 'Notice board' },
  about: {
    ja: '掲示板の新しい書き込みを取り込みます。行ごとに一つの行動を返すアドレスが必要です。',
    en: 'Hears what is new on a notice board. It needs an address that answers one activity a line.',
  },
  capabilities: {
    edits: true,
    deletions: false,
    engagement: false,
    resume: 'conditional',
    send: false,
  },
  fields: [
    {
      name: 'url',
      label: { ja: 'アドレス', en: 'Address' },
      type: 'url',
      isRequired: true,
    },
  ],
  problemWords: {
    'bad-status': {
      ja: 'サーバーがエラーを返しました。',
      en: 'The server answered with an error.',
    },
  },
  settle: ({ url }) => ({ url: readUrl(url) }),
  probe: async (settings, tools) => {
    const { signal } = new AbortController()
    const turn = { settings, memory: null, failuresInRow: 0, tools, signal }
    const { problem, payloads } = await look(turn)
    if (problem === undefined) {
      const label = { ja: '書き込み', en: 'Notices' }
      return { kind: 'works', found: [{ label, value: String(payloads.length) }], notes: [] }
    }
    const words = {
      ja: `読み取れませんでした（${problem.code}）。`,
      en: `It cannot be read (${problem.code}).`,
    }
    return { kind: 'problem', code: problem.code, words, field: 'url' }
  },
  poll: look,
}

/** One conditional request. Never throws for what the outside does. */
async function look({ settings, memory, tools, signal }: PollTurn): Promise<PollResult> {
  const url = addressOf(settings)
  const etag = etagOf(memory, url)
  const headers = etag === undefined ? {} : { 'if-none-match': etag }
  const answer = await tools.outside.fetchOutside(url, { headers, signal })
  const base = { memory, payloads: [], nextInMs: LOOK_EVERY_MS, counts: COUNTS }
  if (answer.kind === 'failure') {
    const { failure: code, detail } = answer
    return { ...base, problem: detail === undefined ? { code } : { code, detail } }
  }
  if (answer.status === 304) return { ...base, counts: { ...COUNTS, unchanged: 1 } }
  if (answer.status !== 200) {
    return { ...base, problem: { code: 'bad-status', detail: String(answer.status) } }
  }
  const payloads = payloadsOf(answer.body.toString('utf8'), url)
  const { length } = payloads
  const given = answer.headers.etag
  return {
    memory: given === undefined ? null : `${url}\n${given}`,
    payloads,
    nextInMs: LOOK_EVERY_MS,
    counts: { ...COUNTS, bytes: answer.wireBytes, events: length, taken: length },
  }
}

/** An ETag means something only where it was given: the address may have been changed since. */
function etagOf(memory: string | null, url: string): string | undefined {
  const [givenBy, etag] = memory?.split('\n') ?? []
  return givenBy === url ? etag : undefined
}

/** A line is handed on as it came; what it says is read later, by the input format. */
function payloadsOf(text: string, scope: string): LivePayload[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((body) => ({ format: 'activities', body, scope }))
}

function addressOf({ url }: LiveSettings): string {
  return typeof url === 'string' ? url : ''
}

function readUrl(value: unknown): string {
  const url = typeof value === 'string' ? URL.parse(value.trim()) : null
  const isAddress = url !== null && /^https?:$/.test(url.protocol)
  if (isAddress && url.href.length <= LIMITS.urlCharsMax) return url.href
  const words = {
    ja: 'http:// または https:// で始まるアドレスを入力してください。',
    en: 'Enter an address that begins with http:// or https://.',
  }
  throw new EnishiError('bad-input', words, { field: 'url' })
}
