import { Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { FIRST_PLAN, PlanFields, type PlanInput, shareOf, typed } from './plan-fields.tsx'
import { type Experiment, WORDS } from './words.ts'

interface Input extends PlanInput {
  name: string
  question: string
}

const percent = (share: number) => Number((share * 100).toPrecision(12))

function inputOf(experiment: Experiment | null): Input {
  if (experiment === null) return { ...FIRST_PLAN, name: '', question: '' }
  const { name, question, outcome, topic, channels, horizonDays } = experiment
  const { holdoutShare, liftSought } = experiment
  return {
    ...{ name, question, outcome, topic: topic?.id ?? '', channels: channels.map(({ id }) => id) },
    ...{ horizonDays, share: percent(holdoutShare) },
    lift: liftSought === null ? '' : percent(liftSought),
  }
}

/** More than there are. */
const PEOPLE_MAX = 1e9

/** How many people the plan takes, by the log; none where that can't be told. */
async function planPeople(input: Input): Promise<number | null> {
  const { outcome, topic, channels, horizonDays, share, lift } = input
  const sought = shareOf(lift)
  const { plan } = await call('POST /experiments/power', {
    body: {
      ...{ outcome, channels, horizonDays: typed(horizonDays) ?? 14 },
      ...(topic === '' ? {} : { topic }),
      ...(sought === undefined ? {} : { lift: sought }),
      holdoutShare: shareOf(share) ?? 0.1,
    },
  })
  return 'people' in plan && plan.people < PEOPLE_MAX ? plan.people : null
}

function useKeep(experiment: Experiment | null, close: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (input: Input) => {
      const body = {
        ...{ name: input.name, question: input.question, outcome: input.outcome },
        ...{ topic: input.topic || null, channels: input.channels },
        ...{ horizonDays: typed(input.horizonDays) ?? 14 },
        ...{ holdoutShare: shareOf(input.share) ?? 0.1 },
        ...{ liftSought: shareOf(input.lift) ?? null, peoplePlanned: await planPeople(input) },
      }
      return experiment === null
        ? call('POST /experiments', { body })
        : call('PATCH /experiments/{id}', { params: { id: experiment.id }, body })
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['GET /experiments'] })
      await client.invalidateQueries({ queryKey: ['GET /experiments/{id}'] })
      close()
      if (experiment === null) await navigate({ to: '/experiments/$id', params: { id } })
    },
  })
}

/** Drafts an experiment, or changes a draft. */
export function ExperimentForm(props: { experiment: Experiment | null; close: () => void }) {
  const { experiment, close } = props
  const words = useWords(WORDS)
  const [input, setInput] = useState(() => inputOf(experiment))
  const keep = useKeep(experiment, close)
  return (
    <DialogForm
      title={experiment === null ? words.add : words.edit}
      close={close}
      save={() => keep.mutate(input)}
      isSaving={keep.isPending}
      problem={keep.error}
      size="md"
    >
      <TextInput
        label={words.name}
        required
        maxLength={200}
        value={input.name}
        onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
        data-autofocus
      />
      <Textarea
        label={words.question}
        maxLength={2_000}
        value={input.question}
        onChange={(event) => setInput({ ...input, question: event.currentTarget.value })}
      />
      <PlanFields input={input} change={setInput} />
    </DialogForm>
  )
}
