import type { StreamEvent } from '#http/contract/stream.ts'
import { createStreamReader } from './event-stream.ts'

/** Whether changes are shown as they happen. */
export type LiveState = 'connecting' | 'live' | 'reconnecting'

/** A change, or a signal of the stream itself: `ready`, `reset`, `signed-out`. */
export interface LiveMessage {
  event: string
  id: string
  /** What the change says of itself; empty for a signal. */
  detail: string[]
}

interface Parts {
  hear: (message: LiveMessage) => void
  show: (state: LiveState) => void
  /** The session has ended: asked for when the server says so, or will not let us in. */
  signedOut: () => void
}

/** What tabs tell each other. */
type Shared =
  | { kind: 'heard'; message: LiveMessage }
  | { kind: 'state'; state: LiveState; position: string | undefined }
  | { kind: 'signed-out' }
  | { kind: 'hello' }

const NAME = 'enishi-live'
const WAIT_MS_MIN = 500
const WAIT_MS_MAX = 15_000
/** The server's heart beats every 15 s: a silence of more than two beats is a broken line. */
const SILENCE_MS_MAX = 40_000

/**
 * One stream for all tabs of a browser: the tab that holds the lock keeps it open and tells the
 * others; when it closes, another takes over where it stood. Answers how to stop.
 */
export function openLive(parts: Parts): () => void {
  const ending = new AbortController()
  const { signal } = ending
  // Browsers keep locks from pages that came over plain HTTP: there each tab has a stream of its own,
  // and what it hears the others hear themselves.
  const channel = navigator.locks === undefined ? undefined : new BroadcastChannel(NAME)
  let position: string | undefined
  let state: LiveState = 'connecting'
  let isLeading = false
  const take = (shared: Shared) => {
    if (shared.kind === 'heard') {
      position = shared.message.id || position
      parts.hear(shared.message)
    } else if (shared.kind === 'state') {
      state = shared.state
      position ??= shared.position
      parts.show(state)
    } else if (shared.kind === 'signed-out') parts.signedOut()
    else if (isLeading) channel?.postMessage({ kind: 'state', state, position })
  }
  const tell = (shared: Shared) => {
    if (signal.aborted) return
    take(shared)
    channel?.postMessage(shared)
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<Shared>) => take(data))
  channel?.postMessage({ kind: 'hello' })
  const lead = async () => {
    isLeading = true
    await keepWatching({ tell, signal, position: () => position })
    isLeading = false
  }
  void whenFirst(lead, signal)
  return () => {
    ending.abort()
    channel?.close()
  }
}

/** Has one tab lead at a time; where there are no locks, each. */
async function whenFirst(lead: () => Promise<void>, signal: AbortSignal): Promise<void> {
  if (navigator.locks === undefined) return lead()
  try {
    await navigator.locks.request(NAME, { signal }, lead)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

interface Watching {
  tell: (shared: Shared) => void
  signal: AbortSignal
  position: () => string | undefined
}

async function keepWatching(watching: Watching): Promise<void> {
  const { tell, signal, position } = watching
  let waitMs = WAIT_MS_MIN
  while (!signal.aborted) {
    const seen = await watchOnce(watching, () => {
      waitMs = WAIT_MS_MIN
    })
    if (signal.aborted) return
    if (seen === 'refused') return tell({ kind: 'signed-out' })
    tell({ kind: 'state', state: 'reconnecting', position: position() })
    await pause(waitMs * (0.8 + 0.4 * Math.random()), signal)
    waitMs = Math.min(2 * waitMs, WAIT_MS_MAX)
  }
}

/**
 * Watches one stream to its end: `refused` where we may not come in or have been told that the session is
 * over, `ended` for everything else.
 */
async function watchOnce(
  { tell, signal, position }: Watching,
  begun: () => void,
): Promise<'refused' | 'ended'> {
  const silence = new AbortController()
  const timer = setInterval(() => {
    if (performance.now() - heardAt > SILENCE_MS_MAX) silence.abort()
  }, 5_000)
  let heardAt = performance.now()
  let isSignedOut = false
  try {
    const response = await fetch(addressFrom(position()), {
      headers: { accept: 'text/event-stream' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (response.status === 401 || response.status === 403) return 'refused'
    if (!response.ok || response.body === null) return 'ended'
    begun()
    const read = createStreamReader(({ event, id, data }) => {
      tell({ kind: 'heard', message: { event, id, detail: detailOf(data) } })
      if (event === 'ready') tell({ kind: 'state', state: 'live', position: id })
      if (event === 'signed-out') isSignedOut = true
    })
    await readPieces(response.body, (text) => {
      heardAt = performance.now()
      read(text)
    })
  } catch (error) {
    // A line that broke; whatever else it is must not be hidden.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error
  } finally {
    clearInterval(timer)
  }
  return isSignedOut ? 'refused' : 'ended'
}

function detailOf(data: string): string[] {
  const { detail = [] } = JSON.parse(data) as Partial<StreamEvent>
  return detail
}

async function readPieces(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  take: (text: string) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    take(value)
  }
}

function addressFrom(position: string | undefined): string {
  return position === undefined
    ? '/api/v1/stream'
    : `/api/v1/stream?after=${encodeURIComponent(position)}`
}

/** Waits, but no longer than until the network is back or the page ends. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds)
    function end() {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
