import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { SENTIMENTS } from '../../filters.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { VoiceCount, VoicesHint } from '../../parts/voices.tsx'
import { SENTIMENT_WORDS, TOPIC_KIND_WORDS } from '../../parts/words.ts'
import type { Slice } from './page.tsx'
import { negativeShare, type Overview } from './sentences.ts'
import { WORDS } from './words.ts'

type Row = Overview['topics'][number]

export function TopicTable({ slice, overview }: { slice: Slice; overview: Overview }) {
  const words = useWords(WORDS)
  const voices = useQuery(ask('GET /overview/voices', { query: slice })).data
  const voicesOf = (id: string) =>
    voices === undefined || voices.total === null
      ? null
      : (voices.topics.find((topic) => topic.id === id)?.voices ?? 0)
  const rows = [...overview.topics].sort((a, b) => b.posts - a.posts)
  const largest = Math.max(1, ...rows.map((row) => row.posts))
  return (
    <section className="sheet stack" aria-labelledby="by-topic">
      <h2 id="by-topic">{words.byTopic}</h2>
      {rows.length === 0 ? (
        <p>
          {words.noTopics} <Link to="/topics">{words.goTopics}</Link>
        </p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.topic}</th>
              <th scope="col" className="topic-bars">
                {words.sentiment}
              </th>
              <th scope="col" className="number">
                {words.posts}
              </th>
              <th scope="col" className="number">
                <VoicesHint>{words.voices}</VoicesHint>
              </th>
              <th scope="col" className="number">
                {words.negativeShare}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TopicRow
                key={row.id}
                row={row}
                voices={voicesOf(row.id)}
                slice={slice}
                largest={largest}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function TopicRow(props: { row: Row; voices: number | null; slice: Slice; largest: number }) {
  const { row, voices, slice, largest } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const search = { ...slice, topic: row.id }
  return (
    <tr>
      <th scope="row">
        <bdi>{row.name}</bdi>{' '}
        <span className="soft small whole">{TOPIC_KIND_WORDS[row.kind][language]}</span>
      </th>
      <td className="topic-bars">
        <div className="share-bar" style={{ width: `${(100 * row.posts) / largest}%` }}>
          {SENTIMENTS.filter((sentiment) => row.bySentiment[sentiment] > 0).map((sentiment) => (
            <Link
              key={sentiment}
              to="/listening"
              search={{ ...search, sentiment }}
              data-sentiment={sentiment}
              style={{ flexGrow: row.bySentiment[sentiment] }}
              aria-label={words.countOf(
                `${row.name}, ${SENTIMENT_WORDS[sentiment][language]}`,
                row.bySentiment[sentiment],
              )}
            />
          ))}
        </div>
      </td>
      <td className="number">
        <Link to="/listening" search={search}>
          {formatCount(row.posts, language)}
        </Link>
      </td>
      <td className="number">
        <VoiceCount voices={voices} />
      </td>
      <td className="number">
        <Link to="/listening" search={{ ...search, sentiment: 'negative' }}>
          {formatShare(negativeShare(row) ?? 0, language)}
        </Link>
      </td>
    </tr>
  )
}
