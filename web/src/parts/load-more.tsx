import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../language.tsx'
import { WORDS } from './words.ts'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** Loads the next page of a list when its end comes near, or when asked to. */
export function LoadMore({ pages }: { pages: Pages }) {
  const words = useWords(WORDS)
  const end = useRef<HTMLDivElement>(null)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  useEffect(() => {
    const element = end.current
    if (element === null || !hasNextPage || isFetchingNextPage) return
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) fetchNextPage()
      },
      { rootMargin: '600px' },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <div ref={end} className="soft small" role="status">
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
