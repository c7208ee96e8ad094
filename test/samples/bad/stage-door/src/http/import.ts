import type { Step } from '#listen/steps.ts'

export type Shown = Step
