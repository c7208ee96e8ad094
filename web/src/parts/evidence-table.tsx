import type { Answer } from '../api.ts'
import { useLanguage, useWords } from '../language.tsx'
import { type Explained, explanationsOf, type ShownExplanation } from './explanations.ts'
import { DRAWER_WORDS, EVIDENCE_OF_WORDS, labelWords } from './post-drawer-words.ts'

type Full = Answer<'GET /activities/{id}'>
type Piece = Full['evidence'][number]

/** All the evidence, and by each label how it comes to its score. */
export function EvidenceTable({ activity }: { activity: Full }) {
  const words = useWords(DRAWER_WORDS)
  const { evidence, explanations } = activity
  if (evidence.length === 0 && explanations.length === 0) {
    return <p className="soft small">{words.noEvidence}</p>
  }
  const { sums, others } = explanationsOf(explanations, evidence)
  return (
    <details>
      <summary>{words.evidenceTable(evidence.length)}</summary>
      <p className="soft small">{words.addsUp}</p>
      <table className="plain small">
        <caption>{words.evidence}</caption>
        <thead>
          <tr>
            <th scope="col">{words.of}</th>
            <th scope="col">{words.text}</th>
            <th scope="col" className="number">
              {words.weight}
            </th>
          </tr>
        </thead>
        {sums.map((sum) => (
          <Sum key={`${sum.of} ${sum.label}`} sum={sum} activity={activity} />
        ))}
        {others.length > 0 && (
          <tbody>
            {others.map((piece) => (
              <PieceRow
                key={`${piece.of} ${piece.label} ${piece.start} ${piece.text} ${piece.weight}`}
                piece={piece}
                weight={piece.weight.toFixed(2)}
                activity={activity}
              />
            ))}
          </tbody>
        )}
      </table>
    </details>
  )
}

function Sum({ sum, activity }: { sum: ShownExplanation<Piece>; activity: Full }) {
  const words = useWords(DRAWER_WORDS)
  const name = usePartName()(sum)
  const parts = [
    ['bias', sum.bias, words.bias],
    ['whole', sum.whole, words.whole],
    ['rest', sum.rest, words.rest],
  ] as const
  return (
    <tbody>
      {sum.pieces.map(({ piece, weight }) => (
        <PieceRow
          key={`${piece.start} ${piece.text} ${piece.rule?.en} ${weight}`}
          piece={piece}
          weight={weight}
          activity={activity}
        />
      ))}
      {parts.map(([key, weight, text]) => (
        <tr key={key}>
          <td>{name}</td>
          <td className="soft">{text}</td>
          <td className="number">{weight}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">{name}</th>
        <th scope="row">{words.score}</th>
        <td className="number">
          <strong>{sum.score}</strong>
        </td>
      </tr>
    </tbody>
  )
}

function PieceRow({ piece, weight, activity }: { piece: Piece; weight: string; activity: Full }) {
  const words = useWords(DRAWER_WORDS)
  const { language } = useLanguage()
  const { rule, topicId } = piece
  const topic = activity.topics.find(({ id }) => id === topicId)
  return (
    <tr>
      <td>{usePartName()(piece)}</td>
      <td>
        <bdi>{piece.text}</bdi>{' '}
        {rule !== undefined && <span className="soft">{words.rule(rule[language])}</span>}
        {topic !== undefined && <span className="soft">{words.ofTopic(topic.name)}</span>}
      </td>
      <td className="number">{weight}</td>
    </tr>
  )
}

/** A part with its label: 「感情: 肯定」. */
function usePartName(): (named: Pick<Explained, 'of' | 'label'>) => string {
  const words = useWords(DRAWER_WORDS)
  const { language } = useLanguage()
  return ({ of, label }) => {
    const part = EVIDENCE_OF_WORDS[of][language]
    const said = labelWords(of, label)?.[language]
    return said === undefined ? part : words.partIs(part, said)
  }
}
