import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../language.tsx'
import { StageChip } from '../../parts/chips.tsx'
import { PostTime } from '../../parts/post.tsx'
import { TOPIC_KIND_WORDS } from '../../parts/words.ts'
import type { FullPerson } from './page.tsx'
import { WORDS } from './words.ts'

/** Where the person stands for each topic, with the post that shows it. */
export function Stages({ person, open }: { person: FullPerson; open: (post: string) => void }) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="stages">
      <h2 id="stages">{words.stages}</h2>
      {person.stages.length === 0 ? (
        <p className="soft">{words.noStages}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col" className="stage-topic">
                {words.topic}
              </th>
              <th scope="col">{words.stage}</th>
              <th scope="col">{words.shownBy}</th>
            </tr>
          </thead>
          <tbody>
            {person.stages.map((at) => (
              <StageRow key={at.topic.id} at={at} personId={person.id} open={open} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function StageRow(props: {
  at: FullPerson['stages'][number]
  personId: string
  open: (post: string) => void
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { topic, stage, stance, shownBy } = props.at
  return (
    <tr>
      <th scope="row">
        <Link to="/listening" search={{ person: props.personId, topic: topic.id }}>
          <bdi>{topic.name}</bdi>
        </Link>
        <div className="soft small">{TOPIC_KIND_WORDS[topic.kind][language]}</div>
      </th>
      <td>
        <StageChip stage={stage} stance={stance} />
      </td>
      <td>
        <span className="proof" dir="auto">
          {shownBy.text ?? shownBy.title}
        </span>
        <button type="button" className="link-button small" onClick={() => props.open(shownBy.id)}>
          {words.showPost}
          <span className="hidden"> {topic.name} </span> (<PostTime time={shownBy.publishedAt} />)
        </button>
      </td>
    </tr>
  )
}
