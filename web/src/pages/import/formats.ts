import { FORMAT_WORDS } from '../../parts/format-words.ts'
import type { ImportFormat } from '../../terms.ts'

/** The formats in the order in which people have them. */
export const FORMATS = Object.keys(FORMAT_WORDS) as ImportFormat[]
