import { type Judgement, READING_PARTS, type ReadingPart } from '#vocabulary/index.ts'
import { labelIn, labelsOf } from './judgement.ts'
import { type ShareInterval, shareInterval } from './share-interval.ts'

/** A post of the audit queue: what a person said, and what the model did. */
export interface Audit {
  lang: string
  said: Judgement
  truth: Judgement
}

/** How well one label is read, in one language or in `all`. */
export interface LabelFigures {
  part: ReadingPart
  label: string
  lang: string
  /** Audits of which either said the label. */
  audited: number
  precision: ShareInterval | null
  recall: ShareInterval | null
  /** Audits of which the model, the person, and both said it. */
  said: number
  held: number
  right: number
}

/** Below so many audits of a label there is no figure: it would say more than is known. */
export const AUDITS_MIN = 50

/** Precision and recall of every label that an audit names, over all languages and by each. */
export function qualityFigures(audits: readonly Audit[]): LabelFigures[] {
  const langs = [...new Set(audits.map(({ lang }) => lang))].sort()
  return READING_PARTS.flatMap((part) =>
    figuredLabels(part).flatMap((label) =>
      ['all', ...langs].flatMap((lang) => {
        const own = lang === 'all' ? audits : audits.filter((audit) => audit.lang === lang)
        const figures = figuresOf(part, label, lang, own)
        return figures.audited === 0 ? [] : [figures]
      }),
    ),
  )
}

/** Of yes and no, yes. */
function figuredLabels(part: ReadingPart): readonly string[] {
  return labelsOf(part).includes('yes') ? ['yes'] : labelsOf(part)
}

function figuresOf(
  part: ReadingPart,
  label: string,
  lang: string,
  audits: readonly Audit[],
): LabelFigures {
  let [said, held, right] = [0, 0, 0]
  for (const audit of audits) {
    const isSaid = labelIn(audit.said, part) === label
    const isHeld = labelIn(audit.truth, part) === label
    if (isSaid) said++
    if (isHeld) held++
    if (isSaid && isHeld) right++
  }
  const share = (of: number) => (of < AUDITS_MIN ? null : shareInterval(right, of))
  const counts = { said, held, right, audited: said + held - right }
  return { part, label, lang, ...counts, precision: share(said), recall: share(held) }
}
