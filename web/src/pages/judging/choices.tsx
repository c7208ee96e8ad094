import { useLanguage, useWords } from '../../language.tsx'
import {
  WORDS as COMMON,
  INTENT_WORDS,
  SENTIMENT_WORDS,
  STAGE_WORDS,
  STANCE_WORDS,
} from '../../parts/words.ts'
import type { ReadingPart } from '../../terms.ts'
import { type Answer, CHOICES, type Choice, isChosen } from './answer.ts'
import { WORDS } from './words.ts'

type Group = Choice['part']
const GROUPS: Group[] = ['sentiment', 'stage', 'stance', 'intent', 'toxicity']

interface Parts {
  answer: Answer
  unsure: readonly ReadingPart[]
  choose: (choice: Choice) => void
}

/** All choices, group by group, each with its key. */
export function Choices({ answer, unsure, choose }: Parts) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const names: Record<Group, string> = {
    ...{ sentiment: common.sentiment, stage: common.stage, stance: common.stance },
    ...{ intent: words.intents, toxicity: words.toxicity },
  }
  return (
    <div className="stack">
      {GROUPS.map((group) => (
        <fieldset key={group} className="judging-group">
          <legend>
            {names[group]}
            {unsure.some((part) => part === group) && (
              <span className="small judging-unsure"> {words.unsure}</span>
            )}
          </legend>
          <div className="judging-choices">
            {CHOICES.filter(({ part }) => part === group).map((choice) => (
              <ChoiceButton
                key={choice.label}
                choice={choice}
                isOn={isChosen(answer, choice)}
                isUnsure={unsure.some((part) => part === choice.label)}
                choose={choose}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

function ChoiceButton(props: {
  choice: Choice
  isOn: boolean
  isUnsure: boolean
  choose: (choice: Choice) => void
}) {
  const words = useWords(WORDS)
  const { choice, isOn, isUnsure, choose } = props
  const name = useChoiceName(choice)
  const isOneOf = choice.part !== 'intent' && choice.part !== 'toxicity'
  return (
    <label className="judging-choice" data-on={isOn} data-unsure={isUnsure}>
      <input
        type={isOneOf ? 'radio' : 'checkbox'}
        name={choice.part}
        className="hidden"
        checked={isOn}
        aria-keyshortcuts={choice.key}
        onChange={() => choose(choice)}
      />
      <span>{name}</span>
      {isUnsure && <span className="hidden">{words.unsure}</span>}
      <kbd aria-hidden>{choice.key.toUpperCase()}</kbd>
    </label>
  )
}

function useChoiceName(choice: Choice): string {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (choice.part === 'sentiment') return SENTIMENT_WORDS[choice.label][language]
  if (choice.part === 'stage') return STAGE_WORDS[choice.label][language]
  if (choice.part === 'stance') return STANCE_WORDS[choice.label][language]
  return choice.part === 'intent' ? INTENT_WORDS[choice.label][language] : words.abusive
}
