import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askAll } from '../../client.ts'
import { TOPIC_KINDS } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { usePollMs } from '../../live/provider.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChoiceField } from '../../parts/filter-fields.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { WORDS as COMMON, TOPIC_KIND_WORDS } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import type { Topic, TopicKind } from '../../terms.ts'
import { findTopics } from './find-topics.ts'
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
  const topics = useQuery({
    ...askAll('GET /topics'),
    refetchInterval: ({ state }) => {
      return state.data?.some((topic) => !topic.isApplied) === true ? pollMs : false
    },
  })
  if (topics.data === undefined) return <Awaiting query={topics} />
  if (topics.data.length === 0) {
    return (
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
      </Empty>
    )
  }
  return <FoundTopics topics={topics.data} {...props} />
}

function FoundTopics(props: {
  topics: Topic[]
  isWriter: boolean
  edit: (topic: Topic) => void
  remove: (topic: Topic) => void
}) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const [q, setQ] = useState('')
  const [kind, setKind] = useState<TopicKind | undefined>(undefined)
  const shown = findTopics(props.topics, q, kind)
  return (
    <div className="stack">
      <section className="row row-end" aria-label={words.find}>
        <TextInput
          type="search"
          label={common.search}
          placeholder={words.findHint}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <ChoiceField
          label={words.kind}
          words={TOPIC_KIND_WORDS}
          order={TOPIC_KINDS}
          value={kind}
          choose={setKind}
        />
      </section>
      {shown.length === 0 ? (
        <p className="soft" role="status">
          {words.noMatch}
        </p>
      ) : (
        <TopicList {...props} topics={shown} />
      )}
    </div>
  )
}
