import { nameKeys, type PersonName } from '#language/names/index.ts'
import type { PreparedAddress } from './compare-addresses.ts'
import {
  coreOf,
  isShared,
  type PreparedEmail,
  type PreparedHandle,
  prepareEmail,
  prepareHandle,
  type ReadPhone,
} from './compare-contacts.ts'
import { linksOf, type PreparedLinks } from './compare-links.ts'
import { pictureKeys } from './compare-pictures.ts'
import type { MatchRecord } from './match-record.ts'
import { knownComparisons } from './record-table.ts'

/** The prepared values of a record that keys are made of. */
export interface KeyedValues {
  email?: PreparedEmail | undefined
  phone?: string | undefined
  handle?: PreparedHandle | undefined
  link?: PreparedLinks | undefined
  name?: PersonName | undefined
  birth?: string | undefined
  address?: PreparedAddress | undefined
  location?: string | undefined
  organisation?: string | undefined
  url?: string | undefined
  avatar?: string | undefined
}

/** Shorter handles are had by too many to be a reason to look. */
const CORE_CHARS_MIN = 3
const PREFIX_CHARS = 4

/**
 * The keys of a record: two records are compared when they share one. A union of them, so that a
 * slip, a change or a gap in some fields leaves others: mailbox, phone, what was chosen as handle or
 * before the @, pages, name in each script, name with birth, place or organisation, address.
 */
export function keysOf(values: KeyedValues): string[] {
  const keys = new Set<string>()
  addContactKeys(keys, values)
  addNameKeys(keys, values)
  const { birth, address, avatar } = values
  if (birth?.length === 8) keys.add(`b ${birth}`)
  if (avatar !== undefined) for (const key of pictureKeys(avatar)) keys.add(key)
  if (address !== undefined) addAddressKeys(keys, address)
  return [...keys]
}

function addContactKeys(keys: Set<string>, { email, phone, handle, link, url }: KeyedValues): void {
  if (email !== undefined) {
    keys.add(`e ${email.mailbox}`)
    addCore(keys, coreOf(email.local))
  }
  if (phone !== undefined) keys.add(`t ${phone.slice(-9)}`)
  if (handle !== undefined) {
    addCore(keys, handle.core)
    if (handle.stem !== handle.core) addCore(keys, handle.stem)
  }
  if (url !== undefined) keys.add(`l ${url}`)
  for (const page of link?.pages ?? []) keys.add(`l ${page}`)
  for (const page of link?.links ?? []) keys.add(`l ${page}`)
}

function addCore(keys: Set<string>, core: string): void {
  if (core.length >= CORE_CHARS_MIN && !isShared(core)) keys.add(`h ${core}`)
}

function addNameKeys(keys: Set<string>, values: KeyedValues): void {
  const { name, birth, location, organisation } = values
  if (name === undefined) return
  const own = nameKeys(name)
  for (const key of own) keys.add(`n ${key}`)
  const start = plainName(name).slice(0, PREFIX_CHARS)
  if (birth !== undefined) keys.add(`ny ${start} ${birth.slice(0, 4)}`)
  if (location !== undefined) keys.add(`np ${start} ${location}`)
  if (organisation !== undefined) keys.add(`no ${start} ${organisation}`)
  const { family, given } = name
  if (family === undefined || given === undefined) return
  const familyKey = plainWord(family)
  const givenKey = plainWord(given)
  keys.add(`nf ${familyKey.slice(0, 3)} ${givenKey.slice(0, 3)}`)
  keys.add(`ns ${[skeleton(familyKey), skeleton(givenKey)].sort().join(' ')}`)
}

function addAddressKeys(keys: Set<string>, address: PreparedAddress): void {
  const { numbers, postcode, street, longest } = address
  if (postcode !== undefined) keys.add(`ap ${postcode} ${numbers[0] ?? ''}`)
  if (numbers.length > 0) keys.add(`as ${numbers.join('-')} ${street.joined.slice(0, 8)}`)
  if (longest !== undefined) keys.add(`aw ${longest} ${numbers[0] ?? ''}`)
}

/** All parts of a name as one word, for sorting and for its beginning. */
export function plainName(name: PersonName): string {
  return plainWord(name.forms[0]?.joined ?? name.text)
}

function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Latin words without their vowels and doublings, as they are often misspelt. */
function skeleton(word: string): string {
  return (
    word.slice(0, 1) +
    word
      .slice(1)
      .replace(/[aeiouyhw]/g, '')
      .replace(/(.)\1+/g, '$1')
  )
}

/** The blocking keys of one record, for looking up candidates in an index that holds them. */
export function blockingKeys(record: MatchRecord, readPhone: ReadPhone): string[] {
  const { name, address, phone, location, organisation, url, birth, handle, email, avatar } =
    knownComparisons(readPhone)
  const written = {
    email: email.textOf(record),
    handle: handle.textOf(record),
    name: name.textOf(record),
    address: address.textOf(record),
  }
  return keysOf({
    email: prepared(written.email, prepareEmail),
    handle: prepared(written.handle, prepareHandle),
    name: prepared(written.name, name.prepare),
    address: prepared(written.address, address.prepare),
    phone: phone.textOf(record),
    link: linksOf(record),
    location: location.textOf(record),
    organisation: organisation.textOf(record),
    url: url.textOf(record),
    birth: birth.textOf(record),
    avatar: avatar.textOf(record),
  })
}

function prepared<Prepared>(
  text: string | undefined,
  prepare: (text: string) => Prepared,
): Prepared | undefined {
  return text === undefined ? undefined : prepare(text)
}
