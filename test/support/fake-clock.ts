import type { LiveTools } from '#listen/index.ts'

interface Sleeper {
  at: number
  wake: () => void
}

/** A clock that goes on only when it is told to; whoever sleeps by it wakes in the order of time. */
export class FakeClock {
  #now: number
  #sleepers: Sleeper[] = []

  constructor(startAt: Date) {
    this.#now = startAt.getTime()
  }

  readonly now = (): Date => new Date(this.#now)

  readonly sleep: LiveTools['sleep'] = (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = () => {
        signal.removeEventListener('abort', wake)
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper)
        resolve()
      }
      const sleeper = { at: this.#now + milliseconds, wake }
      signal.addEventListener('abort', wake, { once: true })
      this.#sleepers.push(sleeper)
    })

  /** Goes on to a time; before each step waits until nothing is busy any more. */
  async goTo(time: Date, isBusy: () => boolean): Promise<void> {
    for (;;) {
      do await new Promise((resolve) => setImmediate(resolve))
      while (isBusy())
      const next = this.#sleepers.reduce<Sleeper | undefined>(
        (first, one) => (first === undefined || one.at < first.at ? one : first),
        undefined,
      )
      if (next === undefined || next.at > time.getTime()) break
      this.#now = Math.max(this.#now, next.at)
      next.wake()
    }
    this.#now = time.getTime()
  }
}
