import { PHRASEBOOK_JA } from './phrasebook-ja.ts'

export const PHRASEBOOK_EN = PHRASEBOOK_JA
