import { MultiSelect, NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askAll } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { type Field, type FilledIn, type Kind, linesOf, listOf, textOf } from './settings-form.ts'
import { WORDS } from './words.ts'

interface Entry {
  field: Field
  value: unknown
  change: (value: unknown) => void
  /** What the server said of this field. */
  error: string | undefined
}

/** The fields that a kind declares. */
export function SettingFields(props: {
  kind: Kind
  filledIn: FilledIn
  change: (filledIn: FilledIn) => void
  error: { field: string; text: string } | null
}) {
  const { kind, filledIn, change, error } = props
  return kind.fields.map((field) => (
    <SettingEntry
      key={field.name}
      field={field}
      value={filledIn[field.name]}
      change={(value) => change({ ...filledIn, [field.name]: value })}
      error={error?.field === field.name ? error.text : undefined}
    />
  ))
}

function SettingEntry(entry: Entry) {
  switch (entry.field.type) {
    case 'words':
      return <WordsEntry {...entry} />
    case 'switch':
      return <SwitchEntry {...entry} />
    case 'choice':
      return <ChoiceEntry {...entry} />
    case 'number':
      return <NumberEntry {...entry} />
    case 'topics':
      return <TopicsEntry {...entry} />
    default:
      return <TextEntry {...entry} />
  }
}

/** Label, hint, error: what every kind of field shows alike. */
function useShown({ field, error }: Entry) {
  const { language } = useLanguage()
  return {
    name: field.name,
    label: field.label[language],
    description: field.hint?.[language],
    required: field.isRequired,
    error,
  }
}

function TextEntry(entry: Entry) {
  return (
    <TextInput
      {...useShown(entry)}
      type={entry.field.type === 'url' ? 'url' : 'text'}
      inputMode={entry.field.type === 'url' ? 'url' : 'text'}
      maxLength={2_000}
      value={textOf(entry.value)}
      onChange={(event) => entry.change(event.currentTarget.value)}
    />
  )
}

function WordsEntry(entry: Entry) {
  return (
    <Textarea
      {...useShown(entry)}
      size="xs"
      rows={4}
      value={linesOf(entry.value)}
      onChange={(event) => entry.change(listOf(event.currentTarget.value))}
    />
  )
}

function SwitchEntry(entry: Entry) {
  const { required: _, ...shown } = useShown(entry)
  return (
    <Switch
      {...shown}
      size="xs"
      checked={entry.value === true}
      onChange={(event) => entry.change(event.currentTarget.checked)}
    />
  )
}

function NumberEntry(entry: Entry) {
  const { numberMin, numberMax } = entry.field
  return (
    <NumberInput
      {...useShown(entry)}
      {...(numberMin === undefined ? {} : { min: numberMin })}
      {...(numberMax === undefined ? {} : { max: numberMax })}
      allowDecimal={false}
      hideControls
      value={typeof entry.value === 'number' ? entry.value : ''}
      onChange={(value) => entry.change(value === '' ? undefined : Number(value))}
    />
  )
}

const OWN = '\u0000own'

/** One of a list or, where it is none of them, a value of one's own. */
function ChoiceEntry(entry: Entry) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const choices = entry.field.choices ?? []
  const value = textOf(entry.value)
  const isKnown = choices.some((choice) => choice.value === value)
  const [isOwn, setOwn] = useState(value !== '' && !isKnown)
  const shown = useShown(entry)
  const choose = (chosen: string) => {
    setOwn(chosen === OWN)
    entry.change(chosen === OWN ? '' : chosen)
  }
  return (
    <>
      <NativeSelect
        {...shown}
        error={isOwn ? undefined : shown.error}
        value={isOwn ? OWN : value}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...choices.map((choice) => ({ value: choice.value, label: choice.label[language] })),
          { value: OWN, label: words.own },
        ]}
      />
      {isOwn && (
        <TextInput
          aria-label={`${shown.label}: ${words.own}`}
          error={shown.error}
          required
          maxLength={2_000}
          value={value}
          onChange={(event) => entry.change(event.currentTarget.value)}
        />
      )}
    </>
  )
}

type Which = 'none' | 'all' | 'some'

function whichOf(value: unknown): Which {
  if (value === 'all') return 'all'
  return Array.isArray(value) && value.length > 0 ? 'some' : 'none'
}

function TopicsEntry(entry: Entry) {
  const words = useWords(WORDS)
  const topics = useQuery(askAll('GET /topics'))
  const [which, setWhich] = useState(whichOf(entry.value))
  const choose = (chosen: Which) => {
    setWhich(chosen)
    entry.change(chosen === 'all' ? 'all' : [])
  }
  return (
    <>
      <NativeSelect
        {...useShown(entry)}
        value={which}
        onChange={(event) => choose(event.currentTarget.value as Which)}
        data={[
          { value: 'none', label: words.topicsNone },
          { value: 'all', label: words.topicsAll },
          { value: 'some', label: words.topicsSome },
        ]}
      />
      {which === 'some' && (
        <MultiSelect
          size="xs"
          label={words.chosenTopics}
          searchable
          value={Array.isArray(entry.value) ? entry.value.map(String) : []}
          onChange={entry.change}
          data={(topics.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  )
}
