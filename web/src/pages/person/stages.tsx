import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ItemOf } from '../../api.ts'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { StageChip } from '../../parts/chips.tsx'
import { confidenceWord } from '../../parts/confidence.ts'
import { PostTime } from '../../parts/post.tsx'
import { WORDS as COMMON, STAGE_WORDS, TOPIC_KIND_WORDS } from '../../parts/words.ts'
import { WORDS } from './words.ts'

type Journey = ItemOf<'GET /people/{id}/journeys'>
type Open = (post: string) => void

/** Where the person stands for each topic and how they got there, each step with the post that shows it. */
export function Stages({ personId, open }: { personId: string; open: Open }) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack" aria-labelledby="stages">
      <h2 id="stages">{words.stages}</h2>
      <Journeys personId={personId} open={open} />
    </section>
  )
}

function Journeys({ personId, open }: { personId: string; open: Open }) {
  const words = useWords(WORDS)
  const query = useQuery(ask('GET /people/{id}/journeys', { params: { id: personId } }))
  if (query.data === undefined) return <Awaiting query={query} />
  if (query.data.items.length === 0) return <p className="soft">{words.noStages}</p>
  return query.data.items.map((journey) => (
    <JourneyOfTopic key={journey.topic.id} journey={journey} personId={personId} open={open} />
  ))
}

function JourneyOfTopic(props: { journey: Journey; personId: string; open: Open }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const { topic, stage, stance, round, latest, moves, earlier } = props.journey
  return (
    <article className="journey stack-tight" aria-label={topic.name}>
      <p className="row">
        <Link to="/listening" search={{ person: props.personId, topic: topic.id }}>
          <bdi>{topic.name}</bdi>
        </Link>
        <span className="soft small">{TOPIC_KIND_WORDS[topic.kind][language]}</span>
        <StageChip stage={stage} stance={stance} />
        {round > 1 && <span className="small">{words.round(round)}</span>}
      </p>
      <ol className="bare-list journey-chain" aria-label={words.chain}>
        {earlier > 0 && <li className="soft small">{words.earlier(earlier)}</li>}
        {moves.map((move) => (
          <Step key={move.shownBy.id} move={move} topic={topic.id} open={props.open} />
        ))}
      </ol>
      <p className="small">
        <span className="soft">{words.latest}: </span>
        <span className="proof" dir="auto">
          {latest.excerpt ?? common.noText}
        </span>
        <button type="button" className="link-button small" onClick={() => props.open(latest.id)}>
          {words.showPost}
          <span className="hidden"> {topic.name} </span> (<PostTime time={latest.publishedAt} />)
        </button>{' '}
        <span className="soft">{common[confidenceWord(latest.stageConfidence)]}</span>
      </p>
    </article>
  )
}

function Step(props: { move: Journey['moves'][number]; topic: string; open: Open }) {
  const { move, topic, open } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const isNewRound = move.move === 'satisfaction-discovery'
  return (
    <li className="journey-step">
      {move.from !== 'none' && (
        <span className="soft" aria-hidden>
          →
        </span>
      )}
      <button
        type="button"
        className="journey-chip"
        title={move.shownBy.excerpt ?? ''}
        data-move={move.move}
        onClick={() => open(move.shownBy.id)}
      >
        <StageChip stage={move.to} stance={move.stance} />
        <span className="small soft">
          <PostTime time={move.shownBy.publishedAt} />
          {isNewRound && ` · ${words.round(move.round)}`}
        </span>
        <span className="hidden">
          {words.showPost} ({STAGE_WORDS[move.to][language]})
        </span>
      </button>
      <Link
        className="small"
        to="/influence/paths/$outcome"
        params={{ outcome: move.shownBy.id }}
        search={{ topic }}
        aria-label={words.pathOf(STAGE_WORDS[move.to][language])}
      >
        {words.path}
      </Link>
    </li>
  )
}
