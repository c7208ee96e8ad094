import type { LiveProblem, LiveTools } from '#listen/index.ts'
import { textOf } from '../json-fields.ts'
import { parseObject } from './event-header.ts'
import type { BlueskySettings } from './live-settings.ts'
import { isDid } from './live-settings.ts'

/** What came of looking handles up, beside the DIDs found. */
export interface Resolved {
  /** Handles that are nobody's. */
  unknown: string[]
  /** Why not all could be looked up. */
  failure?: LiveProblem
}

/**
 * Finds the DIDs of the handles that are not yet known (`com.atproto.identity.resolveHandle`) and
 * adds them to `known`. Ends at the first failure; what was found until then stays.
 */
export async function resolveAccounts(
  settings: BlueskySettings,
  known: Map<string, string>,
  tools: Pick<LiveTools, 'outside'>,
  signal?: AbortSignal,
): Promise<Resolved> {
  const unknown: string[] = []
  for (const account of settings.accounts) {
    if (isDid(account) || known.has(account)) continue
    const resolved = await resolveHandle(settings.apiAddress, account, tools, signal)
    if (resolved === undefined) unknown.push(account)
    else if (typeof resolved === 'string') known.set(account, resolved)
    else return { unknown, failure: resolved }
  }
  return { unknown }
}

/** The problem that handles are nobody's: only whoever chose them mends it. */
export function unknownHandles(handles: readonly string[]): LiveProblem {
  return { code: 'unknown-handle', detail: handles.join(', ').slice(0, 300), isLasting: true }
}

/** The DID; undefined where the handle is nobody's. */
async function resolveHandle(
  apiAddress: string,
  handle: string,
  { outside }: Pick<LiveTools, 'outside'>,
  signal: AbortSignal | undefined,
): Promise<string | LiveProblem | undefined> {
  const url = `${apiAddress}/xrpc/com.atproto.identity.resolveHandle?handle=${encodeURIComponent(handle)}`
  const answer = await outside.fetchOutside(url, {
    bytesMax: 64 * 1024,
    millisecondsMax: 15_000,
    ...(signal === undefined ? {} : { signal }),
  })
  if (answer.kind === 'failure') {
    const detail = [apiAddress, answer.failure, answer.detail].filter((part) => part !== undefined)
    return { code: 'api-not-reached', detail: detail.join(' ') }
  }
  const body = parseObject(answer.body.toString('utf8'))
  const did = textOf(body?.did)
  if (answer.status === 200 && did !== undefined && isDid(did)) return did
  // The lexicon's own error; some servers say only "unable to resolve".
  if (answer.status === 400) return undefined
  return { code: 'api-not-reached', detail: `${apiAddress} HTTP ${answer.status}` }
}
