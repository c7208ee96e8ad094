import type { LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import type { AllowRule } from './allow-list.ts'
import { checkHost, type Lookup, type ResolvedAddress } from './check-target.ts'
import { OutsideError, type OutsideFault } from './outside-fault.ts'

export interface ConnectorParts {
  allow: readonly AllowRule[]
  lookup: Lookup
  /** For the look-up, and again for connecting. */
  millisecondsMax: number
  /** Gives up look-ups that are under way. */
  signal?: AbortSignal
}

/** Opens connections for undici, only to addresses that were checked just before. */
export function guardedConnector(parts: ConnectorParts): buildConnector.connector {
  return (options, callback) => {
    const href = `${options.protocol}//${options.host ?? options.hostname}`
    const url = { ...options, href }
    const checked = withinTime(checkHost(url, parts.allow, parts.lookup), href, parts)
    checked.then(
      (addresses) => {
        if (!Array.isArray(addresses)) return callback(new OutsideError(addresses), null)
        const connect = buildConnector({
          timeout: parts.millisecondsMax,
          allowH2: false,
          autoSelectFamily: true,
          lookup: pinnedLookup(addresses),
        })
        connect(options, callback)
      },
      (error: Error) => callback(error, null),
    )
  }
}

/** A look-up for `net.connect` that knows only the addresses that were checked. */
export function pinnedLookup(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_, options, callback) => {
    const [first] = addresses
    if (options.all === true) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }
}

/** A resolver that never answers would hold up all later calls to the host. */
export async function withinTime(
  checked: Promise<ResolvedAddress[] | OutsideFault>,
  url: string,
  { millisecondsMax, signal }: Pick<ConnectorParts, 'millisecondsMax' | 'signal'>,
): Promise<ResolvedAddress[] | OutsideFault> {
  const late = Promise.withResolvers<OutsideFault>()
  const onTime = () => late.resolve({ code: 'timed-out', url, detail: 'DNS' })
  const onAbort = () => late.resolve({ code: 'aborted', url })
  const timer = setTimeout(onTime, millisecondsMax)
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([checked, late.promise])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
