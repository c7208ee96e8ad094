import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { spanBefore } from '../../days.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Loading } from '../../parts/page.tsx'
import { VoiceCount, VoicesHint } from '../../parts/voices.tsx'
import { TOPIC_KIND_WORDS } from '../../parts/words.ts'
import { BRIEFING_WORDS, SHARE_NOTES } from './briefing-words.ts'
import type { Slice } from './page.tsx'
import type { Overview } from './sentences.ts'
import { type VoiceRow, voiceOf } from './voice.ts'
import { WORDS } from './words.ts'

/** Who is spoken of: our own topics against competitors', each leading to the posts that name it. */
export function ShareOfVoice(props: {
  slice: Slice
  overview: Overview
  before: Overview | undefined
}) {
  const { from, to } = spanBefore(props.slice.from, props.slice.to)
  const now = useQuery(ask('GET /overview/voices', { query: props.slice }))
  const was = useQuery(ask('GET /overview/voices', { query: { ...props.slice, from, to } }))
  const words = useWords(BRIEFING_WORDS)
  const home = useWords(WORDS)
  const { language } = useLanguage()
  const isCounting = now.isPending || was.isPending
  const voice = voiceOf(
    { topics: props.overview.topics, voices: now.data },
    { topics: props.before?.topics ?? [], voices: was.data },
  )
  return (
    <section className="sheet stack" aria-labelledby="voice">
      <h2 id="voice">{words.voice}</h2>
      {isCounting ? (
        <Loading />
      ) : voice === null ? (
        <p className="soft">
          {words.noVoice} <Link to="/topics">{home.goTopics}</Link>
        </p>
      ) : (
        <>
          <p>{words.voiceSentence(voice.unit, formatShare(voice.own, language), voice.moved)}</p>
          <VoiceTable rows={voice.rows} slice={props.slice} />
          <p className="soft small">{SHARE_NOTES[voice.unit][language]}</p>
        </>
      )}
    </section>
  )
}

function VoiceTable({ rows, slice }: { rows: VoiceRow[]; slice: Slice }) {
  const words = useWords(BRIEFING_WORDS)
  const home = useWords(WORDS)
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{home.topic}</th>
          <th scope="col" className="voice-bars">
            <span className="hidden">{words.share}</span>
          </th>
          <th scope="col" className="number">
            {words.share}
          </th>
          <th scope="col" className="number">
            {words.change}
          </th>
          <th scope="col" className="number">
            {home.posts}
          </th>
          <th scope="col" className="number">
            <VoicesHint>{home.voices}</VoicesHint>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <VoiceLine key={row.topic.id} row={row} slice={slice} largest={rows[0]?.share ?? 1} />
        ))}
      </tbody>
    </table>
  )
}

/** Bars are drawn against the largest share, so that small ones can be told apart. */
function VoiceLine({ row, slice, largest }: { row: VoiceRow; slice: Slice; largest: number }) {
  const words = useWords(BRIEFING_WORDS)
  const { language } = useLanguage()
  const { topic, voices, share, moved } = row
  return (
    <tr>
      <th scope="row">
        <bdi>{topic.name}</bdi>{' '}
        <span className="soft small whole">{TOPIC_KIND_WORDS[topic.kind][language]}</span>
      </th>
      <td className="voice-bars" aria-hidden>
        <div
          className="voice-bar"
          data-kind={topic.kind}
          style={{ width: `${(100 * share) / largest}%` }}
        />
      </td>
      <td className="number">{formatShare(share, language)}</td>
      <td className="number">{moved === null ? words.fresh : words.points(moved)}</td>
      <td className="number">
        <Link to="/listening" search={{ ...slice, topic: topic.id }}>
          {formatCount(topic.posts, language)}
        </Link>
      </td>
      <td className="number">
        <VoiceCount voices={voices} />
      </td>
    </tr>
  )
}
