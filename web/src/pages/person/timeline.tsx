import { useInfiniteQuery } from '@tanstack/react-query'
import { askPages } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { Post } from '../../parts/post.tsx'
import { WORDS } from './words.ts'

/** All that the person did, newest first, over all accounts. */
export function Timeline({ id, open }: { id: string; open: (post: string) => void }) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(askPages('GET /people/{id}/timeline', { params: { id } }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  return (
    <section className="stack-tight" aria-labelledby="timeline">
      <h2 id="timeline">{words.timeline}</h2>
      {items.length === 0 && !pages.hasNextPage && <p className="soft">{words.noTimeline}</p>}
      <ol className="bare-list sheet posts">
        {items.map((activity) => (
          <li key={activity.id}>
            <Post activity={activity} open={open} />
          </li>
        ))}
      </ol>
      {(items.length > 0 || pages.hasNextPage) && <LoadMore pages={pages} />}
    </section>
  )
}
