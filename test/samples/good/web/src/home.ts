import type { Heard } from '#http/contract/listen.ts'

export type Home = Heard
