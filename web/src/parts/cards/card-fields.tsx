import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask, askAll } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { readAmount } from '../../money.ts'
import type { CustomField } from '../../terms.ts'
import { isComposing } from '../keys.ts'
import { WORDS as COMMON } from '../words.ts'
import { type CardSearch, NO_FIELD } from './card-search.ts'
import { WORDS } from './words.ts'

type Said = { [Key in keyof CardSearch]?: CardSearch[Key] | undefined }

interface Searching {
  search: CardSearch
  change: (changed: Said) => void
}

/** Filters by what colleagues keep: tag, owner, own fields, and since when nobody was in touch. */
export function CardFields(
  props: Searching & { subject: CustomField['subject']; isOwnerApart?: true },
) {
  const { search, change, subject } = props
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const tags = useQuery(askAll('GET /tags'))
  const members = useQuery(askAll('GET /members'))
  const named = (all: { id: string; name: string }[] | undefined) =>
    (all ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const any = { value: '', label: common.any }
  return (
    <>
      <NativeSelect
        label={words.tag}
        value={search.tag ?? ''}
        onChange={(event) => change({ tag: event.currentTarget.value || undefined })}
        data={[any, ...named(tags.data)]}
      />
      {props.isOwnerApart !== true && (
        <NativeSelect
          label={words.ownerIs}
          value={search.owner ?? ''}
          onChange={(event) => change({ owner: event.currentTarget.value || undefined })}
          data={[
            any,
            { value: 'me', label: words.mine },
            { value: 'nobody', label: words.nobody },
            ...named(members.data),
          ]}
        />
      )}
      <TextInput
        type="date"
        label={words.notContactedSince}
        value={search.notContactedSince ?? ''}
        onChange={(event) => change({ notContactedSince: event.currentTarget.value || undefined })}
      />
      <OwnField search={search} change={change} subject={subject} />
    </>
  )
}

function OwnField({ search, change, subject }: Searching & { subject: CustomField['subject'] }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const fields = useQuery(ask('GET /custom-fields', { query: { subject } }))
  const known = fields.data?.items ?? []
  const field = known.find(({ id }) => id === search.field)
  if (known.length === 0) return null
  return (
    <>
      <NativeSelect
        label={words.byField}
        value={search.field ?? ''}
        onChange={(event) => change({ ...NO_FIELD, field: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: common.any },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {field !== undefined && <Bounds key={field.id} {...{ field, search, change }} />}
    </>
  )
}

/** What the field must hold; without it, that it holds something. */
function Bounds({ field, search, change }: Searching & { field: CustomField }) {
  const words = useWords(WORDS)
  const { kind, name, choices } = field
  if (kind === 'choice' || kind === 'choices' || kind === 'yes-no') {
    const yesNo = [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ]
    const named = choices.map((choice) => ({ value: choice.id, label: choice.name }))
    return (
      <NativeSelect
        label={name}
        value={search.fieldIs ?? ''}
        onChange={(event) => change({ fieldIs: event.currentTarget.value || undefined })}
        data={[{ value: '', label: words.isKnown }, ...(kind === 'yes-no' ? yesNo : named)]}
      />
    )
  }
  if (kind === 'text' || kind === 'url') {
    return (
      <Typed
        label={words.containsIn(name)}
        value={search.fieldContains}
        put={(fieldContains) => change({ fieldContains })}
      />
    )
  }
  const type = kind === 'date' ? 'date' : 'text'
  return (
    <>
      <Typed
        label={words.fromIn(name)}
        type={type}
        value={shownBound(field, search.fieldFrom)}
        put={(text) => change({ fieldFrom: boundOf(field, text) })}
      />
      <Typed
        label={words.toIn(name)}
        type={type}
        value={shownBound(field, search.fieldTo)}
        put={(text) => change({ fieldTo: boundOf(field, text) })}
      />
    </>
  )
}

/** Money is kept in its minor unit. */
function boundOf({ kind, currency }: CustomField, text: string | undefined): string | undefined {
  if (text === undefined || kind !== 'money') return text?.normalize('NFKC').replace(/,/g, '')
  const minor = readAmount(text, currency ?? 'JPY')
  return minor === null || minor === undefined ? undefined : String(minor)
}

function shownBound({ kind, currency }: CustomField, bound: string | undefined) {
  if (bound === undefined || kind !== 'money') return bound
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currency ?? 'JPY',
  }).resolvedOptions()
  return String(Number(bound) / 10 ** maximumFractionDigits)
}

/** What is typed counts once the field is left or Enter is pressed, never while composing. */
function Typed(props: {
  label: string
  type?: 'text' | 'date'
  value: string | undefined
  put: (text: string | undefined) => void
}) {
  const { value = '', put } = props
  const say = (text: string) => {
    if (text.trim() !== value) put(text.trim() || undefined)
  }
  return (
    <TextInput
      key={value}
      type={props.type ?? 'text'}
      label={props.label}
      defaultValue={value}
      maxLength={200}
      onBlur={(event) => say(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event.nativeEvent)) say(event.currentTarget.value)
      }}
    />
  )
}
