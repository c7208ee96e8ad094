import { formatParts } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { InfluenceItem } from '../../terms.ts'
import { LINKED_WORDS, PLACEBO_KINDS, PLACEBO_WORDS } from './placebo-words.ts'

type Of = Pick<InfluenceItem, 'placebo' | 'placebos'>

/** All three placebos of a figure, each with the spread of its draws; of an old measurement the one it kept. */
export function PlaceboList({ of }: { of: Of }) {
  const words = useWords(PLACEBO_WORDS)
  const { language } = useLanguage()
  const { placebos } = of
  if (placebos === null) {
    return <span title={words.unknown}>{formatParts(of.placebo, language)}</span>
  }
  return (
    <dl className="influence-placebos small" title={words.draws(placebos.draws)}>
      {PLACEBO_KINDS.map((kind) => (
        <div key={kind} className="influence-placebo" title={words[`${kind}Text`]}>
          <dt className="soft">{words[kind]}</dt>
          <dd>
            {formatParts(placebos[kind].credit, language)}{' '}
            <span className="soft whole">
              {words.spread(placebos[kind].low, placebos[kind].high)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What the three placebos are and how often each was drawn, once for a whole page. */
export function PlaceboLegend({ draws }: { draws: number | undefined }) {
  const words = useWords(PLACEBO_WORDS)
  if (draws === undefined) return null
  return (
    <ul className="influence-placebo-legend small soft">
      {PLACEBO_KINDS.map((kind) => (
        <li key={kind}>
          <strong>{words[kind]}</strong>: {words[`${kind}Text`]}
        </li>
      ))}
      <li>{words.draws(draws)}</li>
    </ul>
  )
}

type Linked = { outcomes: number; linked: number; share: number | null; moves: number }

/** How many of the outcomes asked for are somebody's, and why moves are not among them. */
export function LinkedShare({ of }: { of: Linked }) {
  const words = useWords(LINKED_WORDS)
  const { outcomes, linked, share, moves } = of
  if (outcomes === 0) return <>{words.movesOnly(moves)}</>
  return <>{words.business(linked, outcomes, share)}</>
}

/** The same in one line, as it stands below a single figure. */
export function LinkedLine({ of }: { of: Linked }) {
  const words = useWords(LINKED_WORDS)
  return (
    <p className="soft small">
      {words.linked}: <LinkedShare of={of} />. {of.moves > 0 && words.movesText(of.moves)}
    </p>
  )
}
