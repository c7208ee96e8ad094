import { bareName } from './bare-name.ts'
import { formsOf } from './forms.ts'
import { type BearerJudgement, judgeBearer } from './organisation-like.ts'
import type { NameForm, PersonName } from './person-name.ts'
import { nameReadings } from './readings.ts'

/** What a display name may be long; more is text, and only its beginning is looked at. */
const LENGTH_MAX = 200

/**
 * Takes a display name or a handle apart: decorations, roles, honorifics and titles away, the
 * reading in brackets or behind a slash aside, family and given name told apart in either order,
 * with or without a space. Never throws; a text without letters has no forms.
 */
export function parsePersonName(text: string): PersonName {
  const cut = text.slice(0, LENGTH_MAX)
  const judged = judgeBearer(cut)
  const bare = bareName(cut)
  const forms = formsOf(bare)
  const main = forms[0]
  const bearer = isOfficialPerson(judged, main) ? 'person' : judged.bearer
  const reading = forms.find((form) => form.origin === 'reading' && form.script === 'kana')
  return {
    text: bare.words.join(' '),
    ...writtenParts(main),
    ...(reading === undefined ? {} : { reading: partsOf(reading).join(' ') }),
    ...(bare.honorific === undefined ? {} : { honorific: bare.honorific }),
    ...(bare.generation === undefined ? {} : { generation: bare.generation }),
    script: main?.script ?? 'none',
    order: main?.order ?? 'unknown',
    isOrganisationLike: bearer !== 'person',
    bearer,
    forms,
  }
}

/** 佐藤健太【公式】 is the person's own account, ソニー公式 is not. */
function isOfficialPerson({ sign }: BearerJudgement, form: NameForm | undefined): boolean {
  if (sign === undefined || !/^(?:公式|official|おふぃしゃる)$/.test(sign)) return false
  const { familySounds, givenSounds } = nameReadings()
  return (
    form?.family?.looseSounds.some((sound) => familySounds.has(sound)) === true &&
    form.given?.looseSounds.some((sound) => givenSounds.has(sound)) === true
  )
}

function partsOf(form: NameForm): string[] {
  const parts = [form.family, form.given, ...form.others]
  return parts.flatMap((part) => (part === undefined ? [] : [part.raw]))
}

type Written = Pick<PersonName, 'family' | 'given' | 'middle'>

function writtenParts(form: NameForm | undefined): Written {
  if (form === undefined) return {}
  const middle = form.family !== undefined && form.given !== undefined ? form.others : []
  return {
    ...(form.family === undefined ? {} : { family: form.family.written }),
    ...(form.given === undefined ? {} : { given: form.given.written }),
    ...(middle.length === 0 ? {} : { middle: middle.map((part) => part.written).join(' ') }),
  }
}
