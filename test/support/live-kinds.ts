import type {
  LiveKind,
  LivePayload,
  PolledKind,
  PollResult,
  PollTurn,
  StreamedKind,
  StreamSession,
} from '#listen/index.ts'

/** Parts of a kind that only a page would read. */
const shown = {
  name: { en: 'Test', ja: 'テスト' },
  about: { en: 'For tests.', ja: 'テスト用。' },
  fields: [
    {
      ...{ name: 'url', type: 'url', isRequired: true },
      label: { en: 'Address', ja: 'アドレス' },
    },
  ],
  problemWords: {},
  settle: (filledIn: Readonly<Record<string, unknown>>) => filledIn,
  probe: async () => ({ kind: 'works', found: [], notes: [] }) as const,
} satisfies Omit<LiveKind, 'kind' | 'by' | 'capabilities' | 'poll' | 'stream'>

const capabilities = { edits: false, deletions: false, engagement: false, send: false }

/** A polled kind whose looks the test answers. */
export function polledKind(poll: (turn: PollTurn) => Promise<PollResult>): PolledKind {
  return {
    ...shown,
    ...{ kind: 'test-poll', by: 'poll', poll },
    capabilities: { ...capabilities, resume: 'conditional' },
  }
}

/** A streamed kind whose connections the test holds. */
export function streamedKind(
  stream: StreamedKind['stream'],
  resume: 'cursor' | 'none' = 'cursor',
): StreamedKind {
  return {
    ...shown,
    ...{ kind: 'test-stream', by: 'stream', stream },
    capabilities: { ...capabilities, resume },
  }
}

export const noCounts = { requests: 0, bytes: 0, unchanged: 0, events: 0, taken: 0 }

/** A post in the form of `import --as activities`. */
export function postPayload(id: string, text: string, publishedAt?: Date): LivePayload {
  const at = publishedAt === undefined ? {} : { published: publishedAt.toISOString() }
  const activity = {
    ...{ id, type: 'Create', actor: { platform: 'test', handle: 'frog', name: '蛙' }, ...at },
    object: { id, type: 'Note', content: text },
  }
  const body = JSON.stringify(activity)
  const when = publishedAt === undefined ? {} : { publishedAt }
  return { format: 'activities', body, scope: 'test', ...when }
}

/** Settles when the session is told to end. */
export function untilEnd({ signal }: Pick<StreamSession, 'signal'>): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
