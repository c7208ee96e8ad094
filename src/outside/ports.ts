/**
 * The one way out, as others see it. Everything that Enishi fetches goes through an `Outside`; what
 * stands behind it checks every address before a byte is sent.
 */

/** Why something outside could not be had. The set is closed; `OUTSIDE_WORDS` has words for each. */
export const OUTSIDE_FAILURES = [
  'bad-url',
  'refused-scheme',
  'refused-credentials',
  'refused-port',
  'refused-address',
  'redirect-refused',
  'too-many-redirects',
  'not-resolved',
  'not-reached',
  'tls',
  'timed-out',
  'bad-answer',
  'too-large',
  'bad-encoding',
  'cut-off',
  'aborted',
] as const
export type OutsideFailure = (typeof OUTSIDE_FAILURES)[number]

/** Whether no waiting mends the failure: the address itself is what is refused. */
export function isLastingFailure(failure: OutsideFailure): boolean {
  return failure === 'bad-url' || failure.startsWith('refused-')
}

export interface OutsideRequest {
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Of the body after decompression. */
  bytesMax?: number
  /** From the first byte of the first request to the last byte of the answer. */
  millisecondsMax?: number
  redirectsMax?: number
  signal?: AbortSignal
}

export interface OutsideAnswer {
  kind: 'answer'
  status: number
  /** Lower-case names; several values joined by a comma. */
  headers: Record<string, string>
  /** Where the last redirect led. */
  url: string
  /** Each redirect followed, with its status. */
  redirects: { status: number; to: string }[]
  body: Buffer
  /** Bytes on the wire, before decompression. */
  wireBytes: number
}

export interface OutsideRefusal {
  kind: 'failure'
  failure: OutsideFailure
  /** What the words of the failure leave open: an address, a status, a limit. Never a secret. */
  detail?: string
  /** With `too-many-redirects`: where the next one leads, in full. Not for showing: it may hold secrets. */
  leadsTo?: string
}

export interface OutsideSocket {
  /** Messages as they come; ends when the connection does. Reading slowly slows the sender down. */
  messages: AsyncIterable<string>
  send(text: string): void
  close(): void
  /** Settles when the connection is over, with its close code or the failure. */
  ended: Promise<{ code: number; reason: string } | OutsideRefusal>
}

export interface Outside {
  fetchOutside(url: string, request?: OutsideRequest): Promise<OutsideAnswer | OutsideRefusal>
  openSocket(
    url: string,
    options?: {
      messageBytesMax?: number
      openMillisecondsMax?: number
      idleMillisecondsMax?: number
      signal?: AbortSignal
    },
  ): Promise<OutsideSocket | OutsideRefusal>
  /** Whether robots.txt (RFC 9309) lets us fetch the page. */
  mayFetch(url: string): Promise<boolean>
}
