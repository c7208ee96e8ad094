import { knownFields } from '#listen/index.ts'
import {
  EnishiError,
  type IncomingHandle,
  type IncomingPerson,
  type IncomingProfile,
} from '#vocabulary/index.ts'
import { listHandle } from '../file/list-handles.ts'
import { composedName } from '../file/read-person-row.ts'
import { readDetail, type WrittenDetail } from './read-detail.ts'

/** Somebody as a member writes them down. */
export interface WrittenPerson {
  displayName?: string | undefined
  familyName?: string | undefined
  givenName?: string | undefined
  nameReading?: string | undefined
  emails: readonly string[]
  phones: readonly string[]
  accounts: readonly { platform?: string | undefined; name: string }[]
  organisation?: { name: string; role?: string | undefined } | undefined
}

/** Where accounts of people stand of whom nothing but the name was written down. */
const SCOPE = 'hand'

/**
 * What a member has written of somebody, as a list would tell it. Whoever is written down without any
 * contact detail gets an account of our own, by `id`. Throws `bad-input`.
 */
export function readPerson(written: WrittenPerson, reading: Reading): IncomingProfile {
  const profile = readUnfinished(written, reading, detailsOf(written, reading))
  if (profile === undefined) throw saysNothing()
  return profile
}

interface Reading {
  /** Whose phone numbers are meant where none is said. */
  country: string
  id: string
}

/** The same of what is still being written: what cannot be read yet is left out. Undefined for nothing. */
export function readDraft(written: WrittenPerson, reading: Reading): IncomingProfile | undefined {
  const details = writtenDetails(written).flatMap(([detail, field]) => {
    try {
      return readDetail(detail, { country: reading.country, scope: reading.id }, field)
    } catch (fault) {
      if (fault instanceof EnishiError) return []
      throw fault
    }
  })
  return readUnfinished(written, reading, details)
}

function readUnfinished(
  written: WrittenPerson,
  { id }: Reading,
  details: readonly IncomingHandle[],
): IncomingProfile | undefined {
  const person = personOf(written)
  if (person.displayName === undefined && details.length === 0) return undefined
  const [handle = standIn(id, person.displayName), ...alsoHandles] = details
  return { kind: 'profile', handle, person, alsoHandles }
}

/** The account of our own that somebody has of whom no other is known. */
export function standIn(id: string, displayName: string | undefined): IncomingHandle {
  return knownFields<IncomingHandle>({ ...listHandle(id, SCOPE), displayName, kind: 'person' })
}

function personOf(written: WrittenPerson): IncomingPerson {
  const { displayName, familyName, givenName, nameReading, organisation } = written
  const [family, given] = [familyName || undefined, givenName || undefined]
  return knownFields<IncomingPerson>({
    displayName: displayName || composedName({ family, given }),
    familyName: family,
    givenName: given,
    nameReading: nameReading || undefined,
    organisation:
      organisation === undefined
        ? undefined
        : knownFields<NonNullable<IncomingPerson['organisation']>>(organisation),
  })
}

function detailsOf(written: WrittenPerson, { country, id: scope }: Reading): IncomingHandle[] {
  const found = writtenDetails(written).map(([detail, field]) =>
    readDetail(detail, { country, scope }, field),
  )
  return [...new Map(found.map((one) => [`${one.platform}\n${one.externalId}`, one])).values()]
}

/** Each with the field that it stands in. */
function writtenDetails({ emails, phones, accounts }: WrittenPerson): [WrittenDetail, string][] {
  return [
    ...emails.map((text): [WrittenDetail, string] => [{ kind: 'email', text }, 'emails']),
    ...phones.map((text): [WrittenDetail, string] => [{ kind: 'phone', text }, 'phones']),
    ...accounts.map(({ platform, name: text }): [WrittenDetail, string] => [
      { kind: 'account', text, platform },
      'accounts',
    ]),
  ]
}

function saysNothing(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Give a name, a mail address, a phone number or an account.',
      ja: '名前、メールアドレス、電話番号、アカウントのいずれかを入力してください。',
    },
    { field: 'displayName' },
  )
}
