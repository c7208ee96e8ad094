import { Worker } from 'node:worker_threads'
import {
  type HashPicture,
  type LookParts,
  lookAtPictures,
  type SeenPicture,
} from '#understand/pictures/index.ts'
import { goRound } from './go-round.ts'
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

/**
 * Fetches and looks at the profile pictures of all workspaces that compare them, until the signal.
 * What fails is remembered with the picture, or told in the log, and stops nothing else.
 */
export async function followPictures(
  parts: Omit<LookParts, 'hashPicture'> & { log: (line: Record<string, unknown>) => void },
  signal: AbortSignal,
): Promise<void> {
  const { hashPicture, close } = hashInThread()
  const work = (id: string) => lookAtPictures({ ...parts, hashPicture }, id, signal)
  try {
    await goRound({ ...parts, at: 'pictures', work }, signal)
  } finally {
    await close()
  }
}
