export { PICTURE_BYTES_MAX } from './fetch-picture.ts'
export {
  type HashPicture,
  type LookParts,
  lookAtPictures,
  type SeenPicture,
} from './look-at-pictures.ts'
export { pictureHash } from './picture-hash.ts'
export { readPicture } from './read-picture.ts'
