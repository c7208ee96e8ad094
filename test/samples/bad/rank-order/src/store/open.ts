import { ENDINGS } from '#channels/endings.ts'

export const first = ENDINGS[0]
