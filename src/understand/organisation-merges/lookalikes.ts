import { sql } from 'kysely'
import { foldHan } from '#language/index.ts'
import type { Transaction } from '#store/door.ts'
import { ORGANISATION_LIKENESSES, type OrganisationLikeness } from '#vocabulary/index.ts'
import { rootOrganisationOf } from './organisation-root.ts'

export interface NamedOrganisationShown {
  id: string
  name: string
  domain: string | null
}

/** Two organisations that may be one, and in what they are alike. */
export interface OrganisationPair {
  organisations: [NamedOrganisationShown, NamedOrganisationShown]
  reasons: OrganisationLikeness[]
}

interface Known extends NamedOrganisationShown {
  key: string
  reading: string | null
  mails: string[] | null
}

/** So many organisations are compared. */
const COMPARED_MAX = 20_000
/** What so many share says nothing: a provider's domain, a word. */
const SHARED_MAX = 5

/**
 * Pairs of organisations that may be one, the most alike first: of the same web domain, of names that
 * differ in legal form, spelling or width only, of the same reading, of people with addresses of the
 * same domain. Pairs of which it was said that they are two are left out. Throws `not-found` for one
 * that is asked for and is not there.
 */
export async function findOrganisationPairs(
  tx: Transaction,
  asked: { organisation?: string | undefined; limit: number },
): Promise<OrganisationPair[]> {
  const only =
    asked.organisation === undefined ? null : await rootOrganisationOf(tx, asked.organisation)
  const known = await readKnown(tx)
  const byId = new Map(known.map((one) => [one.id, one]))
  const isApart = await readApart(tx)
  const pairs: OrganisationPair[] = []
  for (const [pair, reasons] of pairsOf(known)) {
    const [a, b] = pair.split(' ').map((id) => byId.get(id))
    if (a === undefined || b === undefined || isApart(pair)) continue
    if (only !== null && a.id !== only && b.id !== only) continue
    pairs.push({ organisations: [shown(a), shown(b)], reasons })
  }
  return pairs.sort((a, b) => strength(b) - strength(a)).slice(0, asked.limit)
}

/** In what two organisations are alike; nothing for two that are not. */
export async function likenessOf(
  tx: Transaction,
  a: string,
  b: string,
): Promise<OrganisationLikeness[]> {
  const known = await readKnown(tx)
  return pairsOf(known.filter(({ id }) => id === a || id === b)).get(pairKey(a, b)) ?? []
}

async function readKnown(tx: Transaction): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select o.id, o.name, o.domain, o.name_key as key, o.name_reading as reading, (
        select array_agg(distinct lower(split_part(s.value, '@', 2)))
        from affiliation a
        join person p on p.id = a.person_id
        join handle_ownership w on w.person_id = p.id and w.until is null
        join handle_signal s on s.handle_id = w.handle_id and s.kind = 'email'
        where a.organisation_id = o.id and a.until is null) as mails
    from organisation o where o.merged_into is null
    order by o.id desc limit ${COMPARED_MAX}`.execute(tx)
  return rows
}

/** Every pair that shares something, by the two ids, the lower first, with what it shares. */
function pairsOf(known: readonly Known[]): Map<string, OrganisationLikeness[]> {
  const pairs = new Map<string, OrganisationLikeness[]>()
  for (const reason of ORGANISATION_LIKENESSES) {
    const groups = new Map<string, string[]>()
    for (const one of known) {
      for (const key of new Set(KEYS[reason](one))) {
        groups.set(key, [...(groups.get(key) ?? []), one.id])
      }
    }
    for (const ids of groups.values()) {
      if (ids.length > SHARED_MAX) continue
      for (const [i, a] of ids.entries()) {
        for (const b of ids.slice(i + 1)) {
          const key = pairKey(a, b)
          const reasons = pairs.get(key) ?? []
          // A site of both is said once.
          const isSaid = reason === 'mail' && reasons.includes('domain')
          if (!isSaid && !reasons.includes(reason)) pairs.set(key, [...reasons, reason])
        }
      }
    }
  }
  return pairs
}

const KEYS: Record<OrganisationLikeness, (of: Known) => string[]> = {
  domain: ({ domain }) => (domain === null ? [] : [domain]),
  name: ({ key }) => [plainName(key)],
  reading: ({ key, reading }) => [reading ?? '', key].map(kanaOf).filter((kana) => kana !== ''),
  // Of an organisation's people and of its own site alike.
  mail: ({ mails, domain }) => [...(mails ?? []), ...(domain === null ? [] : [domain])],
}

/** One form for old and new characters, and for kana; long marks and dots say nothing. */
function plainName(key: string): string {
  return katakana(foldHan(key)).replace(/[ー・.\-\s]/g, '')
}

/** The reading in katakana; nothing for what is written otherwise. */
function kanaOf(text: string): string {
  const kana = katakana(text.normalize('NFKC')).replace(/[・\s]/g, '')
  return /^[\u30a1-\u30fa\u30fc]{2,}$/.test(kana) ? kana.replace(/ー/g, '') : ''
}

function katakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
}

async function readApart(tx: Transaction): Promise<(pair: string) => boolean> {
  const { rows } = await sql<{ a: string; b: string }>`
    select a.root_id as a, b.root_id as b from organisation_not_same n
    join organisation_root a on a.organisation_id = n.first_id
    join organisation_root b on b.organisation_id = n.second_id`.execute(tx)
  const apart = new Set(rows.map(({ a, b }) => pairKey(a, b)))
  return (pair) => apart.has(pair)
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

function strength({ reasons }: OrganisationPair): number {
  const weights = { domain: 4, name: 3, reading: 2, mail: 1 }
  return reasons.reduce((sum, reason) => sum + weights[reason], 0)
}

function shown({ id, name, domain }: Known): NamedOrganisationShown {
  return { id, name, domain }
}
