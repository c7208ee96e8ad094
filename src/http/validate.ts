import { z } from 'zod'
import { EnishiError } from '#vocabulary/index.ts'

const inEnglish = z.locales.en().localeError
const inJapanese = z.locales.ja().localeError

/** What the schema makes of the value; throws `bad-input` with the first field at fault. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const english = schema.safeParse(value, { error: inEnglish })
  if (english.success) return english.data
  const japanese = schema.safeParse(value, { error: inJapanese })
  const field = english.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new EnishiError(
    'bad-input',
    { en: firstWords(english.error), ja: firstWords(japanese.error) },
    field === '' ? {} : { field },
  )
}

function firstWords(error: z.ZodError | undefined): string {
  return error?.issues[0]?.message ?? ''
}
