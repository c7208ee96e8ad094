import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Answer } from '../../api.ts'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Loading } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import type { FilledIn, Kind } from './settings-form.ts'
import { WORDS } from './words.ts'

type Result = Answer<'POST /channels/probe'>

/** Tries the settings as they stand in the form and says what came of it; nothing is kept. */
export function Probe(props: {
  kind: Kind
  settings: FilledIn
  /** Takes another value for a field that was found on the way. */
  use: (field: string, value: string) => void
}) {
  const words = useWords(WORDS)
  const { kind } = props.kind
  const probe = useMutation({
    mutationFn: (settings: FilledIn) => call('POST /channels/probe', { body: { kind, settings } }),
  })
  // What came of other settings says nothing of these.
  const isOfThese = JSON.stringify(probe.variables) === JSON.stringify(props.settings)
  return (
    <div className="stack-tight">
      <div className="row">
        <Button
          variant="default"
          loading={probe.isPending}
          onClick={() => probe.mutate(props.settings)}
        >
          {words.test}
        </Button>
        {probe.isPending && <Loading />}
      </div>
      <ProblemNote problem={isOfThese ? probe.error : null} />
      <div aria-live="polite">
        {isOfThese && probe.data !== undefined && <Result result={probe.data} use={props.use} />}
      </div>
    </div>
  )
}

function Result({ result, use }: { result: Result; use: (field: string, value: string) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (result.kind === 'works') return <Works result={result} />
  return (
    <div className="probe stack-tight" data-kind="problem">
      <strong>{words.doesNotWork}</strong>
      <p>{result.words[language]}</p>
      {result.offers !== undefined && (
        <ul className="bare-list stack-tight">
          {result.offers.map(({ field, value, label }) => (
            <li key={value} className="row">
              <bdi className="grow">
                {label} <span className="soft small">{value}</span>
              </bdi>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={words.takeOf(label)}
                onClick={() => use(field, value)}
              >
                {words.use}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Works({ result }: { result: Extract<Result, { kind: 'works' }> }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <div className="probe stack-tight" data-kind="works">
      <strong>{words.works}</strong>
      <dl className="channel-facts">
        {result.found.map(({ label, value }) => (
          <div key={label.en}>
            <dt>{label[language]}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {result.notes.map((note) => (
        <p key={note.en} className="small">
          {note[language]}
        </p>
      ))}
    </div>
  )
}
