import type { Outside, OutsideAnswer, OutsideFailure } from '#outside/ports.ts'
import type { VoteFailure } from '#vocabulary/index.ts'
import { type ReadAnswer, readAnswer } from './vote-answer.ts'
import { type AskedPost, votePrompt } from './vote-prompt.ts'

/** A language model behind an OpenAI-compatible interface. */
export interface VotingModel {
  /** Without `/chat/completions`. */
  address: string
  model: string
  key: string | null
}

export interface VoteTrouble {
  kind: 'trouble'
  failure: VoteFailure
  status?: number
  /** How long the model asks to be left alone. */
  waitMs?: number
}

export type ModelAnswer =
  | ({ kind: 'answer' } & ReadAnswer)
  | VoteTrouble
  /** Stopped by our own signal. */
  | { kind: 'cancelled' }

export interface AskTools {
  outside: Outside
  signal: AbortSignal
  /** Over the whole request; tests choose less. */
  millisecondsMax?: number
}

export const REQUEST_MS_MAX = 60_000
const ANSWER_BYTES_MAX = 1024 * 1024

/**
 * Asks for votes on posts: one call through the guard, without following redirects, so that the key
 * goes to the address that was entered and nowhere else. Never throws for what the other side does.
 */
export async function askModel(
  { address, model, key }: VotingModel,
  posts: readonly AskedPost[],
  code: string,
  { outside, signal, millisecondsMax = REQUEST_MS_MAX }: AskTools,
): Promise<ModelAnswer> {
  const answer = await outside.fetchOutside(`${address}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ model, messages: votePrompt(posts, code), stream: false }),
    ...{ bytesMax: ANSWER_BYTES_MAX, millisecondsMax, redirectsMax: 0, signal },
  })
  if (signal.aborted) return { kind: 'cancelled' }
  if (answer.kind === 'failure') return { kind: 'trouble', failure: OF_OUTSIDE[answer.failure] }
  if (answer.status !== 200) return troubleOf(answer)
  const read = readAnswer(answer.body.toString('utf8'), posts)
  return read === undefined
    ? { kind: 'trouble', failure: 'nonsense', status: 200 }
    : { kind: 'answer', ...read }
}

const OF_OUTSIDE: Record<OutsideFailure, VoteFailure> = {
  'bad-url': 'address-refused',
  'refused-scheme': 'address-refused',
  'refused-credentials': 'address-refused',
  'refused-port': 'address-refused',
  'refused-address': 'address-refused',
  'redirect-refused': 'wrong-address',
  'too-many-redirects': 'wrong-address',
  'not-resolved': 'not-reached',
  'not-reached': 'not-reached',
  tls: 'not-reached',
  'timed-out': 'timed-out',
  'bad-answer': 'nonsense',
  'too-large': 'nonsense',
  'bad-encoding': 'nonsense',
  'cut-off': 'nonsense',
  aborted: 'not-reached',
}

function troubleOf({ status, headers }: OutsideAnswer): VoteTrouble {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  return {
    ...{ kind: 'trouble', failure: failureOf(status), status },
    ...(seconds > 0 ? { waitMs: seconds * 1000 } : {}),
  }
}

function failureOf(status: number): VoteFailure {
  if (status === 401 || status === 403) return 'unauthorised'
  if (status === 404 || status === 405) return 'wrong-address'
  if (status === 429) return 'too-many-requests'
  if (status >= 500) return 'server-fault'
  return status >= 400 ? 'refused' : 'nonsense'
}

/** Whether the posts themselves may be the reason, and were paid for: they are not asked about again. */
export function reachedModel(failure: VoteFailure): boolean {
  return REACHED[failure]
}

const REACHED: Record<VoteFailure, boolean> = {
  unauthorised: false,
  'wrong-address': false,
  'too-many-requests': false,
  'not-reached': false,
  'address-refused': false,
  'key-unreadable': false,
  refused: true,
  'server-fault': true,
  'timed-out': true,
  nonsense: true,
}
