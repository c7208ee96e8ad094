import { Readable } from 'node:stream'
import { LIMITS } from '#vocabulary/index.ts'

/** A message of a stream, in the fields of WHATWG HTML, 9.2.6. */
export interface Message {
  event: string
  id?: string
  data: unknown
}

/** The text of a message. Names, ids and JSON have no line breaks of their own. */
export function formatMessage({ event, id, data }: Message): string {
  const place = id === undefined ? '' : `id: ${id}\n`
  return `event: ${event}\n${place}data: ${JSON.stringify(data)}\n\n`
}

/** The way out of one stream: a bounded queue before a socket that may be slow. */
export class EventOutlet {
  readonly readable: Readable
  readonly #waiting: string[] = []
  #wantsMore = true
  #isEnded = false

  constructor(onClose: () => void) {
    this.readable = new Readable({
      read: () => {
        this.#wantsMore = true
        this.#drain()
      },
    })
    this.readable.once('close', onClose)
    // A client that went away is no fault of ours.
    this.readable.on('error', onClose)
  }

  /** Hands text on; after the end it is dropped. False where the reader is too slow: it is cut off, and resumes where it stood. */
  write(text: string): boolean {
    if (this.readable.destroyed || this.#isEnded) return true
    this.#waiting.push(text)
    this.#drain()
    if (this.#waiting.length <= LIMITS.streamEventsWaitingMax) return true
    this.#waiting.length = 0
    this.readable.destroy()
    return false
  }

  /** Ends the stream with a last text. */
  end(text = ''): void {
    if (this.readable.destroyed || this.#isEnded) return
    this.#isEnded = true
    if (this.#waiting.length > 0) this.readable.destroy()
    else {
      if (text !== '') this.readable.push(text)
      this.readable.push(null)
    }
  }

  #drain(): void {
    while (this.#wantsMore && this.#waiting.length > 0) {
      this.#wantsMore = this.readable.push(this.#waiting.shift())
    }
  }
}
