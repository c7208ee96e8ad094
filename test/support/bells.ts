import type { Bell, Follower } from '#store/bell.ts'

/** Rings once for a whole round, then tells that the round is over. */
export function oneRound(onSecondWait: () => void): Bell {
  let waits = 0
  const wait = async () => {
    waits += 1
    if (waits > 1) onSecondWait()
  }
  const nothing = () => undefined
  return {
    follow: () => ({ wait, ring: nothing, end: nothing }),
    ring: nothing,
    close: async () => undefined,
  }
}

/** The same bell; notes how long its followers would wait, in milliseconds. */
export function notingWaits(bell: Bell, waits: number[]): Bell {
  return {
    ...bell,
    follow: () => {
      const follower = bell.follow()
      const wait: Follower['wait'] = (milliseconds, signal) => {
        waits.push(milliseconds)
        return follower.wait(milliseconds, signal)
      }
      return { ...follower, wait }
    },
  }
}
