import { Link } from '@tanstack/react-router'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import type { Quality } from './page.tsx'
import { WORDS } from './words.ts'

/** Every change of the model, newest first, and the posts that are shown otherwise since. */
export function Runs({ runs }: { runs: Quality['runs'] }) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="model-runs">
      <h2 id="model-runs">{words.runs}</h2>
      {runs.length === 0 ? <p className="soft">{words.noRuns}</p> : <RunTable runs={runs} />}
    </section>
  )
}

function RunTable({ runs }: { runs: Quality['runs'] }) {
  const words = useWords(WORDS)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.runs}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.change}</th>
            <th scope="col" className="number">
              {words.movedPosts}
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RunRow({
  run: { id, at, before, model, reason, by, moved },
}: {
  run: Quality['runs'][number]
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <tr>
      <td className="small">
        <PostTime time={at} />
      </td>
      <td>
        <bdi>{words.fromTo(before, model)}</bdi>
        <div className="soft small">
          {words.reasonIs(reason)}
          {by !== null && by.name !== null && ` (${words.by(by.name)})`}
        </div>
      </td>
      <td className="number">
        {moved === 0 ? (
          formatCount(0, language)
        ) : (
          <Link to="/listening" search={{ moved: id }} aria-label={words.seeMoved(model, moved)}>
            {formatCount(moved, language)}
          </Link>
        )}
      </td>
    </tr>
  )
}
