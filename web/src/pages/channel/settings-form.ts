import type { Answer } from '../../api.ts'
import { changedFields } from '../../changed-fields.ts'

export type Kind = Answer<'GET /channel-kinds'>['items'][number]
export type Field = Kind['fields'][number]

/** What stands in the form, by field: as the kind keeps it, lists as lists. */
export type FilledIn = Record<string, unknown>

/** The form of a kind before anybody wrote into it. */
export function blankOf(kind: Kind): FilledIn {
  const known = kind.fields.filter(({ default: value }) => value !== undefined)
  return Object.fromEntries(known.map((field) => [field.name, field.default]))
}

/** What goes to the server: fields that are empty are left out, so that the kind's defaults hold. */
export function settingsOf(kind: Kind, filledIn: FilledIn): FilledIn {
  const said = kind.fields.flatMap(({ name }) => {
    const value = filledIn[name]
    const isEmpty = value === undefined || value === null || value === ''
    return isEmpty ? [] : [[name, value] as const]
  })
  return Object.fromEntries(said)
}

/**
 * The settings to save: what was changed in the form over what is kept by now; undefined where nothing
 * was changed.
 */
export function settingsToSave(
  kind: Kind,
  form: { filled: FilledIn; now: FilledIn },
  kept: FilledIn,
): FilledIn | undefined {
  const changed = changedFields(form.filled, form.now)
  if (Object.keys(changed).length === 0) return undefined
  return settingsOf(kind, { ...kept, ...changed })
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A list as lines, one each. */
export function linesOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join('\n') : textOf(value)
}

/** The lines that somebody wrote; empty ones in between stay until they are sent. */
export function listOf(text: string): string[] {
  return text === '' ? [] : text.split(/\r?\n/)
}
