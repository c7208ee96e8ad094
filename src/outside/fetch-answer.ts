import { OutsideError, type OutsideFault } from './outside-fault.ts'

/** One redirect that was followed. */
export interface FollowedRedirect {
  status: number
  from: string
  to: string
}

/** What a server answered. The body is read once: by `readAll`, by iteration, or thrown away. */
export interface FetchReply {
  kind: 'reply'
  /** The address that answered in the end. */
  url: string
  status: number
  /** By lower-case name; repeated ones joined by a comma (RFC 9110, 5.3). */
  headers: Readonly<Record<string, string>>
  redirects: readonly FollowedRedirect[]
  /** Decompressed and limited. Throws an OutsideError when the body fails on the way. */
  body: AsyncIterable<Uint8Array>
  /** Bytes of the body so far as they came over the wire, before decompression. */
  wireBytes(): number
  /** Closes without reading. */
  discard(): void
}

/** What became of a call: a reply whatever its status, or the reason why there is none. */
export type FetchAnswer = FetchReply | { kind: 'failure'; failure: OutsideFault }

/** The whole body; `bytes` of a failure is what came before it. */
export async function readAll(
  reply: FetchReply,
): Promise<{ bytes: Buffer; failure?: OutsideFault }> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of reply.body) chunks.push(chunk)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    return { bytes: Buffer.concat(chunks), failure: error.failure }
  }
  return { bytes: Buffer.concat(chunks) }
}
