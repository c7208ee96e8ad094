import { fold } from '#language/fold.ts'

export const hear = fold
