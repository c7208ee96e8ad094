import { useLanguage, useWords } from '../language.tsx'
import type { Reading, RelationKind, Sentiment, StageOrNone, Stance } from '../terms.ts'
import './chips.css'
import { confidenceWord } from './confidence.ts'
import {
  RELATION_WORDS,
  SENTIMENT_WORDS,
  STAGE_STANCE_WORDS,
  STAGE_WORDS,
  STANCE_WORDS,
  WORDS,
} from './words.ts'

/** A stage in its colour, with the stance as that stage words it: 購買後: 不満. */
export function StageChip({ stage, stance }: { stage: StageOrNone; stance: Stance }) {
  const { language } = useLanguage()
  const own =
    stage !== 'none' && (stance === 'for' || stance === 'against')
      ? STAGE_STANCE_WORDS[stage]?.[stance]
      : undefined
  const stanceWords = stance === 'none' ? undefined : (own ?? STANCE_WORDS[stance])
  return (
    <span className="chip" data-stage={stage}>
      {STAGE_WORDS[stage][language]}
      {stanceWords && `: ${stanceWords[language]}`}
    </span>
  )
}

/** What somebody is to us, each as a chip. */
export function RelationChips({ relations }: { relations: readonly RelationKind[] }) {
  const { language } = useLanguage()
  return relations.map((relation) => (
    <span key={relation} className="chip chip-relation">
      {RELATION_WORDS[relation][language]}
    </span>
  ))
}

function SentimentChip({ sentiment }: { sentiment: Sentiment }) {
  const { language } = useLanguage()
  return (
    <span className="chip chip-plain" data-sentiment={sentiment}>
      <span className="dot" aria-hidden />
      {SENTIMENT_WORDS[sentiment][language]}
    </span>
  )
}

/** Stage and sentiment of a reading, each with how sure it is, and whether it knew only a part of the post. */
export function ReadingChips(props: { reading: Reading | null; isExcerpt: boolean }) {
  const { reading, isExcerpt } = props
  const words = useWords(WORDS)
  if (reading === null) return <span className="soft small">{words.unread}</span>
  return (
    <>
      {reading.stage !== 'none' && (
        <span>
          <StageChip stage={reading.stage} stance={reading.stance} />{' '}
          <span className="soft small">{words[confidenceWord(reading.stageConfidence)]}</span>
        </span>
      )}
      <span>
        <SentimentChip sentiment={reading.sentiment} />{' '}
        <span className="soft small">{words[confidenceWord(reading.sentimentConfidence)]}</span>
      </span>
      {isExcerpt && <span className="soft small">{words.fromExcerpt}</span>}
    </>
  )
}
