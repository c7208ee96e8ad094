import { Button, NumberInput, Switch, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { type Overview, WORDS } from './words.ts'

/** What people are told that their data is used for, and how long each channel is kept. */
export function Rules() {
  const overview = useQuery(ask('GET /privacy', {}))
  if (overview.data === undefined) return <Awaiting query={overview} />
  return (
    <div className="stack">
      <PurposeForm overview={overview.data} />
      <Retention overview={overview.data} />
    </div>
  )
}

function PurposeForm({ overview }: { overview: Overview }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (form: FormData) => {
      const days = Number(form.get('days'))
      const textDays = String(form.get('textDays') ?? '').trim()
      return call('PATCH /privacy', {
        body: {
          purpose: String(form.get('purpose') ?? '').trim(),
          answerDays: days,
          comparePictures: form.get('pictures') !== null,
          checkLinks: form.get('links') !== null,
          textDays: textDays === '' ? null : Number(textDays),
        },
      })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /privacy'] }),
  })
  return (
    <form
      className="sheet stack"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(new FormData(event.currentTarget))
      }}
    >
      <Textarea
        name="purpose"
        label={words.purpose}
        description={words.purposeHint}
        rows={5}
        maxLength={5_000}
        defaultValue={overview.purpose}
      />
      <NumberInput
        name="days"
        label={words.answerDays}
        min={1}
        max={365}
        allowDecimal={false}
        clampBehavior="strict"
        required
        defaultValue={overview.answerDays}
      />
      <Limits overview={overview} />
      <ProblemNote problem={save.error} />
      <div className="row">
        <Button type="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <span role="status">{save.isSuccess && words.saved}</span>
      </div>
    </form>
  )
}

/** How long texts are kept, and what is asked outside. */
function Limits({ overview }: { overview: Overview }) {
  const words = useWords(WORDS)
  return (
    <>
      <NumberInput
        name="textDays"
        label={words.textDays}
        description={words.textDaysHint}
        min={1}
        max={36_500}
        allowDecimal={false}
        clampBehavior="strict"
        thousandSeparator=""
        defaultValue={overview.textDays ?? ''}
      />
      <Switch
        name="links"
        label={words.checkLinks}
        description={words.checkLinksHint}
        defaultChecked={overview.checkLinks}
      />
      <Switch
        name="pictures"
        label={words.pictures}
        description={words.picturesHint}
        defaultChecked={overview.comparePictures}
      />
    </>
  )
}

function Retention({ overview }: { overview: Overview }) {
  const words = useWords(WORDS)
  const { channels } = overview
  return (
    <section className="sheet stack-tight register scroll-x" aria-labelledby="retention">
      <h2 id="retention">{words.retention}</h2>
      {channels.length === 0 ? (
        <p className="soft">{words.noChannels}</p>
      ) : (
        <table className="plain small">
          <thead>
            <tr>
              <th scope="col">{words.channel}</th>
              <th scope="col">{words.keptFor}</th>
              <th scope="col">{words.basis}</th>
            </tr>
          </thead>
          <tbody>
            {channels.map(({ id, name, retentionDays, lawfulBasis }) => (
              <tr key={id}>
                <td>
                  <Link to="/channels/$id" params={{ id }} data-list-item>
                    <bdi>{name}</bdi>
                  </Link>
                </td>
                <td>{retentionDays === null ? words.forever : words.days(retentionDays)}</td>
                <td>{lawfulBasis ?? <span className="soft">{words.noBasis}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
