import { foldText } from '#language/index.ts'
import { findTurns } from '#understand/turns/all.ts'
import { pushesOf, pushMargins } from '#understand/turns/turn.ts'
import type { Unseen } from './folds.ts'

/** The posts with margins pushed by the turns that their texts take, as the reader pushes them. */
export function turnUnseen(unseen: readonly Unseen[]): Unseen[] {
  return unseen.map((one) => {
    const pushes = pushesOf(findTurns(foldText(one.example.text), one.example.lang))
    const margins = one.margins.slice()
    const quantised = one.quantised.slice()
    pushMargins(margins, pushes)
    pushMargins(quantised, pushes)
    return { ...one, margins, quantised }
  })
}
