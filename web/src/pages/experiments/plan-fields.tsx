import { MultiSelect, NativeSelect, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { askAll } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { CAUSED_TYPES, CAUSED_WORDS } from '../../parts/influence-words.ts'
import { type ExperimentOutcome, WORDS } from './words.ts'

/** What is counted, where, and how many are left alone: the same for a plan and for its power. */
export interface PlanInput {
  outcome: ExperimentOutcome
  topic: string
  channels: string[]
  horizonDays: number | string
  /** Percent. */
  share: number | string
  /** Percent. */
  lift: number | string
}

export const FIRST_PLAN: PlanInput = {
  outcome: 'purchase',
  topic: '',
  channels: [],
  horizonDays: 14,
  share: 10,
  lift: 20,
}

/** A number that was typed, or undefined where the field is empty. */
export function typed(value: number | string): number | undefined {
  return value === '' || Number.isNaN(Number(value)) ? undefined : Number(value)
}

/** Percent to a share without the dust of binary fractions: 7 is 0.07. */
export function shareOf(percent: number | string): number | undefined {
  const number = typed(percent)
  return number === undefined ? undefined : Number((number / 100).toPrecision(12))
}

export function PlanFields<Input extends PlanInput>(props: {
  input: Input
  change: (input: Input) => void
}) {
  const { input, change } = props
  const words = useWords(WORDS)
  return (
    <>
      <OutcomeFields {...props} />
      <NumberInput
        label={words.horizon}
        min={1}
        max={180}
        allowDecimal={false}
        required
        value={input.horizonDays}
        onChange={(horizonDays) => change({ ...input, horizonDays })}
      />
      <NumberInput
        label={words.share}
        placeholder={words.shareHint}
        min={5}
        max={10}
        required
        value={input.share}
        onChange={(share) => change({ ...input, share })}
      />
      <NumberInput
        label={words.lift}
        min={1}
        max={1_000}
        required
        value={input.lift}
        onChange={(lift) => change({ ...input, lift })}
      />
    </>
  )
}

function OutcomeFields<Input extends PlanInput>(props: {
  input: Input
  change: (input: Input) => void
}) {
  const { input, change } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const topics = useQuery(askAll('GET /topics'))
  const channels = useQuery(askAll('GET /channels'))
  return (
    <>
      <NativeSelect
        label={words.outcome}
        value={input.outcome}
        onChange={(event) => {
          const outcome = CAUSED_TYPES.find((one) => one === event.currentTarget.value)
          if (outcome !== undefined) change({ ...input, outcome })
        }}
        data={CAUSED_TYPES.map((value) => ({
          value,
          label: CAUSED_WORDS[value][language],
        }))}
      />
      <NativeSelect
        label={words.topic}
        value={input.topic}
        onChange={(event) => change({ ...input, topic: event.currentTarget.value })}
        data={[
          { value: '', label: words.anyTopic },
          ...(topics.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <MultiSelect
        label={words.channels}
        {...(input.channels.length === 0 ? { placeholder: words.everywhere } : {})}
        value={input.channels}
        onChange={(chosen) => change({ ...input, channels: chosen })}
        data={(channels.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
