import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../language.tsx'
import { ProblemNote } from './problem.tsx'
import { WORDS } from './words.ts'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: Error | null
  fetchNextPage: () => unknown
}

/** Loads the next page of a list when its end comes near, or when asked to; after a failure only when asked to. */
export function LoadMore({ pages }: { pages: Pages }) {
  const words = useWords(WORDS)
  const end = useRef<HTMLDivElement>(null)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages
  useEffect(() => {
    const element = end.current
    if (element === null || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) fetchNextPage()
      },
      { rootMargin: '600px' },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  return (
    <div ref={end} className="soft small" role="status">
      {isFetchNextPageError && <ProblemNote problem={pages.error} />}
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {words.more}
        </Button>
      ) : (
        words.end
      )}
    </div>
  )
}
