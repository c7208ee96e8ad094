import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ReadBy } from '../../parts/read-by.tsx'
import { VoiceCount, VoicesHint } from '../../parts/voices.tsx'
import { WORDS as COMMON, TOPIC_KIND_WORDS } from '../../parts/words.ts'
import type { Topic } from '../../terms.ts'
import { WORDS } from './words.ts'

interface Actions {
  isWriter: boolean
  edit: (topic: Topic) => void
  remove: (topic: Topic) => void
}

export function TopicList({ topics, ...actions }: Actions & { topics: Topic[] }) {
  const words = useWords(WORDS)
  const voices = useQuery(ask('GET /topics/voices', {}))
  return (
    <div className="sheet posts scroll-x">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.aliases}</th>
            <th scope="col" className="number">
              {words.posts}
            </th>
            <th scope="col" className="number">
              <VoicesHint>{words.voices}</VoicesHint>
            </th>
            {actions.isWriter && (
              <th scope="col">
                <span className="hidden">{words.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              voices={voices.data?.items.find(({ id }) => id === topic.id)?.voices}
              {...actions}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TopicRow({
  topic,
  voices,
  isWriter,
  edit,
  remove,
}: Actions & { topic: Topic; voices: number | undefined }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <tr>
      <th scope="row">
        <bdi>{topic.name}</bdi>
        <div className="soft small">{TOPIC_KIND_WORDS[topic.kind][language]}</div>
        <ReadBy readBy={topic.readBy} />
      </th>
      <td className="small">{topic.aliases.join(language === 'ja' ? '、' : ', ')}</td>
      <td className="number">
        <Link to="/listening" search={{ topic: topic.id }}>
          {formatCount(topic.posts, language)}
        </Link>
        {!topic.isApplied && (
          <div className="soft small wraps" role="status">
            <Loader size={10} aria-hidden /> {words.searching}
          </div>
        )}
      </td>
      <td className="number">
        <VoiceCount voices={voices} />
      </td>
      {isWriter && (
        <td>
          <RowButtons topic={topic} edit={edit} remove={remove} />
        </td>
      )}
    </tr>
  )
}

function RowButtons({ topic, edit, remove }: Omit<Actions, 'isWriter'> & { topic: Topic }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  return (
    <div className="row">
      <Button
        variant="default"
        size="compact-xs"
        aria-label={words.editOf(topic.name)}
        onClick={() => edit(topic)}
      >
        {common.edit}
      </Button>
      <Button
        variant="default"
        size="compact-xs"
        aria-label={words.removeOf(topic.name)}
        onClick={() => remove(topic)}
      >
        {common.remove}
      </Button>
    </div>
  )
}
