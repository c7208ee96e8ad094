import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, askAll, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import { mayManage, useSession } from '../../session.ts'
import type { Handover } from '../../terms.ts'
import { HeldChoice } from './held-choice.tsx'
import { REASON_WORDS, WORDS } from './words.ts'

const REASONS = Object.keys(REASON_WORDS) as Handover['reason'][]

/** Passes on what a member looks after: everything, or what is chosen one by one. */
export function HandoverForm(props: {
  /** Who passes on, unless it is oneself. */
  from?: string
  reason?: Handover['reason']
  close: () => void
  done: () => void
}) {
  const { close, done } = props
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const [giver, setGiver] = useState(props.from ?? session.member.id)
  /** What does not go along. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const held = useQuery(ask('GET /owners/held', { query: { giver } }))
  const items = held.data?.items ?? []
  const chosen = items.filter(({ id }) => !left.has(id))
  const isPart = left.size > 0 || held.data?.isMore === true
  const make = useMutation({
    mutationFn: async (form: FormData) => {
      const body = {
        ...{ giver, receiver: textOf(form, 'receiver') ?? '' },
        reason: REASONS.find((known) => known === form.get('reason')) ?? 'other',
        summary: textOf(form, 'summary') ?? '',
        ...(isPart ? { subjects: chosen.map(({ kind, id }) => ({ kind, id })) } : {}),
      }
      await call('POST /handovers', { body })
      await client.invalidateQueries({ queryKey: ['GET /handovers'] })
      done()
    },
    onSuccess: close,
  })
  const { options, givers } = useGivers()
  return (
    <DialogForm
      title={words.start}
      action={words.start}
      close={close}
      save={make.mutate}
      isSaving={make.isPending}
      problem={make.error}
    >
      <NativeSelect
        label={words.giver}
        value={giver}
        onChange={(event) => {
          setGiver(event.currentTarget.value)
          setLeft(new Set())
        }}
        data={givers}
      />
      {held.data === undefined ? (
        <Awaiting query={held} />
      ) : (
        <HeldChoice held={held.data} left={left} choose={setLeft} />
      )}
      <WhereTo
        options={options.filter((one) => one.value !== giver)}
        reason={props.reason ?? 'transfer'}
      />
      <p className="soft small" role="status">
        {isPart ? (chosen.length === 0 ? words.none : words.part) : words.whole}
      </p>
    </DialogForm>
  )
}

function WhereTo(props: {
  options: { value: string; label: string }[]
  reason: Handover['reason']
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      <NativeSelect
        name="receiver"
        label={words.receiver}
        required
        data={[{ value: '', label: words.choose }, ...props.options]}
      />
      <NativeSelect
        name="reason"
        label={words.reason}
        defaultValue={props.reason}
        data={REASONS.map((value) => ({ value, label: REASON_WORDS[value][language] }))}
      />
      <Textarea
        name="summary"
        label={words.summary}
        placeholder={words.summaryHint}
        required
        rows={4}
        maxLength={20_000}
      />
    </>
  )
}

/** Who may pass on, whoever has left too where a manager asks; and to whom. */
function useGivers() {
  const words = useWords(WORDS)
  const session = useSession()
  const found = useQuery(ask('GET /owners', {}))
  const members = useQuery(askAll('GET /members'))
  const known = members.data ?? []
  const options = known.map(({ id, name }) => ({ value: id, label: name }))
  const gone = (found.data?.items ?? []).flatMap(({ member }) =>
    member === null || known.some(({ id }) => id === member.id)
      ? []
      : [{ value: member.id, label: member.name ?? words.left }],
  )
  const own = options.filter(({ value }) => value === session.member.id)
  return { options, givers: mayManage(session) ? [...options, ...gone] : own }
}
