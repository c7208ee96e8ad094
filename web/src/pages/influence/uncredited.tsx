import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import { PostTime } from '../../parts/post.tsx'
import { PersonName, SaidBy } from './credit-line.tsx'
import { PATH_WORDS, UNCREDITED_WORDS } from './credit-words.ts'

type Of = NonNullable<Answer<'GET /influence/paths/{outcome}'>['uncredited']>

/** Why an outcome has no parts, and what had reached the person before it all the same. */
export function UncreditedOutcome(props: { uncredited: Of; open: (post: string) => void }) {
  const { reason, outcome, touches } = props.uncredited
  const words = useWords(PATH_WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack" data-reason={reason}>
      <p className="influence-sentence">{UNCREDITED_WORDS[reason][language]}</p>
      {outcome !== null && (
        <>
          <p className="row">
            <span className="chip influence-outcome">{CAUSED_WORDS[outcome.type][language]}</span>
            <PersonName person={outcome.person} />
            <span className="small soft">
              <PostTime time={outcome.at} />
            </span>
            <button
              type="button"
              className="link-button"
              data-list-item
              aria-haspopup="dialog"
              onClick={() => props.open(outcome.id)}
            >
              {outcome.post?.excerpt ?? words.openOutcome}
            </button>
          </p>
          <h2>{words.preceding}</h2>
          {touches.length === 0 && <p className="soft">{words.nothingPreceded}</p>}
          <ol className="bare-list stack">
            {touches.map((touch) => (
              <li key={touch.number} className="stack-tight">
                <SaidBy item={touch} open={props.open} />
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="small">
        <Link to="/influence">{words.goInfluence}</Link>
      </p>
    </section>
  )
}
