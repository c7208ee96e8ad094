import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../language.tsx'
import { readAmount } from '../../money.ts'
import type { CustomField, FieldValue } from '../../terms.ts'
import { WORDS } from './words.ts'
import './cards.css'

/** The field of a form in which a value is entered; `readField` reads it. */
export function FieldInput({ field, value }: { field: CustomField; value: FieldValue | null }) {
  const words = useWords(WORDS)
  const { id, kind, name, choices } = field
  if (kind === 'choices') {
    return (
      <fieldset className="card-tags row">
        <legend>{name}</legend>
        {choices.map((choice) => (
          <Checkbox
            key={choice.id}
            name={id}
            value={choice.id}
            label={choice.name}
            defaultChecked={Array.isArray(value) && value.includes(choice.id)}
          />
        ))}
      </fieldset>
    )
  }
  if (kind === 'choice' || kind === 'yes-no') {
    const yesNo = [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ]
    const named = choices.map((choice) => ({ value: choice.id, label: choice.name }))
    return (
      <NativeSelect
        name={id}
        label={name}
        defaultValue={value === null ? '' : String(value)}
        data={[{ value: '', label: words.none }, ...(kind === 'choice' ? named : yesNo)]}
      />
    )
  }
  return (
    <TextInput
      name={id}
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : kind === 'url' ? 'url' : 'text'}
      label={kind === 'money' ? `${name} (${field.currency})` : name}
      defaultValue={shownValue(field, value)}
      maxLength={2000}
    />
  )
}

function shownValue({ kind, currency }: CustomField, value: FieldValue | null): string {
  if (value === null) return ''
  if (kind !== 'money') return String(value)
  const one = readAmount('1', currency ?? 'JPY') ?? 1
  return String(Number(value) / one)
}

/** The value of the field in a form; null for nothing, undefined for what is no number. */
export function readField(form: FormData, field: CustomField): FieldValue | null | undefined {
  const { id, kind } = field
  if (kind === 'choices') {
    const chosen = form.getAll(id).map(String)
    return chosen.length === 0 ? null : chosen
  }
  const text = String(form.get(id) ?? '').trim()
  if (text === '') return null
  if (kind === 'yes-no') return text === 'true'
  if (kind === 'money') return readAmount(text, field.currency ?? 'JPY')
  if (kind !== 'number') return text
  const number = Number(text.normalize('NFKC').replaceAll(',', ''))
  return Number.isFinite(number) ? number : undefined
}
