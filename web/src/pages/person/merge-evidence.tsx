import { useWords } from '../../language.tsx'
import { MatchReasons } from '../../parts/match-reasons.tsx'
import { useMergeFields } from './merge-field.ts'
import { MERGE_WORDS, type Merge } from './merge-words.ts'

/** Why the two were joined, in words, with what each reason weighs. */
export function Evidence({ merge: { evidence } }: { merge: Merge }) {
  const words = useWords(MERGE_WORDS)
  if (evidence.reasons.length === 0) return <p className="small">{words.noReasons}</p>
  return <MatchReasons {...evidence} />
}

export function WrittenFields({ merge }: { merge: Merge }) {
  const words = useWords(MERGE_WORDS)
  const { nameOf, shownIn } = useMergeFields()
  if (merge.fields.length === 0) return null
  return (
    <ul className="reasons small" aria-label={words.changedFields}>
      {merge.fields.map((one) => (
        <li key={one.key}>
          <bdi>{nameOf(one)}</bdi>: <bdi>{shownIn(one, one.before)}</bdi> →{' '}
          <bdi>{shownIn(one, one.after)}</bdi>
        </li>
      ))}
    </ul>
  )
}
