import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../api.ts'
import { ask } from '../client.ts'
import { formatPart } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Awaiting } from './awaiting.tsx'
import { CAUSED_WORDS } from './influence-words.ts'
import { POST_INFLUENCE_WORDS } from './post-influence-words.ts'

type Known = Answer<'GET /influence/posts/{activity}'>

/** What a post led to, and, where it is an outcome or shows a move, the way to how that came about. */
export function PostInfluence({ id }: { id: string }) {
  const words = useWords(POST_INFLUENCE_WORDS)
  const query = useQuery(ask('GET /influence/posts/{activity}', { params: { activity: id } }))
  return (
    <section className="stack-tight small" aria-label={words.ledTo}>
      <h3>{words.ledTo}</h3>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <>
          <LedTo id={id} known={query.data} />
          <Itself id={id} known={query.data} />
        </>
      )}
    </section>
  )
}

function LedTo({ id, known }: { id: string; known: Known }) {
  const words = useWords(POST_INFLUENCE_WORDS)
  const { language } = useLanguage()
  if (!known.isMeasured) {
    return (
      <p className="soft">
        {words.notMeasured} <Link to="/influence">{words.goInfluence}</Link>
      </p>
    )
  }
  if (known.ledTo.length === 0) return <p className="soft">{words.nothing}</p>
  return (
    <>
      <ul className="bare-list">
        {known.ledTo.map(({ type, outcomes, credit }) => (
          <li key={type}>{words.credited(CAUSED_WORDS[type][language], outcomes, credit)}</li>
        ))}
      </ul>
      <p>
        <Link to="/influence/credits" search={{ activity: id }}>
          {words.seeAll}
        </Link>
      </p>
    </>
  )
}

function Itself({ id, known: { is, isOutcome } }: { id: string; known: Known }) {
  const words = useWords(POST_INFLUENCE_WORDS)
  const { language } = useLanguage()
  if (!isOutcome && is.length === 0) return null
  const said = is.map(
    ({ type, background }) =>
      `${CAUSED_WORDS[type][language]} (${words.background(formatPart(background, language))})`,
  )
  return (
    <>
      <h3>{words.is}</h3>
      <p>
        {said.length === 0 ? words.showsMove : said.join(' · ')}{' '}
        <Link to="/influence/paths/$outcome" params={{ outcome: id }}>
          {words.path}
        </Link>
      </p>
    </>
  )
}
