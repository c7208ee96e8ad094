import { Menu } from '@mantine/core'
import { STAGES, STANCES } from '../filters.ts'
import { useLanguage, useWords } from '../language.tsx'
import type { CorrectedPart, Intent, Reading, StageOrNone, Words } from '../terms.ts'
import { stanceWordsOf } from './chips.tsx'
import { changeTo, labelOfPart, otherIntents } from './corrected-reading.ts'
import { CORRECTION_WORDS, labelsOfPart, PART_WORDS } from './correction-words.ts'
import { type Corrected, useCorrections } from './corrections.tsx'
import { INTENT_WORDS, STAGE_WORDS, WORDS } from './words.ts'

/** The label that holds for a part, and how another one is chosen; of an open part the same one too. */
export function useLabelChoice(post: Corrected, part: CorrectedPart, isOpen: boolean) {
  const { correct } = useCorrections()
  const now = labelOfPart(part, post.reading)
  const choose = (label: string) => {
    if (label !== now || isOpen) {
      correct(post, changeTo(part, label), label === now ? 'confirmed' : 'corrected')
    }
  }
  return { now, choose }
}

/** The labels of one part, of which one holds. `isOpen`: it is only guessed, so that choosing it confirms it. */
export function LabelItems(props: {
  post: Corrected
  part: CorrectedPart
  isOpen?: boolean
  words?: Record<string, Words>
}) {
  const { language } = useLanguage()
  const { post, part, isOpen = false, words = labelsOfPart(part) } = props
  const { now, choose } = useLabelChoice(post, part, isOpen)
  return (
    <>
      <Menu.Label>{PART_WORDS[part][language]}</Menu.Label>
      {/* An open part has no label yet; a radio that is on could not be chosen. */}
      <Menu.RadioGroup value={isOpen ? null : now} onChange={choose}>
        {Object.entries(words).map(([label, word]) => (
          <Menu.RadioItem
            key={label}
            value={label}
            closeMenuOnClick
            data-autofocus={label === now ? true : undefined}
          >
            {word[language]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}

/** The stage, and beside it the stance as the stage words it. */
export function StageItems({ post }: { post: Corrected }) {
  return (
    <>
      <LabelItems post={post} part="stage" />
      <Menu.Divider />
      <LabelItems post={post} part="stance" words={stancesOf(post.reading.stage)} />
    </>
  )
}

/** The stances as a stage words them. */
export function stancesOf(stage: StageOrNone): Record<string, Words> {
  return Object.fromEntries(STANCES.map((stance) => [stance, stanceWordsOf(stage, stance)]))
}

/** An intent that holds: it doesn't, or another one does in its place. */
export function IntentItems({ post, intent }: { post: Corrected; intent: Intent }) {
  const words = useWords(CORRECTION_WORDS)
  const { language } = useLanguage()
  const { correct } = useCorrections()
  const rather = (other: Intent) => correct(post, { intents: { [intent]: false, [other]: true } })
  return (
    <>
      <Menu.Item onClick={() => correct(post, changeTo(intent, 'no'))}>
        {words.isNot(INTENT_WORDS[intent][language])}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{words.rather}</Menu.Label>
      {otherIntents(post.reading).map((other) => (
        <Menu.Item key={other} onClick={() => rather(other)}>
          {INTENT_WORDS[other][language]}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => correct(post, { intents: { [intent]: false }, other: true })}>
        {words.isOther}
      </Menu.Item>
    </>
  )
}

/** What says something else: it doesn't, or one of the intents holds. */
export function OtherItems({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  const common = useWords(WORDS)
  const { language } = useLanguage()
  const { correct } = useCorrections()
  return (
    <>
      <Menu.Item onClick={() => correct(post, changeTo('other', 'no'))}>
        {words.isNot(common.other)}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{words.rather}</Menu.Label>
      {otherIntents(post.reading).map((intent) => (
        <Menu.Item
          key={intent}
          onClick={() => correct(post, { intents: { [intent]: true }, other: false })}
        >
          {INTENT_WORDS[intent][language]}
        </Menu.Item>
      ))}
    </>
  )
}

export function AbuseItems({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  const common = useWords(WORDS)
  const { correct } = useCorrections()
  return (
    <Menu.Item onClick={() => correct(post, changeTo('toxicity', 'no'))}>
      {words.isNot(common.abuse)}
    </Menu.Item>
  )
}

/** What the reading does not say: a stage, intents, abuse. */
export function MissingItems({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  const common = useWords(WORDS)
  const { language } = useLanguage()
  const { correct } = useCorrections()
  const { reading } = post
  const add = (part: CorrectedPart, label: string) => correct(post, changeTo(part, label))
  return (
    <>
      <Menu.Label>{words.addIntent}</Menu.Label>
      {otherIntents(reading).map((intent) => (
        <Menu.Item key={intent} onClick={() => add(intent, 'yes')}>
          {INTENT_WORDS[intent][language]}
        </Menu.Item>
      ))}
      {!reading.isOther && (
        <Menu.Item onClick={() => add('other', 'yes')}>{words.isOther}</Menu.Item>
      )}
      {!reading.isToxic && !reading.unsure.includes('toxicity') && (
        <Menu.Item onClick={() => add('toxicity', 'yes')}>{common.abuse}</Menu.Item>
      )}
      {isWithoutStage(reading) && (
        <>
          <Menu.Divider />
          <Menu.Label>{words.addStage}</Menu.Label>
          {STAGES.map((stage) => (
            <Menu.Item key={stage} onClick={() => add('stage', stage)}>
              {STAGE_WORDS[stage][language]}
            </Menu.Item>
          ))}
        </>
      )}
    </>
  )
}

const isWithoutStage = ({ stage, unsure }: Reading) => stage === 'none' && !unsure.includes('stage')

export function TakeBackItem({ post }: { post: Corrected }) {
  const words = useWords(CORRECTION_WORDS)
  const { takeBack } = useCorrections()
  if (post.reading.correctedBy === null) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Item onClick={() => takeBack(post.id)}>{words.takeBackAll}</Menu.Item>
    </>
  )
}
