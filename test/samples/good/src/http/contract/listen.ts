import { hear } from '#listen/index.ts'

export type Heard = typeof hear
