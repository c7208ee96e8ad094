import { headOffsets } from '#language/index.ts'
import type { ReaderModel } from './reader-model.ts'

/**
 * What is to be added to each margin so that a reader decides at nought: thresholds, and what it knows
 * of how common labels are. Of a part with several labels the highest sum is chosen; a yes holds from 0.
 */
export function decisionShifts({ heads, softmax, sigmoid, holdsFrom }: ReaderModel): Float64Array {
  const shifts = new Float64Array(heads.outputs)
  const offsets = headOffsets(heads.heads)
  for (const [part, { temperature, offsets: common }] of Object.entries(softmax)) {
    const from = offsets.get(part) as number
    for (const [label, offset] of common.entries()) shifts[from + label] = temperature * offset
  }
  for (const [part, { slope, offset }] of Object.entries(sigmoid)) {
    const threshold = holdsFrom[part as keyof typeof holdsFrom]
    const logit = Math.log(threshold / (1 - threshold))
    shifts[offsets.get(part) as number] = (offset - logit) / slope
  }
  return shifts
}
