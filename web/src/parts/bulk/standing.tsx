import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { askAll } from '../../client.ts'
import { isDay } from '../../days.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { BulkChange } from '../../terms.ts'
import { LOST_REASON_WORDS, type LostReason } from '../crm/words.ts'
import { textOf } from '../dialog-form.tsx'
import { WORDS } from './words.ts'

const KINDS = ['toStage', 'toDay', 'win', 'lose', 'reopen'] as const
type Kind = (typeof KINDS)[number]

const REASONS = Object.keys(LOST_REASON_WORDS) as LostReason[]

/** Whether an edit changes where deals stand. */
export function isStanding(kind: string): kind is Kind {
  return KINDS.some((known) => known === kind)
}

/** The change that the form says; null while something is missing, undefined for another kind. */
export function standingOf(kind: string, form: FormData): BulkChange | null | undefined {
  if (!isStanding(kind)) return undefined
  if (kind === 'win') return { kind: 'state', state: 'won' }
  if (kind === 'reopen') return { kind: 'state', state: 'open' }
  if (kind === 'lose') {
    const lostReason = REASONS.find((reason) => reason === form.get('reason')) ?? 'other'
    const lostText = textOf(form, 'text')
    const words = lostText === null || lostText === undefined ? {} : { lostText }
    return { kind: 'state', state: 'lost', lostReason, ...words }
  }
  if (kind === 'toStage') {
    const stage = textOf(form, 'stage')
    return stage === null || stage === undefined ? null : { kind: 'stage', stage }
  }
  const day = form.get('day')
  return { kind: 'closes-on', day: typeof day === 'string' && isDay(day) ? day : null }
}

/** The fields in which it is said. */
export function Standing({ kind }: { kind: Kind }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (kind === 'toStage') return <Stages />
  if (kind === 'toDay') {
    return (
      <TextInput type="date" name="day" label={words.closesOn} description={words.closesOnHint} />
    )
  }
  if (kind !== 'lose') return null
  return (
    <>
      <NativeSelect
        name="reason"
        label={words.lostReason}
        data={REASONS.map((value) => ({ value, label: LOST_REASON_WORDS[value][language] }))}
      />
      <TextInput name="text" label={words.lostText} maxLength={2_000} />
    </>
  )
}

/** Those of every pipeline; a deal that moves to another one's goes along. */
function Stages() {
  const words = useWords(WORDS)
  const pipelines = useQuery(askAll('GET /pipelines'))
  return (
    <NativeSelect
      name="stage"
      label={words.stage}
      required
      data={[
        { value: '', label: '—' },
        ...(pipelines.data ?? []).map(({ name, stages }) => ({
          group: name,
          items: stages.map((stage) => ({ value: stage.id, label: stage.name })),
        })),
      ]}
    />
  )
}
