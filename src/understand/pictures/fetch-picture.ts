import type { Outside, OutsideFailure } from '#outside/ports.ts'
import type { PictureFault } from './read-picture.ts'

/** Of a picture as it comes; profile pictures are far smaller. */
export const PICTURE_BYTES_MAX = 2_000_000
const PICTURE_MILLISECONDS_MAX = 15_000
const ACCEPTED = 'image/png, image/jpeg, image/webp, image/gif'

/** Why a picture could not be had: what went wrong outside, or an answer that is none. */
export type PictureRefusal = OutsideFailure | PictureFault | 'not-allowed' | 'status' | 'too-slow'

/** The bytes of a picture. What robots.txt keeps from us, or could not be asked of, is not asked for. */
export async function fetchPicture(
  outside: Outside,
  url: string,
  signal: AbortSignal,
): Promise<Buffer | { refusal: PictureRefusal }> {
  if (!/^https?:\/\//i.test(url)) return { refusal: 'refused-scheme' }
  if (!(await outside.mayFetch(url))) return { refusal: 'not-allowed' }
  const answer = await outside.fetchOutside(url, {
    ...{ headers: { accept: ACCEPTED }, bytesMax: PICTURE_BYTES_MAX, redirectsMax: 3 },
    ...{ millisecondsMax: PICTURE_MILLISECONDS_MAX, signal },
  })
  if (answer.kind === 'failure') return { refusal: answer.failure }
  if (answer.status !== 200) return { refusal: 'status' }
  return mayBePicture(answer.headers['content-type']) ? answer.body : { refusal: 'not-a-picture' }
}

/** What it really is, its first bytes tell; a page or a vector drawing is not even looked at. */
function mayBePicture(contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  return type === '' || type === 'application/octet-stream' || PICTURE_TYPES.has(type)
}

const PICTURE_TYPES: ReadonlySet<string> = new Set([
  ...['image/png', 'image/jpeg', 'image/jpg', 'image/gif', 'image/webp'],
])
