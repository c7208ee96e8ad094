import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askPages } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { usePollMs } from '../../live/provider.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Loading, Page } from '../../parts/page.tsx'
import { LoadFailed } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Topic } from '../../terms.ts'
import { RemoveTopic } from './remove-topic.tsx'
import { TopicForm } from './topic-form.tsx'
import { TopicList } from './topic-list.tsx'
import { WORDS } from './words.ts'

const POLL_MS = 2_000

/** What is open over the list. */
type Doing = { what: 'add' } | { what: 'edit' | 'remove'; topic: Topic }

export function TopicsPage() {
  const words = useWords(WORDS)
  const session = useSession()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const isWriter = mayWrite(session)
  return (
    <Page
      title={words.title}
      beside={isWriter && <Button onClick={() => setDoing({ what: 'add' })}>{words.add}</Button>}
    >
      <p className="soft small">{words.intro}</p>
      <Topics
        isWriter={isWriter}
        edit={(topic) => setDoing({ what: 'edit', topic })}
        remove={(topic) => setDoing({ what: 'remove', topic })}
      />
      {doing?.what === 'add' && <TopicForm topic={null} close={close} />}
      {doing?.what === 'edit' && <TopicForm topic={doing.topic} close={close} />}
      {doing?.what === 'remove' && <RemoveTopic topic={doing.topic} close={close} />}
    </Page>
  )
}

function Topics(props: {
  isWriter: boolean
  edit: (topic: Topic) => void
  remove: (topic: Topic) => void
}) {
  const words = useWords(WORDS)
  const pollMs = usePollMs(POLL_MS, false)
  const pages = useInfiniteQuery({
    ...askPages('GET /topics', { query: { limit: 100 } }),
    refetchInterval: (query) => {
      const items = query.state.data?.pages.flatMap((page) => page.items) ?? []
      return items.some((topic) => !topic.isApplied) ? pollMs : false
    },
  })
  if (pages.isPending) return <Loading />
  if (pages.isError) return <LoadFailed problem={pages.error} retry={() => pages.refetch()} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0 && !pages.hasNextPage) return <Empty title={words.empty} />
  return (
    <div className="stack">
      <TopicList topics={items} {...props} />
      {pages.hasNextPage && <LoadMore pages={pages} />}
    </div>
  )
}
