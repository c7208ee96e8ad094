import { parentPort } from 'node:worker_threads'
import { pictureHash, readPicture, type SeenPicture } from '#understand/pictures/index.ts'

/** What the thread is given. */
export interface PictureWish {
  id: number
  bytes: Uint8Array
}

/** What it answers. */
export interface PictureAnswer {
  id: number
  seen: SeenPicture
}

/** The thread in which pictures from outside are decoded; whoever started it ends it when it takes too long. */
parentPort?.on('message', async ({ id, bytes }: PictureWish) => {
  const picture = await readPicture(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const seen = 'fault' in picture ? picture : { hash: pictureHash(picture) }
  parentPort?.postMessage({ id, seen } satisfies PictureAnswer)
})
