import { Alert, Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { changedFields } from '../../changed-fields.ts'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { ChannelInFull } from '../channels/words.ts'
import { Probe } from './probe.tsx'
import { SecretField } from './secret-field.tsx'
import { SettingFields } from './setting-fields.tsx'
import { blankOf, type FilledIn, type Kind, settingsOf, settingsToSave } from './settings-form.ts'
import { WORDS } from './words.ts'

interface Common {
  name: string
  retentionDays: number | null
  lawfulBasis: string
}

/** Sets a channel up, or changes one; `done` is told what became of it. */
export function ChannelForm(props: {
  kind: Kind
  channel: ChannelInFull | null
  done: (channel: ChannelInFull) => void
}) {
  const { kind, channel, done } = props
  const words = useWords(WORDS)
  const [filledIn, setFilledIn] = useState<FilledIn>(channel?.settings ?? blankOf(kind))
  const [about, setAbout] = useState<Common>(commonOf(channel))
  const [secret, setSecret] = useState('')
  const [filled, setFilled] = useState<Form>({ filledIn, about })
  const settings = settingsOf(kind, filledIn)
  const keep = useKeep(kind, channel, (made, form) => {
    setFilled(form)
    setSecret('')
    done(made)
  })
  const changed = {
    about: changedFields(bodyOf(filled.about), bodyOf(about)),
    settings: settingsToSave(
      kind,
      { filled: filled.filledIn, now: filledIn },
      channel?.settings ?? {},
    ),
  }
  const isChanged =
    secret !== '' || changed.settings !== undefined || Object.keys(changed.about).length > 0
  return (
    <form
      className="sheet stack channel-form"
      onKeyDown={guardEnterButInText}
      onSubmit={(event) => {
        event.preventDefault()
        const whole = { ...bodyOf(about), settings }
        keep.mutate({ whole, changed, secret: secret.trim(), form: { filledIn, about } })
      }}
    >
      <NameField about={about} change={setAbout} />
      <SettingFields
        kind={kind}
        filledIn={filledIn}
        change={setFilledIn}
        error={fieldError(keep.error)}
      />
      <SecretField
        of={{ kind, channel }}
        value={secret}
        change={setSecret}
        error={fieldError(keep.error)}
      />
      <KeepingFields about={about} change={setAbout} />
      <Probe
        kind={kind}
        settings={settings}
        use={(field, value) => setFilledIn({ ...filledIn, [field]: value })}
      />
      <ProblemNote problem={keep.error} />
      {keep.isSuccess && !isChanged && channel !== null && (
        <Alert color="green" role="status" p="xs">
          {words.saved}
        </Alert>
      )}
      <Submit isNew={channel === null} isPending={keep.isPending} />
    </form>
  )
}

function Submit({ isNew, isPending }: { isNew: boolean; isPending: boolean }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  return (
    <div>
      <Button type="submit" loading={isPending}>
        {isNew ? words.add : common.save}
      </Button>
    </div>
  )
}

/** Enter in a box of lines makes a line; elsewhere it is guarded against compositions. */
function guardEnterButInText(event: React.KeyboardEvent): void {
  if (!(event.target instanceof HTMLTextAreaElement)) guardEnter(event)
}

function commonOf(channel: ChannelInFull | null): Common {
  const { name = '', retentionDays = null, lawfulBasis } = channel ?? {}
  return { name, retentionDays, lawfulBasis: lawfulBasis ?? '' }
}

function bodyOf({ name, retentionDays, lawfulBasis }: Common) {
  const basis = lawfulBasis.trim()
  return { name, retentionDays, lawfulBasis: basis === '' ? null : basis }
}

/** What the server said of one field of the kind, to be shown there. */
function fieldError(problem: Error | null): { field: string; text: string } | null {
  if (!(problem instanceof ApiProblem) || problem.field === undefined) return null
  return { field: problem.field.replace(/^settings\./, ''), text: problem.message }
}

interface Form {
  filledIn: FilledIn
  about: Common
}

interface Kept {
  form: Form
  /** Empty where it stays. */
  secret: string
  /** For a new channel. */
  whole: ReturnType<typeof bodyOf> & { settings: FilledIn }
  /** For one that is there. */
  changed: { about: Partial<ReturnType<typeof bodyOf>>; settings: FilledIn | undefined }
}

function useKeep(
  kind: Kind,
  channel: ChannelInFull | null,
  done: (made: ChannelInFull, form: Form) => void,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ whole, changed: { about, settings }, secret }: Kept) =>
      channel === null
        ? call('POST /channels', {
            body: { ...whole, kind: kind.kind, ...(secret && { secret }) },
          })
        : call('PATCH /channels/{id}', {
            params: { id: channel.id },
            body: { ...about, ...(settings && { settings }), ...(secret && { secret }) },
          }),
    onSuccess: async (made, { form }) => {
      await client.invalidateQueries({ queryKey: ['GET /channels'] })
      await client.invalidateQueries({ queryKey: ['GET /channels/{id}'] })
      done(made, form)
    },
  })
}

type Part = { about: Common; change: (about: Common) => void }

function NameField({ about, change }: Part) {
  const words = useWords(WORDS)
  return (
    <TextInput
      name="name"
      label={words.name}
      description={words.nameHint}
      required
      maxLength={500}
      value={about.name}
      onChange={(event) => change({ ...about, name: event.currentTarget.value })}
    />
  )
}

function KeepingFields({ about, change }: Part) {
  const words = useWords(WORDS)
  return (
    <>
      <NumberInput
        name="retentionDays"
        label={words.retention}
        description={words.retentionHint}
        min={1}
        max={36_525}
        allowDecimal={false}
        hideControls
        value={about.retentionDays ?? ''}
        onChange={(value) =>
          change({ ...about, retentionDays: value === '' ? null : Number(value) })
        }
      />
      <Textarea
        name="lawfulBasis"
        size="xs"
        rows={2}
        label={words.basis}
        description={words.basisHint}
        maxLength={2_000}
        value={about.lawfulBasis}
        onChange={(event) => change({ ...about, lawfulBasis: event.currentTarget.value })}
      />
    </>
  )
}
