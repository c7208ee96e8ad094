import { Button, NumberInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { FIRST_PLAN, PlanFields, type PlanInput, shareOf, typed } from './plan-fields.tsx'
import { type Power, WORDS } from './words.ts'

interface Input extends PlanInput {
  engaged: number | string
  baseRate: number | string
  peopleAWeek: number | string
}

const FIRST: Input = { ...FIRST_PLAN, engaged: 100, baseRate: '', peopleAWeek: '' }

function bodyOf(input: Input) {
  const { outcome, topic, channels, horizonDays, share, lift, engaged } = input
  return {
    outcome,
    ...(channels.length === 0 ? {} : { channels }),
    ...withoutEmpty({
      ...{ topic: topic || undefined, horizonDays: typed(horizonDays) },
      ...{ holdoutShare: shareOf(share), lift: shareOf(lift), engagedShare: shareOf(engaged) },
      ...{ baseRate: shareOf(input.baseRate), peopleAWeek: typed(input.peopleAWeek) },
    }),
  }
}

/** How many weeks an experiment would take, answered in a sentence. */
export function PowerCalculator() {
  const words = useWords(WORDS)
  const [input, setInput] = useState(FIRST)
  const power = useMutation({
    mutationFn: async (asked: Input) => ({
      lift: shareOf(asked.lift) ?? 0,
      found: await call('POST /experiments/power', { body: bodyOf(asked) }),
    }),
  })
  return (
    <section className="sheet stack" aria-labelledby="power">
      <h2 id="power">{words.power}</h2>
      <p className="soft small">{words.powerIntro}</p>
      <form
        className="stack"
        onKeyDown={guardEnter}
        onSubmit={(event) => {
          event.preventDefault()
          power.mutate(input)
        }}
      >
        <div className="power-fields">
          <PlanFields input={input} change={setInput} />
          <OwnFigures input={input} change={setInput} />
        </div>
        <div>
          <Button type="submit" variant="default" loading={power.isPending}>
            {words.compute}
          </Button>
        </div>
      </form>
      <ProblemNote problem={power.error} />
      <div role="status" className="stack">
        {power.data && <PowerAnswer power={power.data.found} lift={power.data.lift} />}
      </div>
    </section>
  )
}

function OwnFigures({ input, change }: { input: Input; change: (input: Input) => void }) {
  const words = useWords(WORDS)
  return (
    <>
      <NumberInput
        label={words.baseRate}
        placeholder={words.asObserved}
        min={0}
        max={100}
        value={input.baseRate}
        onChange={(baseRate) => change({ ...input, baseRate })}
      />
      <NumberInput
        label={words.peopleAWeek}
        placeholder={words.asObserved}
        min={0}
        value={input.peopleAWeek}
        onChange={(peopleAWeek) => change({ ...input, peopleAWeek })}
      />
      <NumberInput
        label={words.engagedShare}
        min={1}
        max={100}
        required
        value={input.engaged}
        onChange={(engaged) => change({ ...input, engaged })}
      />
    </>
  )
}

function PowerAnswer({ power, lift }: { power: Power; lift: number }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { observed } = power
  const share = (of: number) => formatShare(of, language)
  const count = (of: number) => formatCount(of, language)
  return (
    <>
      <p className="power-answer">
        <Verdict power={power} lift={lift} />
      </p>
      {'people' in power.plan && (
        <p>{words.peopleNeeded(count(power.plan.people), count(power.plan.heldOut))}</p>
      )}
      <p className="soft small">
        {words.basis(
          share(power.baseRate),
          count(power.peopleAWeek),
          share(power.level),
          share(power.power),
        )}{' '}
        {words.observedFrom(count(observed.people), count(observed.hits))}
      </p>
      <Lifts lifts={power.lifts} />
    </>
  )
}

function Verdict({ power: { plan }, lift }: { power: Power; lift: number }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const sought = formatShare(lift, language)
  switch (plan.verdict) {
    case 'feasible':
      return words.weeksNeeded(sought, formatCount(plan.weeks, language))
    case 'too-long':
      return words.tooLong(sought, formatCount(plan.weeks, language))
    case 'nothing-happens':
      return words.nothingHappens
    case 'nobody-comes':
      return words.nobodyComes
    case 'beyond-everybody':
      return words.beyondEverybody
  }
}

function Lifts({ lifts }: { lifts: Power['lifts'] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (lifts.every(({ lift }) => lift === null)) return null
  return (
    <table className="plain power-lifts">
      <caption>{words.liftsTable}</caption>
      <thead>
        <tr>
          <th scope="col">{words.weeks}</th>
          <th scope="col" className="number">
            {words.smallest}
          </th>
        </tr>
      </thead>
      <tbody>
        {lifts.map(({ weeks, lift }) => (
          <tr key={weeks}>
            <th scope="row">{words.weekCount(weeks)}</th>
            <td className="number">{lift === null ? words.none : formatShare(lift, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
