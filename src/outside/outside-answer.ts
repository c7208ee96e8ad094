import { OutsideError, type OutsideFailure } from './outside-failure.ts'

/** One redirect that was followed. */
export interface OutsideRedirect {
  status: number
  from: string
  to: string
}

/** What a server answered. The body is read once: by `readAll`, by iteration, or thrown away. */
export interface OutsideReply {
  kind: 'reply'
  /** The address that answered in the end. */
  url: string
  status: number
  /** By lower-case name; repeated ones joined by a comma (RFC 9110, 5.3). */
  headers: Readonly<Record<string, string>>
  redirects: readonly OutsideRedirect[]
  answeredAt: Date
  /** Decompressed and limited. Throws an OutsideError when the body fails on the way. */
  body: AsyncIterable<Uint8Array>
  /** Closes without reading. */
  discard(): void
}

/** What became of a call: a reply whatever its status, or the reason why there is none. */
export type OutsideAnswer = OutsideReply | { kind: 'failure'; failure: OutsideFailure }

/** The whole body; `bytes` of a failure is what came before it. */
export async function readAll(
  reply: OutsideReply,
): Promise<{ bytes: Buffer; failure?: OutsideFailure }> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of reply.body) chunks.push(chunk)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    return { bytes: Buffer.concat(chunks), failure: error.failure }
  }
  return { bytes: Buffer.concat(chunks) }
}
