import { Link } from '@tanstack/react-router'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { Quality } from './page.tsx'
import { WORDS } from './words.ts'

/** Posts by the model that read them; each count leads to its posts. */
export function ReadByTable({ readBy }: { readBy: Quality['readBy'] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="read-by">
      <h2 id="read-by">{words.readBy}</h2>
      {readBy.length === 0 ? (
        <p className="soft">{words.nothingRead}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.model}</th>
              <th scope="col" className="number">
                {words.posts}
              </th>
            </tr>
          </thead>
          <tbody>
            {readBy.map(({ model, posts }) => (
              <tr key={model}>
                <th scope="row">{model}</th>
                <td className="number">
                  <Link to="/listening" search={{ model }} aria-label={words.seeOf(model, posts)}>
                    {formatCount(posts, language)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
