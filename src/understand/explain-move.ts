import { FeatureBag, headOffsets, type LanguageDetector, scoreFeatures } from '#language/index.ts'
import type { ReadingPart } from '#vocabulary/index.ts'
import { decisionShifts } from './decision-shifts.ts'
import { shareOverUnits, strongestPieces, type WeighedPiece, weightOf } from './explain-reading.ts'
import type { SeenText } from './feeling.ts'
import { labelsOf } from './judgement.ts'
import type { ReaderModel } from './reader-model.ts'
import { addReadingFeatures } from './reading-features.ts'
import type { MovedPart } from './reading-moves.ts'
import { findTurns } from './turns/all.ts'
import { pushesOf, pushMargins } from './turns/turn.ts'
import { weighTogether, worthOfMargins } from './weigh-together.ts'

/** A post that one of the models learnt from. */
export interface TaughtText {
  id: string
  part: ReadingPart
  text: string
  lang: string
}

export interface MovedText {
  /** Title and text joined by a line break. */
  text: string
  /** The language that the platform claims. */
  hint?: string | undefined
  moved: readonly MovedPart[]
  taught: readonly TaughtText[]
}

/** Why one part moved. */
export interface WhyMoved extends MovedPart {
  /** How far the new label is ahead of the old one, by the model before and the one after. */
  lead: { before: number; after: number }
  /** What the pieces of the text added to the lead between the two: positive pulled to the new label. */
  pieces: WeighedPiece[]
  /** What the lead gained beside: in smaller pieces, and in what has no place in the text, such as its shape. */
  rest: number
  /** Of what pulled to the new label, the share (0..1) that lies in words of the post; most first. */
  taughtBy: { id: string; share: number }[]
}

/** A model's view of one text: the lead of a label, and what a feature of a bucket adds to it. */
interface Lead {
  lead: number
  weightOf: (bucket: number) => number
}

const SHARE_MIN = 0.1
const TAUGHT_MAX = 5

/**
 * Why another label is read than before: the difference of two models' exact contributions to the lead
 * of the new label over the old one. Of a part that neither model moved (a vote, an earlier correction)
 * the leads show it: they are of one sign.
 */
export function explainMove(
  detector: LanguageDetector,
  models: { before: ReaderModel; after: ReaderModel },
  { text, hint, moved, taught }: MovedText,
): WhyMoved[] {
  const { lang } = detector.detect(text, hint)
  const bag = new FeatureBag()
  const seen = addReadingFeatures(bag, text, lang)
  return moved.map((part) => {
    const before = leadOf(models.before, { bag, seen, lang }, part)
    const after = leadOf(models.after, { bag, seen, lang }, part)
    const pullOf = (bucket: number) => after.weightOf(bucket) - before.weightOf(bucket)
    const shares = shareOverUnits(bag, seen, pullOf)
    const pieces = strongestPieces(seen, shares)
    const told = pieces.reduce((sum, { weight }) => sum + weight, 0)
    return {
      ...part,
      lead: { before: round(before.lead), after: round(after.lead) },
      pieces,
      rest: round(after.lead - before.lead - told),
      taughtBy: whoTaught(pullsOf(bag, seen, pullOf), ofPart(taught, part.part)),
    }
  })
}

function ofPart(taught: readonly TaughtText[], part: ReadingPart): TaughtText[] {
  return taught.filter((one) => one.part === part)
}

function round(lead: number): number {
  return Math.round(lead * 1000) / 1000
}

function leadOf(
  model: ReaderModel,
  { bag, seen, lang }: { bag: FeatureBag; seen: SeenText; lang: string },
  { part, from, to }: MovedPart,
): Lead {
  const { heads, joint } = model
  const alone = new Float64Array(heads.outputs)
  scoreFeatures(heads, bag, alone)
  const margins = alone.slice()
  if (joint !== undefined) weighTogether(joint, margins, lang)
  // What turns push is the same by every model, so it is in no difference of two.
  pushMargins(margins, pushesOf(findTurns(seen.folded.text, lang)))
  const shifts = decisionShifts(model)
  const worth = new Float64Array(heads.outputs)
  let lead = 0
  for (const { output, sign } of outputsOf(model, part, from, to)) {
    lead += sign * ((margins[output] as number) + (shifts[output] as number))
    const own = worthOfMargins(joint, alone, lang, output)
    for (const [at, much] of own.entries()) worth[at] = (worth[at] as number) + sign * much
  }
  return { lead, weightOf: (bucket) => weightOf(heads, bucket, worth) }
}

/** Of a choice the label that came less the one that went; of a yes itself, with its sign. */
function outputsOf(
  { heads }: ReaderModel,
  part: ReadingPart,
  from: string,
  to: string,
): { output: number; sign: number }[] {
  const offset = headOffsets(heads.heads).get(part) as number
  const labels = labelsOf(part)
  if (labels.includes('yes')) return [{ output: offset, sign: to === 'yes' ? 1 : -1 }]
  return [
    { output: offset + labels.indexOf(to), sign: 1 },
    { output: offset + labels.indexOf(from), sign: -1 },
  ]
}

/** What each bucket with a place in the text pulled to the new label; nothing of what held back. */
function pullsOf(
  bag: FeatureBag,
  seen: SeenText,
  pullOf: (bucket: number) => number,
): Map<number, number> {
  const pulls = new Map<number, number>()
  for (let at = 0; at < bag.size; at++) {
    const isPlaced = (bag.ends[at] as number) > (bag.starts[at] as number)
    if (!isPlaced || (bag.ends[at] as number) > seen.folded.text.length) continue
    const bucket = bag.buckets[at] as number
    const pull = (bag.values[at] as number) * pullOf(bucket)
    if (pull > 0) pulls.set(bucket, (pulls.get(bucket) ?? 0) + pull)
  }
  return pulls
}

/** The judged posts whose words carry most of the pull. Time: features of all of them. */
function whoTaught(
  pulls: ReadonlyMap<number, number>,
  taught: readonly TaughtText[],
): WhyMoved['taughtBy'] {
  const all = pulls.values().reduce((sum, pull) => sum + pull, 0)
  if (all === 0) return []
  const bag = new FeatureBag()
  const shares = taught.map(({ id, text, lang }) => {
    bag.clear()
    addReadingFeatures(bag, text, lang)
    const own = new Set(bag.buckets.subarray(0, bag.size))
    const shared = own.values().reduce((sum, bucket) => sum + (pulls.get(bucket) ?? 0), 0)
    return { id, share: Math.round((100 * shared) / all) / 100 }
  })
  return shares
    .filter(({ share }) => share >= SHARE_MIN)
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .slice(0, TAUGHT_MAX)
}
