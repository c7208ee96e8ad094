import { useInfiniteQuery } from '@tanstack/react-query'
import { askPages } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { ImportCard } from './import-card.tsx'
import { WORDS } from './words.ts'

export function ImportList() {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(askPages('GET /imports', { query: { limit: 20 } }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  return (
    <section className="stack" aria-labelledby="imports">
      <h2 id="imports">{words.imports}</h2>
      {items.length === 0 && !pages.hasNextPage && <p className="soft">{words.none}</p>}
      <ul className="bare-list stack">
        {items.map((run) => (
          <li key={run.id}>
            <ImportCard listed={run} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && <LoadMore pages={pages} />}
    </section>
  )
}
