/** Messages that wait to be read before the sender is told to wait; in characters. */
const WAITING_CHARS_MAX = 4 * 1024 * 1024

/**
 * Messages of a socket as an iterable with one reader. Where the reader is slower
 * than the sender, the socket is paused until what waits has been read.
 */
export class MessageQueue implements AsyncIterableIterator<string> {
  readonly #brake: { pause(): void; resume(): void }
  #waiting: string[] = []
  /** The next one to read of `#waiting`: shifting a long array would cost its length. */
  #at = 0
  #chars = 0
  #isOver = false
  #isPaused = false
  #reader: ((result: IteratorResult<string>) => void) | undefined

  constructor(brake: { pause(): void; resume(): void }) {
    this.#brake = brake
  }

  put(message: string): void {
    if (this.#reader !== undefined) {
      this.#reader({ done: false, value: message })
      this.#reader = undefined
      return
    }
    this.#waiting.push(message)
    this.#chars += message.length
    if (this.#chars <= WAITING_CHARS_MAX || this.#isPaused) return
    this.#isPaused = true
    this.#brake.pause()
  }

  /** No more will come; what waits is still read. */
  end(): void {
    this.#isOver = true
    this.#reader?.({ done: true, value: undefined })
    this.#reader = undefined
  }

  next(): Promise<IteratorResult<string>> {
    const message = this.#waiting[this.#at]
    if (message !== undefined) return Promise.resolve({ done: false, value: this.#take(message) })
    if (this.#isOver) return Promise.resolve({ done: true, value: undefined })
    return new Promise((resolve) => {
      this.#reader = resolve
    })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #take(message: string): string {
    this.#at += 1
    this.#chars -= message.length
    if (this.#at < this.#waiting.length) return message
    this.#waiting = []
    this.#at = 0
    if (this.#isPaused) {
      this.#isPaused = false
      this.#brake.resume()
    }
    return message
  }
}
