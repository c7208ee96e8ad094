import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import { type ChannelInFull, GAP_WORDS } from '../channels/words.ts'
import { WORDS } from './words.ts'

/** Spans of time of which something may be missing. */
export function Gaps({ gaps }: { gaps: ChannelInFull['gaps'] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="gaps">
      <h2 id="gaps">{words.gaps}</h2>
      <p className="soft small">{gaps.length === 0 ? words.noGaps : words.gapsHint}</p>
      {gaps.length > 0 && (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.span}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <tr key={gap.id}>
                <td>
                  <PostTime time={gap.since} /> – <PostTime time={gap.until} />
                </td>
                <td>{GAP_WORDS[gap.reason][language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** The last problems, newest first. */
export function Problems({ problems }: { problems: ChannelInFull['problems'] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="problems">
      <h2 id="problems">{words.problems}</h2>
      {problems.length === 0 ? (
        <p className="soft small">{words.noProblems}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem) => (
              <tr key={problem.id}>
                <td className="small">
                  <PostTime time={problem.at} />
                </td>
                <td>
                  {problem.words[language]}
                  {problem.detail !== null && <div className="soft small">{problem.detail}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
