import type { ImportFormat } from '../../terms.ts'
import { FORMAT_WORDS } from './words.ts'

/** The formats in the order in which people have them. */
export const FORMATS = Object.keys(FORMAT_WORDS) as ImportFormat[]
