import { useLanguage, useWords } from '../../language.tsx'
import type { Method } from './method-page.tsx'
import { METHOD_WORDS, NOT_PROVEN_FIGURES, NOT_PROVEN_WORDS } from './method-words.ts'

/** What the figures say nothing about, whatever they say. */
export function NotProven({ notProven }: Pick<Method, 'notProven'>) {
  const words = useWords(METHOD_WORDS)
  const figures = useWords(NOT_PROVEN_FIGURES)
  const { language } = useLanguage()
  return (
    <section className="stack-tight" aria-labelledby="not-proven">
      <h2 id="not-proven">{words.notProven}</h2>
      <ol className="bare-list method-not-proven">
        {notProven.map(({ kind, figure }) => (
          <li key={kind} className="sheet stack-tight">
            <h3>{NOT_PROVEN_WORDS[kind].title[language]}</h3>
            <p>{NOT_PROVEN_WORDS[kind].text[language]}</p>
            {figure !== null && <p className="small soft">{figures[kind](figure)}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
