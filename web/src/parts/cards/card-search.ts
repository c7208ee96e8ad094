import { dayOrNone, idOf, withoutEmpty, wordsOf } from '../../filters.ts'
import type { ListFilter } from '../../terms.ts'

/** Reads what colleagues keep, as a list is narrowed by it, out of the URL. */
export function readCardSearch(search: Record<string, unknown>) {
  const field = idOf(search.field)
  const said = (text: unknown) => (field === undefined ? undefined : wordsOf(text, 200))
  return withoutEmpty({
    tag: idOf(search.tag),
    owner: ownerOf(search.owner),
    field,
    fieldIs: said(search.fieldIs),
    fieldContains: said(search.fieldContains),
    fieldFrom: said(search.fieldFrom),
    fieldTo: said(search.fieldTo),
    notContactedSince: dayOrNone(search.notContactedSince),
  })
}

export type CardSearch = ReturnType<typeof readCardSearch>

/** What a new field means for what was asked of the one before. */
export const NO_FIELD = {
  field: undefined,
  fieldIs: undefined,
  fieldContains: undefined,
  fieldFrom: undefined,
  fieldTo: undefined,
} as const

function ownerOf(owner: unknown) {
  return owner === 'me' || owner === 'nobody' ? (owner as 'me' | 'nobody') : idOf(owner)
}

/** The same as a saved list keeps it. */
export function cardFilterOf(search: CardSearch): ListFilter {
  const { tag, owner, field, notContactedSince } = search
  const { fieldIs: is, fieldContains: contains, fieldFrom: from, fieldTo: to } = search
  const fields = field === undefined ? undefined : [withoutEmpty({ field, is, contains, from, to })]
  return withoutEmpty({ tag, owner, notContactedSince, fields }) as ListFilter
}

/** Whether anything of it narrows the list. */
export function isCardSearched(search: CardSearch): boolean {
  return Object.keys(cardFilterOf(search)).length > 0
}
