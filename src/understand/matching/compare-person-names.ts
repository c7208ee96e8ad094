import { jaroWinkler } from '#language/jaro-winkler.ts'
import { compareNames, type PersonName, parsePersonName } from '#language/names/index.ts'
import { plainText } from './compare-text.ts'
import { type FieldComparison, indexOf, level } from './field-comparison.ts'

const LEVELS = [
  level('exact', 0.55, 1e-4, 1),
  level('variant', 0.08, 1e-4, 0.75),
  level('reading', 0.08, 2e-4, 0.5),
  level('initials', 0.04, 2e-3),
  level('close', 0.12, 5e-4, 0.5),
  level('part', 0.06, 6e-3, 0.5),
  level('different', 0.06, 0.95),
  level('conflict', 0.01, 0.04),
]

const INDEX_OF = {
  same: 0,
  variant: indexOf(LEVELS, 'variant'),
  reading: indexOf(LEVELS, 'reading'),
  initials: indexOf(LEVELS, 'initials'),
  close: indexOf(LEVELS, 'close'),
  part: indexOf(LEVELS, 'part'),
  different: indexOf(LEVELS, 'different'),
  conflict: indexOf(LEVELS, 'conflict'),
} as const

const DIFFERENT = INDEX_OF.different

/**
 * Two names in Latin letters, of family and given name each, of which no part begins like any of the
 * other: most of the pairs there are, and not worth the long comparison.
 */
function haveNothingInCommon(a: PersonName, b: PersonName): boolean {
  if (a.script !== 'latin' || b.script !== 'latin') return false
  if (a.forms.length !== 1 || b.forms.length !== 1) return false
  const [ofA, ofB] = [initialsOf(a), initialsOf(b)]
  return ofA !== 0 && ofB !== 0 && (ofA & ofB) === 0
}

const WHOLE_CHARS_MIN = 9
const WHOLE_FROM = 0.93

/** Long names in Latin letters with slips in both parts, or at the beginning of one. */
function areAlikeAsWhole(a: PersonName, b: PersonName): boolean {
  if (a.script !== 'latin' || b.script !== 'latin') return false
  const [one, other] = [a.forms[0]?.joined ?? '', b.forms[0]?.joined ?? '']
  if (Math.min(one.length, other.length) < WHOLE_CHARS_MIN) return false
  return jaroWinkler(one, other) >= WHOLE_FROM
}

/** The first letters of the parts as bits; 0 where there are not two. */
function initialsOf({ forms }: PersonName): number {
  const { family, given, others } = forms[0] ?? { others: [] }
  if (family === undefined || given === undefined || others.length > 0) return 0
  return (1 << (family.text.charCodeAt(0) & 31)) | (1 << (given.text.charCodeAt(0) & 31))
}

/** Names say more the more parts they have: many are called Ken, few Ken Tanaka. */
const FREQUENCY_MIN_OF_PARTS = [1e-3, 5e-4, 1e-7]

export const nameComparison: FieldComparison<PersonName> = {
  field: 'name',
  levels: LEVELS,
  textOf: ({ name }) => plainText(name),
  prepare: parsePersonName,
  isCostly: true,
  compare: (a, b) => {
    if (haveNothingInCommon(a, b)) return DIFFERENT
    const { level } = compareNames(a, b)
    return level === 'different' && areAlikeAsWhole(a, b) ? INDEX_OF.close : INDEX_OF[level]
  },
  frequencyKey: writtenParts,
  frequencyMin: (name) => FREQUENCY_MIN_OF_PARTS[Math.min(2, partsOf(name))] ?? 1e-3,
}

/** `Smith, John` and `John Smith` are counted as one. */
function writtenParts(name: PersonName): string {
  const parts = [name.family, name.given, name.middle].filter((part) => part !== undefined)
  return parts.length === 0 ? name.text : parts.join(' ')
}

function partsOf({ family, given, middle }: PersonName): number {
  return [family, given, middle].filter((part) => part !== undefined).length
}
