import type { Asked } from '../../api.ts'
import { withoutEmpty } from '../../filters.ts'

/** What stands in the fields of the form, as it was typed. */
export interface Draft {
  familyName: string
  givenName: string
  nameReading: string
  emails: string
  phones: string
  platform: string
  account: string
  organisation: string
  department: string
  role: string
}

export const EMPTY: Draft = {
  ...{ familyName: '', givenName: '', nameReading: '', emails: '', phones: '' },
  ...{ platform: '', account: '', organisation: '', department: '', role: '' },
}

/** Several in one field: `a, b`, `a、b`. */
export function severalOf(text: string): string[] {
  return text
    .split(/[,、，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The person that the draft says, as it is asked for and added. */
export function personOf(draft: Draft): Asked<'POST /people/lookalikes'>['body'] {
  const { familyName, givenName, nameReading, platform } = trimmed(draft)
  const { account, organisation: name, department, role } = trimmed(draft)
  return {
    ...withoutEmpty({ familyName, givenName, nameReading }),
    emails: severalOf(draft.emails),
    phones: severalOf(draft.phones),
    accounts: account === '' ? [] : [{ name: account, ...withoutEmpty({ platform }) }],
    ...(name === '' ? {} : { organisation: { name, ...withoutEmpty({ department, role }) } }),
  }
}

function trimmed(draft: Draft): Draft {
  const fields = Object.entries(draft).map(([field, text]) => [field, text.trim()])
  return Object.fromEntries(fields) as Draft
}

/** Whether there is anything by which somebody could be known. */
export function saysAnything(draft: Draft): boolean {
  const { familyName, givenName, emails, phones, account } = trimmed(draft)
  return [familyName, givenName, emails, phones, account].some((text) => text !== '')
}
