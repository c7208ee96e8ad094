import type { LiveProblem, LiveTools } from '#listen/index.ts'
import { textOf } from '../json-fields.ts'
import { parseObject } from './event-header.ts'
import type { BlueskySettings } from './live-settings.ts'
import { isDid } from './live-settings.ts'

/**
 * Finds the DIDs of the handles that are not yet known (`com.atproto.identity.resolveHandle`) and
 * adds them to `known`. Answers the first problem; what was found until then stays.
 */
export async function resolveAccounts(
  settings: BlueskySettings,
  known: Map<string, string>,
  tools: Pick<LiveTools, 'outside'>,
  signal?: AbortSignal,
): Promise<LiveProblem | undefined> {
  for (const account of settings.accounts) {
    if (isDid(account) || known.has(account)) continue
    const resolved = await resolveHandle(settings.apiAddress, account, tools, signal)
    if (typeof resolved !== 'string') return resolved
    known.set(account, resolved)
  }
  return undefined
}

async function resolveHandle(
  apiAddress: string,
  handle: string,
  { outside }: Pick<LiveTools, 'outside'>,
  signal: AbortSignal | undefined,
): Promise<string | LiveProblem> {
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
  if (answer.status === 400) return { code: 'unknown-handle', detail: handle, isLasting: true }
  return { code: 'api-not-reached', detail: `${apiAddress} HTTP ${answer.status}` }
}
