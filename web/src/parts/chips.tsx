import { useLanguage, useWords } from '../language.tsx'
import type { Reading, ReadingPart, Sentiment, StageOrNone, Stance, Words } from '../terms.ts'
import './chips.css'
import { confidenceWord } from './confidence.ts'
import { useRelationName } from './relation-names.tsx'
import {
  INTENT_WORDS,
  READING_PART_WORDS,
  SENTIMENT_WORDS,
  STAGE_STANCE_WORDS,
  STAGE_WORDS,
  STANCE_WORDS,
  WORDS,
} from './words.ts'

/** A stage in its colour, with the stance as that stage words it: 購買後: 不満. */
export function StageChip({ stage, stance }: { stage: StageOrNone; stance: Stance }) {
  const text = useStageText()
  return (
    <span className="chip" data-stage={stage}>
      {text(stage, stance)}
    </span>
  )
}

/** A stage with its stance in words: 購買後: 不満. */
export function useStageText(): (stage: StageOrNone, stance: Stance) => string {
  const { language } = useLanguage()
  return (stage, stance) => {
    const stanceWords = stance === 'none' ? undefined : stanceWordsOf(stage, stance)
    const name = STAGE_WORDS[stage][language]
    return stanceWords === undefined ? name : `${name}: ${stanceWords[language]}`
  }
}

/** A stance as the stage words it. */
export function stanceWordsOf(stage: StageOrNone, stance: Stance): Words {
  const own =
    stage !== 'none' && (stance === 'for' || stance === 'against')
      ? STAGE_STANCE_WORDS[stage]?.[stance]
      : undefined
  return own ?? STANCE_WORDS[stance]
}

/** What somebody is to us, each as a chip. */
export function RelationChips({ relations }: { relations: readonly string[] }) {
  const nameOf = useRelationName()
  return relations.map((relation) => (
    <span key={relation} className="chip chip-relation">
      {nameOf(relation)}
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

/** What holds of a reading, how sure that is, and what is left open; to be read only. */
export function PlainChips(props: { reading: Reading | null; isExcerpt: boolean }) {
  const { reading, isExcerpt } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (reading === null) return <span className="soft small">{words.unread}</span>
  const isDecided = (part: ReadingPart) => !reading.unsure.includes(part)
  return (
    <>
      {reading.stage !== 'none' && isDecided('stage') && (
        <span>
          <StageChip stage={reading.stage} stance={reading.stance} />{' '}
          <span className="soft small">{words[confidenceWord(reading.stageConfidence)]}</span>
        </span>
      )}
      {isDecided('sentiment') && (
        <span>
          <SentimentChip sentiment={reading.sentiment} />{' '}
          <span className="soft small">{words[confidenceWord(reading.sentimentConfidence)]}</span>
        </span>
      )}
      {reading.intents.filter(isDecided).map((intent) => (
        <span key={intent} className="chip chip-intent">
          {INTENT_WORDS[intent][language]}
        </span>
      ))}
      {reading.isToxic && isDecided('toxicity') && (
        <span className="chip chip-abuse">{words.abusive}</span>
      )}
      <OpenChip unsure={reading.unsure} />
      <ReadingNotes reading={reading} isExcerpt={isExcerpt} />
    </>
  )
}

/** From here on a text is so unlike what was learned that its reading says little. */
const NOVEL_FROM = 0.9

/** What stands beside the chips: novelty, who corrected it, and that only a part of the text was read. */
export function ReadingNotes({ reading, isExcerpt }: { reading: Reading; isExcerpt: boolean }) {
  const words = useWords(WORDS)
  return (
    <>
      {reading.novelty >= NOVEL_FROM && <span className="soft small">{words.novel}</span>}
      <Corrected by={reading.correctedBy} />
      {isExcerpt && <span className="soft small">{words.fromExcerpt}</span>}
    </>
  )
}

function OpenChip({ unsure }: { unsure: ReadingPart[] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (unsure.length === 0) return null
  const parts = unsure.map((part) => READING_PART_WORDS[part][language])
  return <span className="chip chip-open">{words.notSure(parts)}</span>
}

function Corrected({ by }: { by: Reading['correctedBy'] }) {
  const words = useWords(WORDS)
  if (by === null) return null
  return (
    <span className="soft small">
      {by.name === null ? words.corrected : words.correctedBy(by.name)}
    </span>
  )
}
