import { Alert, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer, Asked } from '../../api.ts'
import { changedFields } from '../../changed-fields.ts'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { LANGUAGE_NAMES } from '../../parts/account-menu.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { timeZones } from '../../parts/time-zones.ts'
import { WORDS as COMMON } from '../../parts/words.ts'
import { askSession } from '../../session.ts'
import { WORDS } from './words.ts'

type Settings = Answer<'GET /workspace'>
type Change = NonNullable<Asked<'PATCH /workspace'>['body']>

export function WorkspaceSettings() {
  const settings = useQuery(ask('GET /workspace', {}))
  if (settings.data === undefined) return <Awaiting query={settings} />
  return <SettingsForm settings={settings.data} />
}

function SettingsForm({ settings }: { settings: Settings }) {
  const words = useWords(WORDS)
  const [first] = useState(settings)
  const [filled, setFilled] = useState<Change>(first)
  const save = useSave((change) => setFilled((before) => ({ ...before, ...change })))
  const [dropping, setDropping] = useState<Change | null>(null)
  const submit = (form: HTMLFormElement) => {
    const change = changedFields(filled, readForm(form))
    if (isShortened(settings, change)) setDropping(change)
    else save.mutate(change)
  }
  return (
    <form
      className="sheet settings-form"
      // Else a reload would put back what was chosen here before, over what was saved.
      autoComplete="off"
      onKeyDown={guardEnter}
      onInput={() => save.isSuccess && save.reset()}
      onSubmit={(event) => {
        event.preventDefault()
        submit(event.currentTarget)
      }}
    >
      {settings.isCountingAnew && (
        <p className="note wide" role="status">
          {words.countingAnew}
        </p>
      )}
      <PlaceFields settings={first} />
      <StyleFields settings={first} />
      <div className="wide stack-tight">
        <ProblemNote problem={save.error} />
        {save.isSuccess && (
          <Alert color="green" role="status" p="xs">
            {words.saved}
          </Alert>
        )}
        <SaveButton isPending={save.isPending} />
      </div>
      {dropping !== null && (
        <DropWarning
          days={String(dropping.retentionDays)}
          confirm={() => {
            save.mutate(dropping)
            setDropping(null)
          }}
          close={() => setDropping(null)}
        />
      )}
    </form>
  )
}

function SaveButton({ isPending }: { isPending: boolean }) {
  const common = useWords(COMMON)
  return (
    <div>
      <Button type="submit" loading={isPending}>
        {common.save}
      </Button>
    </div>
  )
}

function useSave(done: (change: Change) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: Change) => call('PATCH /workspace', { body: change }),
    onSuccess: async (settings, change) => {
      done(change)
      client.setQueryData(ask('GET /workspace', {}).queryKey, settings)
      await client.invalidateQueries({ queryKey: askSession.queryKey })
    },
  })
}

/** Whether posts would go that stay as it is. */
function isShortened(before: Settings, { retentionDays }: Change): boolean {
  if (retentionDays === undefined || retentionDays === null) return false
  return before.retentionDays === null || retentionDays < before.retentionDays
}

function readForm(form: HTMLFormElement): Change {
  const data = new FormData(form)
  const field = (name: string) => String(data.get(name) ?? '')
  const days = field('retentionDays').replaceAll(',', '')
  return {
    name: field('name'),
    language: field('language') === 'ja' ? 'ja' : 'en',
    timeZone: field('timeZone'),
    fiscalYearStartMonth: Number(field('fiscalYearStartMonth')),
    nameOrder: field('nameOrder') === 'given-first' ? 'given-first' : 'family-first',
    numberStyle: field('numberStyle') === 'myriad' ? 'myriad' : 'grouped',
    retentionDays: days === '' ? null : Number(days),
  }
}

function PlaceFields({ settings }: { settings: Settings }) {
  const words = useWords(WORDS)
  return (
    <>
      <TextInput
        name="name"
        label={words.name}
        defaultValue={settings.name}
        required
        maxLength={500}
      />
      <NativeSelect
        name="language"
        label={words.language}
        description={words.languageHint}
        defaultValue={settings.language}
        data={(['ja', 'en'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <NativeSelect
        name="timeZone"
        label={words.timeZone}
        description={words.timeZoneHint}
        defaultValue={settings.timeZone}
        data={timeZones(settings.timeZone)}
      />
    </>
  )
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

function StyleFields({ settings }: { settings: Settings }) {
  const words = useWords(WORDS)
  return (
    <>
      <NativeSelect
        name="fiscalYearStartMonth"
        label={words.fiscalYear}
        description={words.fiscalYearHint}
        defaultValue={String(settings.fiscalYearStartMonth)}
        data={MONTHS.map((month) => ({ value: String(month), label: words.month(month) }))}
      />
      <NativeSelect
        name="nameOrder"
        label={words.nameOrder}
        description={words.nameOrderHint}
        defaultValue={settings.nameOrder}
        data={[
          { value: 'family-first', label: words.familyFirst },
          { value: 'given-first', label: words.givenFirst },
        ]}
      />
      <NativeSelect
        name="numberStyle"
        label={words.numberStyle}
        description={words.numberStyleHint}
        defaultValue={settings.numberStyle}
        data={[
          { value: 'myriad', label: words.myriad },
          { value: 'grouped', label: words.grouped },
        ]}
      />
      <NumberInput
        name="retentionDays"
        label={words.retention}
        description={words.retentionHint}
        defaultValue={settings.retentionDays ?? ''}
        min={1}
        max={36_525}
        allowDecimal={false}
        allowNegative={false}
        hideControls
      />
    </>
  )
}

function DropWarning(props: { days: string; confirm: () => void; close: () => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  return (
    <Dialog
      opened
      onClose={props.close}
      title={words.dropTitle}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className="stack">
        <p>{words.dropText(props.days)}</p>
        <div className="row">
          <Button color="red" onClick={props.confirm}>
            {words.dropConfirm}
          </Button>
          <Button variant="default" onClick={props.close} data-autofocus>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
