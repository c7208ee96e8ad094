import { Alert, Button, NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Asked } from '../../api.ts'
import { changedFields } from '../../changed-fields.ts'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { ModelFigures } from './model-figures.tsx'
import { ModelState } from './model-state.tsx'
import { type ModelSettings, WORDS } from './model-words.ts'

type Change = NonNullable<Asked<'PATCH /workspace/language-model'>['body']>

/** The language model that votes on what the reader leaves open. */
export function LanguageModel() {
  const words = useWords(WORDS)
  const settings = useQuery(ask('GET /workspace/language-model', {}))
  if (settings.data === undefined) return <Awaiting query={settings} />
  return (
    <>
      <p className="soft small">{words.intro}</p>
      <ModelForm settings={settings.data} />
      <ModelState settings={settings.data} />
      <ModelFigures />
    </>
  )
}

function ModelForm({ settings }: { settings: ModelSettings }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const [first] = useState(settings)
  const [filled, setFilled] = useState<Change>(fieldsOf(first))
  const save = useSave((change) => setFilled((before) => ({ ...before, ...change })))
  return (
    <form
      className="sheet settings-form"
      autoComplete="off"
      onKeyDown={guardEnter}
      onInput={() => save.isSuccess && save.reset()}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        const change = changedFields(filled, readForm(form))
        save.mutate(change, { onSuccess: () => clearKey(form) })
      }}
    >
      <div className="wide">
        <Switch name="isOn" label={words.isOn} defaultChecked={first.isOn} />
      </div>
      <PlaceFields settings={first} hasKey={settings.hasKey} />
      <BudgetFields settings={first} />
      <div className="wide stack-tight">
        <ProblemNote problem={save.error} />
        {save.isSuccess && (
          <Alert color="green" role="status" p="xs">
            {words.saved}
          </Alert>
        )}
        <div className="row">
          <Button type="submit" loading={save.isPending}>
            {common.save}
          </Button>
          {settings.hasKey && (
            <Button variant="default" onClick={() => save.mutate({ key: null })}>
              {words.dropKey}
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}

function useSave(done: (change: Change) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: Change) => call('PATCH /workspace/language-model', { body: change }),
    onSuccess: (settings, { key: _, ...change }) => {
      done(change)
      client.setQueryData(ask('GET /workspace/language-model', {}).queryKey, settings)
    },
  })
}

function fieldsOf({ isOn, address, model, votesPerDay, postsPerRequest }: ModelSettings): Change {
  return { isOn, address, model, votesPerDay, postsPerRequest }
}

function readForm(form: HTMLFormElement): Change {
  const data = new FormData(form)
  const field = (name: string) => String(data.get(name) ?? '').trim()
  const number = (name: string) => Number(field(name).replaceAll(',', ''))
  const key = field('key')
  return {
    isOn: data.has('isOn'),
    address: field('address'),
    model: field('model'),
    votesPerDay: number('votesPerDay'),
    postsPerRequest: number('postsPerRequest'),
    ...(key === '' ? {} : { key }),
  }
}

/** What was sent is not kept in the page either. */
function clearKey(form: HTMLFormElement): void {
  const field = form.elements.namedItem('key')
  if (field instanceof HTMLInputElement) field.value = ''
}

function PlaceFields({ settings, hasKey }: { settings: ModelSettings; hasKey: boolean }) {
  const words = useWords(WORDS)
  return (
    <>
      <TextInput
        name="address"
        type="url"
        label={words.address}
        description={words.addressHint}
        placeholder="https://models.example/v1"
        defaultValue={settings.address}
        maxLength={2_000}
      />
      <TextInput
        name="model"
        label={words.model}
        defaultValue={settings.model}
        maxLength={200}
        spellCheck={false}
      />
      <PasswordInput
        name="key"
        label={words.key}
        description={hasKey ? words.keyKept : words.keyMissing}
        autoComplete="new-password"
        maxLength={2_000}
        visibilityToggleButtonProps={{ 'aria-hidden': true }}
      />
    </>
  )
}

function BudgetFields({ settings }: { settings: ModelSettings }) {
  const words = useWords(WORDS)
  const whole = { allowDecimal: false, allowNegative: false, hideControls: true, required: true }
  return (
    <>
      <NumberInput
        name="votesPerDay"
        label={words.votesPerDay}
        description={words.votesPerDayHint}
        defaultValue={settings.votesPerDay}
        max={100_000}
        {...whole}
      />
      <NumberInput
        name="postsPerRequest"
        label={words.postsPerRequest}
        description={words.postsPerRequestHint}
        defaultValue={settings.postsPerRequest}
        min={1}
        max={10}
        {...whole}
      />
    </>
  )
}
