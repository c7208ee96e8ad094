import type { Answer } from '../api.ts'
import { formatShare } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { agreementWords, comparedWords, MATCH_WORDS } from './match-words.ts'

type Candidate = Answer<'GET /people/candidates/{id}'>

/** Why two are held to be one, in words, with what each reason weighs; the strongest first. */
export function MatchReasons(props: {
  probability: number | null
  reasons: readonly Candidate['reasons'][number][]
}) {
  const words = useWords(MATCH_WORDS)
  const { language } = useLanguage()
  return (
    <>
      {props.probability !== null && (
        <p className="small">{words.probability(formatShare(props.probability, language))}</p>
      )}
      <ul className="reasons small">
        {props.reasons.map(({ field, agreement, weight }) => (
          <li key={`${field} ${agreement}`}>
            {comparedWords(field)[language]}: {agreementWords({ field, agreement })[language]}{' '}
            <span className="soft">({words.weight(signed(weight))})</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function signed(weight: number): string {
  return `${weight > 0 ? '+' : weight < 0 ? '−' : ''}${Math.abs(weight).toFixed(1)}`
}
