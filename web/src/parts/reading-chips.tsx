import { type ReactNode, useState } from 'react'
import { useLanguage, useWords } from '../language.tsx'
import { mayWrite, useSession } from '../session.ts'
import type { Activity, CorrectedPart, ReadingPart } from '../terms.ts'
import { ChipMenu } from './chip-menu.tsx'
import {
  isStanceAlone,
  PlainChips,
  ReadingNotes,
  SaidBy,
  StageSure,
  StanceSure,
  shownStance,
  useSayer,
  useStageText,
} from './chips.tsx'
import { confidenceWord } from './confidence.ts'
import { changeTo, labelOfPart, openParts } from './corrected-reading.ts'
import {
  AbuseItems,
  IntentItems,
  LabelItems,
  MissingItems,
  OtherItems,
  StageItems,
  TakeBackItem,
} from './correction-items.tsx'
import { CORRECTION_WORDS, partIs } from './correction-words.ts'
import { type Corrected, useCorrections } from './corrections.tsx'
import { INTENT_WORDS, SENTIMENT_WORDS, STANCE_WORDS, WORDS } from './words.ts'

/**
 * What is read of a post, wherever it is shown. Whoever may write corrects it there: each chip opens
 * the other labels, an open part is confirmed in one click, and a plus adds what is missing.
 */
export function ReadingChips({
  activity: { id, reading, isExcerpt },
}: {
  activity: Pick<Activity, 'id' | 'reading' | 'isExcerpt'>
}) {
  const session = useSession()
  if (reading === null || !mayWrite(session)) {
    return <PlainChips reading={reading} isExcerpt={isExcerpt} />
  }
  return (
    <span className="row" data-chips={id}>
      <SaidChips post={{ id, reading }} />
      <OpenChips post={{ id, reading }} />
      <AddChip post={{ id, reading }} />
      <ReadingNotes reading={reading} isExcerpt={isExcerpt} />
    </span>
  )
}

/** What the reading says, as far as it is not left open. */
function SaidChips({ post }: { post: Corrected }) {
  const common = useWords(WORDS)
  const { language } = useLanguage()
  const { reading } = post
  const isDecided = (part: ReadingPart) => !reading.unsure.includes(part)
  return (
    <>
      {reading.stage !== 'none' && isDecided('stage') && <StageMenu post={post} />}
      {isStanceAlone(reading) && <StanceMenu post={post} />}
      {isDecided('sentiment') && <SentimentMenu post={post} />}
      {reading.intents.filter(isDecided).map((intent) => (
        <SaidChip
          key={intent}
          post={post}
          part={intent}
          look="chip-intent"
          said={INTENT_WORDS[intent][language]}
        >
          <IntentItems post={post} intent={intent} />
          <TakeBackItem post={post} />
        </SaidChip>
      ))}
      {reading.isToxic && isDecided('toxicity') && (
        <SaidChip post={post} part="toxicity" look="chip-abuse" said={common.abusive}>
          <AbuseItems post={post} />
          <TakeBackItem post={post} />
        </SaidChip>
      )}
      {reading.isOther && (
        <SaidChip post={post} part="other" look="chip-other" said={common.other}>
          <OtherItems post={post} />
          <TakeBackItem post={post} />
        </SaidChip>
      )}
    </>
  )
}

/** What holds or does not: the chip opens what it is rather, and the cross beside it says in one click that it is not. */
function SaidChip(props: {
  post: Corrected
  part: Exclude<CorrectedPart, 'sentiment' | 'stage' | 'stance'>
  look: string
  said: string
  children: ReactNode
}) {
  const { post, part, look, said } = props
  const words = useWords(CORRECTION_WORDS)
  const { correct } = useCorrections()
  const sayer = useSayer()
  return (
    <span>
      <span className="chip-pair">
        <ChipMenu look={look} name={words.chip(said)} said={sayer(post.reading, part)} chip={said}>
          {props.children}
        </ChipMenu>
        <button
          type="button"
          className="chip chip-button chip-wrong"
          aria-label={words.isNotThis(said)}
          title={words.isNotThis(said)}
          onClick={(event) => {
            const row = event.currentTarget.closest('[data-chips]')
            correct(post, changeTo(part, 'no'))
            requestAnimationFrame(() =>
              row?.querySelector('button')?.focus({ preventScroll: true }),
            )
          }}
        >
          ×
        </button>
      </span>{' '}
      <SaidBy reading={post.reading} part={part} />
    </span>
  )
}

/** A stance without a stage that would bring it along. */
function StanceMenu({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  const { language } = useLanguage()
  const sayer = useSayer()
  const { stance } = post.reading
  return (
    <span>
      <ChipMenu
        look="chip-plain"
        name={words.chip(partIs('stance', stance, language))}
        said={sayer(post.reading, 'stance')}
        chip={STANCE_WORDS[stance][language]}
      >
        <LabelItems post={post} part="stance" />
        <TakeBackItem post={post} />
      </ChipMenu>{' '}
      <SaidBy reading={post.reading} part="stance" />
      <StanceSure reading={post.reading} />
    </span>
  )
}

function StageMenu({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  const common = useWords(WORDS)
  const text = useStageText()
  const sayer = useSayer()
  const { stage } = post.reading
  const stance = shownStance(post.reading)
  return (
    <span>
      <ChipMenu
        stage={stage}
        name={words.chip(`${common.stage}: ${text(stage, stance)}`)}
        said={sayer(post.reading, 'stage')}
        chip={text(stage, stance)}
      >
        <StageItems post={post} />
        <TakeBackItem post={post} />
      </ChipMenu>{' '}
      <SaidBy reading={post.reading} part="stage" />
      <StageSure reading={post.reading} />
    </span>
  )
}

function SentimentMenu({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  const common = useWords(WORDS)
  const { language } = useLanguage()
  const sayer = useSayer()
  const { sentiment, sentimentConfidence } = post.reading
  return (
    <span>
      <ChipMenu
        look="chip-plain"
        sentiment={sentiment}
        name={words.chip(partIs('sentiment', sentiment, language))}
        said={sayer(post.reading, 'sentiment')}
        chip={
          <>
            <span className="dot" aria-hidden />
            {SENTIMENT_WORDS[sentiment][language]}
          </>
        }
      >
        <LabelItems post={post} part="sentiment" />
        <TakeBackItem post={post} />
      </ChipMenu>{' '}
      <SaidBy reading={post.reading} part="sentiment" />
      <span className="soft small">{common[confidenceWord(sentimentConfidence)]}</span>
    </span>
  )
}

/** More open parts than these are shown when asked for. */
const OPEN_SHOWN = 3

/** What the reader leaves open, each with what it would guess, and a tick that says so. */
function OpenChips({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  const [isAll, setAll] = useState(false)
  const parts = openParts(post.reading)
  const shown = isAll || parts.length <= OPEN_SHOWN + 1 ? parts : parts.slice(0, OPEN_SHOWN)
  return (
    <>
      {shown.map((part) => (
        <OpenChip key={part} post={post} part={part} />
      ))}
      {shown.length < parts.length && (
        <button
          type="button"
          className="chip chip-button chip-open"
          aria-expanded={false}
          onClick={() => setAll(true)}
        >
          {words.moreOpen(parts.length - shown.length)}
        </button>
      )}
    </>
  )
}

function OpenChip({ post, part }: { post: Corrected; part: ReadingPart }) {
  const words = useWords(CORRECTION_WORDS)
  const { language } = useLanguage()
  const { correct } = useCorrections()
  const label = labelOfPart(part, post.reading)
  const said = partIs(part, label, language)
  return (
    <span className="chip-pair">
      <ChipMenu look="chip-open" name={words.openChip(said)} chip={words.guess(said)}>
        <LabelItems post={post} part={part} isOpen />
        <TakeBackItem post={post} />
      </ChipMenu>
      <button
        type="button"
        className="chip chip-button chip-right"
        aria-label={words.confirm(said)}
        title={words.confirm(said)}
        onClick={(event) => {
          const row = event.currentTarget.closest('[data-chips]')
          correct(post, changeTo(part, label), 'confirmed')
          requestAnimationFrame(() => row?.querySelector('button')?.focus({ preventScroll: true }))
        }}
      >
        ✓
      </button>
    </span>
  )
}

function AddChip({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  return (
    <ChipMenu look="chip-add" name={words.add} chip="+">
      <MissingItems post={post} />
      <TakeBackItem post={post} />
    </ChipMenu>
  )
}
