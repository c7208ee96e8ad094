import { Worker } from 'node:worker_threads'
import { workspaceIds } from '#store/accounts.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import { sleepUntil } from '#store/sleep-until.ts'
import {
  type HashPicture,
  type LookParts,
  lookAtPictures,
  type SeenPicture,
} from '#understand/pictures/index.ts'
import type { PictureAnswer, PictureWish } from './picture-thread.ts'

/** A picture that takes longer is left. */
const PICTURE_MS_MAX = 10_000

/**
 * Looks at pictures in a thread of its own, one after the other. A picture that takes too long, or at
 * which the thread dies, has the thread ended; the next one starts another.
 */
export function hashInThread(millisecondsMax = PICTURE_MS_MAX): {
  hashPicture: HashPicture
  close(): Promise<void>
} {
  let worker: Worker | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let nextId = 1
  const end = async () => {
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  const ask = (bytes: Buffer) =>
    new Promise<SeenPicture>((resolve) => {
      worker ??= new Worker(new URL('./picture-thread.ts', import.meta.url))
      const asked = worker
      const id = nextId++
      const settle = (seen: SeenPicture) => {
        clearTimeout(timer)
        asked.off('message', onMessage).off('error', onEnd).off('exit', onEnd)
        resolve(seen)
      }
      const onMessage = (answer: PictureAnswer) => {
        if (answer.id === id) settle(answer.seen)
      }
      const onEnd = () => {
        worker = undefined
        settle({ fault: 'broken' })
      }
      const timer = setTimeout(() => {
        settle({ fault: 'too-slow' })
        void end()
      }, millisecondsMax)
      asked.on('message', onMessage).on('error', onEnd).on('exit', onEnd)
      asked.postMessage({ id, bytes } satisfies PictureWish)
    })
  return {
    hashPicture: (bytes) => {
      const seen = turn.then(() => ask(bytes))
      turn = seen
      return seen
    },
    close: end,
  }
}

const LOOK_MS = 15_000

/**
 * Fetches and looks at the profile pictures of all workspaces that compare them, until the signal.
 * What fails is remembered with the picture, or told in the log, and stops nothing else.
 */
export async function followPictures(
  parts: Omit<LookParts, 'hashPicture'> & { log: (line: Record<string, unknown>) => void },
  signal: AbortSignal,
): Promise<void> {
  const { hashPicture, close } = hashInThread()
  try {
    while (!signal.aborted) {
      await lookRound({ ...parts, hashPicture }, signal)
      await sleepUntil(LOOK_MS, signal)
    }
  } finally {
    await close()
  }
}

/** Goes round all workspaces until none has more. */
async function lookRound(
  parts: LookParts & { log: (line: Record<string, unknown>) => void },
  signal: AbortSignal,
): Promise<void> {
  try {
    for (let isMore = true; isMore; ) {
      isMore = false
      for (const id of await workspaceIds(parts.door)) {
        if (signal.aborted) return
        if (await looksOn(parts, id, signal)) isMore = true
      }
    }
  } catch (error) {
    // The database is away for a moment; everything stands where it stood.
    parts.log({ level: 'warn', at: 'pictures', error: (error as Error).message })
  }
}

/** A fault in one workspace leaves the others alone. */
async function looksOn(
  parts: LookParts & { log: (line: Record<string, unknown>) => void },
  id: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return await lookAtPictures(parts, id, signal)
  } catch (error) {
    if (isConnectionLost(error)) throw error
    const { message, stack } = error as Error
    parts.log({ level: 'error', at: 'pictures', workspace: id, error: stack ?? message })
    return false
  }
}
