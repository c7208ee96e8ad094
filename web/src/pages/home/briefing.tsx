import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { BRIEFING_WORDS, findingSentence } from './briefing-words.ts'
import type { Slice } from './page.tsx'

export type Finding = Answer<'GET /briefing'>['findings'][number]

const SENTENCES_MAX = 3

/** What is unusual in the week that ends with the span, as far as its days are over: a few sentences, each opening its posts. */
export function Briefing({ slice }: { slice: Slice }) {
  const words = useWords(BRIEFING_WORDS)
  const { to, topic, channel } = slice
  const part = { ...(topic && { topic }), ...(channel && { channel }) }
  const briefing = useQuery(ask('GET /briefing', { query: { to, ...part } }))
  return (
    <section className="sheet summary" aria-labelledby="unusual">
      <h2 id="unusual">{words.title}</h2>
      {briefing.data === undefined && <Awaiting query={briefing} />}
      {briefing.data && <Sentences briefing={briefing.data} slice={slice} />}
      <TroubledChannels />
    </section>
  )
}

function Sentences({ briefing, slice }: { briefing: Answer<'GET /briefing'>; slice: Slice }) {
  const words = useWords(BRIEFING_WORDS)
  const { from, to, findings, weeksKnown, volume, voices } = briefing
  if (weeksKnown < WEEKS_MIN)
    return <p className="soft">{words.tooEarly(WEEKS_MIN - weeksKnown)}</p>
  return (
    <>
      {findings.slice(0, SENTENCES_MAX).map((finding) => (
        <FindingLine
          key={`${finding.topic?.id}${finding.watched}${finding.from}`}
          finding={finding}
          slice={slice}
        />
      ))}
      {findings.length === 0 && volume !== null && from !== null && to !== null && (
        <p>
          <Link className="summary-link" to="/listening" search={{ ...slice, from, to }}>
            {words.calm({
              ...{ from, to, now: volume.count, voices },
              ...{ low: Math.ceil(volume.low), high: Math.floor(volume.high) },
            })}
          </Link>
        </p>
      )}
    </>
  )
}

/** Below this the server calls nothing unusual. */
const WEEKS_MIN = 4

function FindingLine({ finding, slice }: { finding: Finding; slice: Slice }) {
  const { language } = useLanguage()
  return (
    <p>
      <Link className="summary-link" to="/listening" search={postsOf(finding, slice)}>
        {findingSentence(finding, language)}
      </Link>
    </p>
  )
}

/** Just the posts that a finding counts. */
function postsOf({ topic, watched, from, to }: Finding, slice: Slice) {
  const part = { ...slice, from, to, ...(topic && { topic: topic.id }) }
  if (watched === 'posts') return part
  if (watched === 'negative' || watched === 'positive') return { ...part, sentiment: watched }
  return { ...part, stage: watched }
}

/** Channels that nobody hears just now: what is missing there is missing in every number above. */
function TroubledChannels() {
  const words = useWords(BRIEFING_WORDS)
  const query = { limit: 3, state: 'listening', condition: 'failing' } as const
  const failing = useQuery(ask('GET /channels', { query }))
  if (failing.data === undefined && failing.isError) return <Awaiting query={failing} />
  return failing.data?.items.map(({ id, name }) => (
    <p key={id}>
      <Link className="summary-link" to="/channels/$id" params={{ id }}>
        {words.notHeard(name)}
      </Link>
    </p>
  ))
}
