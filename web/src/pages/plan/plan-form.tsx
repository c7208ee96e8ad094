import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { askAll, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { OUTCOME_CHOICES, type Outcome, type Plan, WORDS } from './words.ts'

const OUTCOMES = Object.keys(OUTCOME_CHOICES) as Outcome[]
const CAPS = [25, 40, 60, 100]
const OFF = { autoComplete: 'off' }

/** Asks whom to engage; the answer is handed on. */
export function PlanForm({ done }: { done: (plan: Plan) => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const ask = useMutation({
    mutationFn: (form: FormData) => call('POST /influence/plans', { body: bodyOf(form) }),
    onSuccess: async (plan) => {
      if (plan === undefined) return
      await client.invalidateQueries({ queryKey: ['GET /influence/plans'] })
      done(plan)
    },
  })
  return (
    <form
      className="sheet stack"
      aria-label={words.form}
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        ask.mutate(new FormData(event.currentTarget))
      }}
    >
      <div className="plan-form">
        <MainFields />
      </div>
      <details>
        <summary>{words.more}</summary>
        <div className="plan-form">
          <LimitFields />
        </div>
      </details>
      <ProblemNote problem={ask.error} />
      <div>
        <Button type="submit" loading={ask.isPending}>
          {words.choose}
        </Button>
      </div>
    </form>
  )
}

function MainFields() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const topics = useQuery(askAll('GET /topics'))
  return (
    <>
      <NativeSelect
        name="outcome"
        label={words.outcome}
        defaultValue="purchase"
        data={OUTCOMES.map((value) => ({ value, label: OUTCOME_CHOICES[value][language] }))}
      />
      <NativeSelect
        name="topic"
        label={words.topic}
        data={[
          { value: '', label: words.allTopics },
          ...(topics.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Count name="people" label={words.people} from={1} to={100} usual={10} />
      <NativeSelect
        name="goal"
        label={words.goal}
        data={[
          { value: 'count', label: words.goalCount },
          { value: 'value', label: words.goalValue },
        ]}
      />
      <NativeSelect
        name="cap"
        label={words.cap}
        defaultValue="40"
        data={CAPS.map((cap) => ({
          value: String(cap),
          label: cap === 100 ? words.noCap : words.capOf(cap),
        }))}
      />
    </>
  )
}

function LimitFields() {
  const words = useWords(WORDS)
  return (
    <>
      <TextInput
        {...OFF}
        type="number"
        name="cost"
        label={words.cost}
        description={words.costHint}
        min="0.01"
        step="any"
      />
      <TextInput
        {...OFF}
        type="number"
        name="usualCost"
        label={words.usualCost}
        defaultValue="1"
        min="0.01"
        step="any"
        required
      />
      <Count name="restDays" label={words.rest} from={0} to={365} usual={14} />
      <Count name="perMonthMax" label={words.perMonth} from={1} to={30} usual={2} />
      <Count name="days" label={words.days} from={7} to={90} usual={30} />
      <Count name="lookbackDays" label={words.lookback} from={14} to={365} usual={90} />
    </>
  )
}

function Count(props: { name: string; label: string; from: number; to: number; usual: number }) {
  return (
    <TextInput
      {...OFF}
      type="number"
      name={props.name}
      label={props.label}
      min={props.from}
      max={props.to}
      defaultValue={props.usual}
      required
    />
  )
}

function bodyOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const number = (name: string) => Number(text(name))
  return {
    outcome: OUTCOMES.find((one) => one === text('outcome')) ?? 'purchase',
    goal: text('goal') === 'value' ? ('value' as const) : ('count' as const),
    budget: {
      people: number('people'),
      ...(text('cost') === '' ? {} : { cost: number('cost') }),
    },
    costs: { usual: number('usualCost') },
    communityShareMax: number('cap') / 100,
    ...{ days: number('days'), lookbackDays: number('lookbackDays') },
    contact: { restDays: number('restDays'), perMonthMax: number('perMonthMax') },
    ...(text('topic') === '' ? {} : { topic: text('topic') }),
  }
}
