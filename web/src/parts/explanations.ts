import type { Answer } from '../api.ts'

type Full = Answer<'GET /activities/{id}'>
type Explanation = Full['explanations'][number]

/** What evidence is of. */
export interface Explained {
  of: Full['evidence'][number]['of']
  label?: string | undefined
  weight: number
}

/** A score with what it is made of, as it is shown: the shown numbers sum up to the shown score. */
export interface ShownExplanation<Piece> extends Pick<Explanation, 'of' | 'label'> {
  pieces: { piece: Piece; weight: string }[]
  bias: string
  whole: string
  rest: string
  score: string
}

/** Of each label its pieces and the sum of them; `others` is evidence of a label that is not summed. */
export function explanationsOf<Piece extends Explained>(
  explanations: readonly Explanation[],
  evidence: readonly Piece[],
): { sums: ShownExplanation<Piece>[]; others: Piece[] } {
  const isOf = (piece: Piece, { of, label }: Explanation) =>
    piece.of === of && piece.label === label
  const sums = explanations.map((one) =>
    shown(
      one,
      evidence.filter((piece) => isOf(piece, one)),
    ),
  )
  const others = evidence.filter((piece) => !explanations.some((one) => isOf(piece, one)))
  return { sums, others }
}

const hundredths = (value: number) => Math.round(value * 100)
const text = (of: number) => (of / 100).toFixed(2)

/** Each is rounded; what that loses goes to the rest, which nobody reads by itself. */
function shown<Piece extends Explained>(
  { of, label, ...sum }: Explanation,
  pieces: readonly Piece[],
): ShownExplanation<Piece> {
  const [score, bias, whole] = [sum.score, sum.bias, sum.whole].map(hundredths) as [
    number,
    number,
    number,
  ]
  const weights = pieces.map(({ weight }) => hundredths(weight))
  const rest = score - bias - whole - weights.reduce((all, weight) => all + weight, 0)
  return {
    ...{ of, ...(label === undefined ? {} : { label }) },
    pieces: pieces.map((piece, at) => ({ piece, weight: text(weights[at] as number) })),
    ...{ bias: text(bias), whole: text(whole), rest: text(rest), score: text(score) },
  }
}
