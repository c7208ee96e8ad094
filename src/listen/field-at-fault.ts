import type { Refusal } from '#vocabulary/index.ts'

/** What a field at fault throws while an arrival is checked, so that the checks read as a list. */
export class FieldAtFault extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}
