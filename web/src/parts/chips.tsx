import { useLanguage, useWords } from '../language.tsx'
import type {
  CorrectedPart,
  Reading,
  ReadingPart,
  Sentiment,
  StageOrNone,
  Stance,
  Words,
} from '../terms.ts'
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
    const name = STAGE_WORDS[stage][language]
    if (stance === 'none') return name
    const said = stanceWordsOf(stage, stance)[language]
    return `${name}: ${language === 'en' ? said.toLowerCase() : said}`
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
          <StageChip stage={reading.stage} stance={shownStance(reading)} />{' '}
          <SaidBy reading={reading} part="stage" />
          <StageSure reading={reading} />
        </span>
      )}
      {isStanceAlone(reading) && (
        <span>
          <span className="chip chip-plain">{STANCE_WORDS[reading.stance][language]}</span>{' '}
          <SaidBy reading={reading} part="stance" />
          <StanceSure reading={reading} />
        </span>
      )}
      {isDecided('sentiment') && (
        <span>
          <SentimentChip sentiment={reading.sentiment} />{' '}
          <SaidBy reading={reading} part="sentiment" />
          <span className="soft small">{words[confidenceWord(reading.sentimentConfidence)]}</span>
        </span>
      )}
      {reading.intents.filter(isDecided).map((intent) => (
        <span key={intent}>
          <span className="chip chip-intent">{INTENT_WORDS[intent][language]}</span>{' '}
          <SaidBy reading={reading} part={intent} />
        </span>
      ))}
      {reading.isToxic && isDecided('toxicity') && (
        <span>
          <span className="chip chip-abuse">{words.abusive}</span>{' '}
          <SaidBy reading={reading} part="toxicity" />
        </span>
      )}
      {reading.isOther && (
        <span>
          <span className="chip chip-other" title={words.otherHint}>
            {words.other}
          </span>{' '}
          <SaidBy reading={reading} part="other" />
        </span>
      )}
      <OpenChip unsure={reading.unsure} />
      <ReadingNotes reading={reading} isExcerpt={isExcerpt} />
    </>
  )
}

/** The stance as it is shown: what is left open is shown as such, beside. */
export function shownStance({ stance, unsure }: Reading): Stance {
  return unsure.includes('stance') ? 'none' : stance
}

/** Whether a stance is decided that no stage brings along. */
export function isStanceAlone(reading: Reading): boolean {
  const isStaged = reading.stage !== 'none' && !reading.unsure.includes('stage')
  return !isStaged && shownStance(reading) !== 'none'
}

/** How sure the stage is, and its stance where it has one. */
export function StageSure({ reading }: { reading: Reading }) {
  const words = useWords(WORDS)
  return (
    <span className="soft small">
      {words[confidenceWord(reading.stageConfidence)]}
      {shownStance(reading) !== 'none' && reading.stanceConfidence !== null && (
        <> · {words.stanceSure(words[confidenceWord(reading.stanceConfidence)])}</>
      )}
    </span>
  )
}

export function StanceSure({ reading: { stanceConfidence } }: { reading: Reading }) {
  const words = useWords(WORDS)
  if (stanceConfidence === null) return null
  return <span className="soft small">{words[confidenceWord(stanceConfidence)]}</span>
}

/** Who said a part, as a word. */
export function useSayer(): (reading: Reading, part: CorrectedPart) => string {
  const words = useWords(WORDS)
  return ({ saidBy }, part) => {
    const sayer = saidBy[part]
    if (sayer === undefined) return words.saidByReader
    return sayer === 'member' ? words.saidByMember : words.saidByModel
  }
}

/** Marks what a member or a language model said; what is unmarked is the reader's own. */
export function SaidBy({ reading, part }: { reading: Reading; part: CorrectedPart }) {
  const words = useWords(WORDS)
  const sayer = useSayer()
  if (reading.saidBy[part] === undefined) return null
  const who = sayer(reading, part)
  return (
    <>
      <span className="said-by" data-sayer={reading.saidBy[part]} title={words.saidBy(who)}>
        {who}
      </span>{' '}
    </>
  )
}

/** What stands beside the chips: novelty, who corrected it, and that only a part of the text was read. */
export function ReadingNotes({ reading, isExcerpt }: { reading: Reading; isExcerpt: boolean }) {
  const words = useWords(WORDS)
  return (
    <>
      {reading.isNew && (
        <span className="chip chip-new" title={words.novelHint}>
          {words.novel}
        </span>
      )}
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
