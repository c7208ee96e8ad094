import type { MatchRecord } from '#understand/index.ts'
import { type Chance, seededChance } from '#vocabulary/index.ts'
import { misspell } from './misspell.ts'

/** Records of people who never lived, and who is who among them. */
export interface MatchWorld {
  records: MatchRecord[]
  personOf: Map<string, number>
}

/** `contacts`: rows of lists; `social`: profiles; `sparse`: name and place; `wide`: many columns under `more`. */
export const MATCH_WORLDS = ['contacts', 'social', 'sparse', 'wide'] as const
export type MatchWorldKind = (typeof MATCH_WORLDS)[number]

export interface MatchWorldOptions {
  people: number
  kind: MatchWorldKind
  seed: number
  /** Records of each person, on average; one at least. */
  recordsEach?: number
  /** Chance that a value of a record is misspelt, 0..1. */
  slips?: number
  missing?: number
  /** Share of people who live with the one before: family name, address, phone. */
  households?: number
}

const FAMILIES = `斎藤/さいとう/saito 高橋/たかはし/takahashi 田中/たなか/tanaka 鈴木/すずき/suzuki 渡辺/わたなべ/watanabe
  伊藤/いとう/ito 山本/やまもと/yamamoto 中村/なかむら/nakamura 小林/こばやし/kobayashi 加藤/かとう/kato 吉田/よしだ/yoshida
  山田/やまだ/yamada 佐々木/ささき/sasaki 山口/やまぐち/yamaguchi 松本/まつもと/matsumoto 井上/いのうえ/inoue 木村/きむら/kimura
  林/はやし/hayashi 清水/しみず/shimizu 山崎/やまざき/yamazaki 森/もり/mori 阿部/あべ/abe 池田/いけだ/ikeda 橋本/はしもと/hashimoto
  石川/いしかわ/ishikawa 前田/まえだ/maeda 藤田/ふじた/fujita 後藤/ごとう/goto 岡田/おかだ/okada 長谷川/はせがわ/hasegawa`
const GIVENS = `太郎/たろう/taro 花子/はなこ/hanako 一郎/いちろう/ichiro 健太/けんた/kenta 美咲/みさき/misaki 翔太/しょうた/shota
  陽子/ようこ/yoko 直樹/なおき/naoki 恵子/けいこ/keiko 大輔/だいすけ/daisuke 由美/ゆみ/yumi 誠/まこと/makoto 明美/あけみ/akemi
  和也/かずや/kazuya 真理子/まりこ/mariko 拓也/たくや/takuya 裕子/ゆうこ/yuko 浩二/こうじ/koji 彩香/あやか/ayaka 修/おさむ/osamu`
const GIVEN_LATIN = `james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan
  joseph jessica thomas sarah charles karen daniel lisa matthew nancy anthony betty mark sandra steven ashley paul emily
  andrew kimberly joshua donna kenneth michelle kevin carol brian amanda george melissa timothy deborah ahmed fatima
  lukas sofia pierre chloe diego lucia marco giulia ivan olga wei mei raj priya`
const SYLLABLES = `bar wen dor mil har stan ker low pet tor gran vel mar hol bri cas fen gar lin mor nor pel ros sal ted
  ul van wil yar zan ash bel cor dun el fal gil hen ing jor`
const ENDS = 'son ton man er ley well ford wood field berg ini ov ez ski smith ham'
const CITIES = `Tokyo/東京都 Osaka/大阪市 Kyoto/京都市 Nagoya/名古屋市 Sapporo/札幌市 Fukuoka/福岡市 London Manchester Leeds Paris
  Berlin Hamburg Madrid Milan Boston Chicago Seattle Austin Denver Toronto Sydney Melbourne Perth Dublin Oslo`
const STREETS =
  'High Station Church Park Mill Victoria Green Queens Bridge Albert Lake Hill River Forest Garden'
const PLATFORMS = ['x', 'mastodon', 'github', 'bluesky', 'reddit']
const MAIL = ['gmail.com', 'example.com', 'yahoo.co.jp', 'example.org', 'outlook.com']
const BIO = `coffee designer runner father mother engineer photography cats dogs music films cycling baking chess travel
  books gardens camera hiking kyoto startup research teaching history games football climbing tea ramen`

/** One person, from whom records are drawn. */
interface Person {
  family: string[]
  given: string[]
  birth: string
  city: string[]
  address: string
  phone: string
  email: string
  handle: string
  organisation: string
  bio: string[]
}

const list = (text: string): string[] => text.trim().split(/\s+/)
const pick = <Item>(chance: Chance, items: readonly Item[], bent = 1): Item =>
  items[Math.floor(chance() ** bent * items.length)] as Item

/** A world of records that is the same for the same options. */
export function makeMatchWorld(options: MatchWorldOptions): MatchWorld {
  const chance = seededChance(options.seed, options.kind)
  const personOf = new Map<string, number>()
  const records: MatchRecord[] = []
  const taken = new Set<string>()
  let last: Person | undefined
  for (let person = 0; person < options.people; person++) {
    const isRelative = last !== undefined && chance() < (options.households ?? 0.1)
    const made: Person = makePerson(chance, person, isRelative ? last : undefined)
    last = made
    // No platform gives a handle twice.
    while (taken.has(made.handle)) made.handle += String(Math.floor(chance() * 10))
    taken.add(made.handle)
    const count = 1 + Math.floor(chance() * 2 * ((options.recordsEach ?? 2) - 1) + 0.5)
    for (let copy = 0; copy < count; copy++) {
      const id = `${(chance() * 2 ** 32).toString(36)}-${person}-${copy}`
      records.push({ id, ...drawRecord(chance, made, copy, options) })
      personOf.set(id, person)
    }
  }
  return { records, personOf }
}

function makePerson(chance: Chance, number: number, relative: Person | undefined): Person {
  const isJapanese = relative === undefined ? chance() < 0.4 : relative.family.length === 3
  const family =
    relative?.family ??
    (isJapanese ? pick(chance, list(FAMILIES), 1.5).split('/') : [surname(chance)])
  const given = isJapanese
    ? pick(chance, list(GIVENS)).split('/')
    : [pick(chance, list(GIVEN_LATIN), 1.5)]
  const latin = `${given.at(-1)}${pick(chance, ['', '.', '_'])}${family.at(-1)}`
  if (relative !== undefined && relative.given[0] === given[0])
    return makePerson(chance, number, relative)
  const year = 1940 + Math.floor(chance() * 65)
  const digits = String(Math.floor(chance() * 9000) + 1000)
  const nick =
    pick(chance, list(SYLLABLES)) + pick(chance, list(SYLLABLES)) + pick(chance, list(SYLLABLES))
  const handle =
    chance() < 0.4
      ? `${latin}${chance() < 0.6 ? digits.slice(0, 2) : ''}`
      : `${nick}${chance() < 0.5 ? digits : ''}`
  return {
    family,
    given,
    birth: `${year}-${two(1 + chance() * 12)}-${two(1 + chance() * 28)}`,
    city: relative?.city ?? pick(chance, list(CITIES), 1.5).split('/'),
    address:
      relative?.address ??
      `${1 + Math.floor(chance() * 200)} ${pick(chance, list(STREETS))} ${pick(chance, ['Street', 'Road', 'Lane', 'Avenue'])}`,
    phone:
      relative !== undefined && chance() < 0.5
        ? relative.phone
        : `090-${digits}-${String(Math.floor(chance() * 9000) + 1000)}`,
    email: `${handle}${number % 7 === 0 ? '' : number % 100}@${pick(chance, MAIL)}`,
    handle,
    organisation: `${surname(chance)} ${pick(chance, ['Ltd', 'Inc.', 'GmbH', 'KK', ''])}`.trim(),
    bio: Array.from({ length: 8 }, () => pick(chance, list(BIO))),
  }
}

function surname(chance: Chance): string {
  const parts = [
    pick(chance, list(SYLLABLES), 1.3),
    chance() < 0.5 ? pick(chance, list(SYLLABLES)) : '',
    pick(chance, list(ENDS)),
  ]
  return parts.join('')
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}

/** A name as somebody writes it: scripts, order, initials. */
function writtenName(chance: Chance, { family, given }: Person): string {
  const capital = (word = '') => word.charAt(0).toUpperCase() + word.slice(1)
  const way = chance()
  if (family.length === 3) {
    const script = way < 0.6 ? 0 : way < 0.75 ? 1 : 2
    if (script < 2) return `${family[script]}${chance() < 0.5 ? ' ' : ''}${given[script]}`
    return chance() < 0.5
      ? `${capital(given[2])} ${capital(family[2])}`
      : `${capital(family[2])} ${capital(given[2])}`
  }
  if (way < 0.06) return `${capital(given[0]).charAt(0)}. ${capital(family[0])}`
  return way < 0.12
    ? `${capital(family[0])}, ${capital(given[0])}`
    : `${capital(given[0])} ${capital(family[0])}`
}

function drawRecord(
  chance: Chance,
  person: Person,
  copy: number,
  { kind, slips = 0.15, missing = 0.15 }: MatchWorldOptions,
): Omit<MatchRecord, 'id'> {
  const name = writtenName(chance, person)
  const location = pick(chance, person.city)
  const shaken = (fields: Record<string, string>) => {
    const kept: Record<string, string> = {}
    for (const [field, value] of Object.entries(fields)) {
      if (chance() < missing && field !== 'platform') continue
      kept[field] = chance() < slips && field !== 'platform' ? misspell(chance, value) : value
    }
    return kept
  }
  if (kind === 'sparse')
    return { ...shaken({ location }), name: chance() < slips ? misspell(chance, name) : name }
  if (kind === 'social') {
    const handle = chance() < 0.75 ? person.handle : `${person.handle}_${two(chance() * 99)}`
    const platform = PLATFORMS[copy % PLATFORMS.length] as string
    const bio = person.bio.filter(() => chance() < 0.7).join(' ')
    const email = chance() < 0.25 ? { email: person.email } : {}
    const lang = person.family.length === 3 ? 'ja' : 'en'
    return {
      ...shaken({ name, location, bio, organisation: person.organisation, lang, ...email }),
      platform,
      handle,
    }
  }
  const { birth, address, phone, email, organisation } = person
  if (kind === 'contacts')
    return shaken({ name, location, birth, address, phone, email, organisation })
  const [given = '', family = ''] = [person.given.at(-1), person.family.at(-1)]
  const swap = chance() < 0.03
  const more = {
    given: swap ? family : given,
    family: swap ? given : family,
    city: location,
    birth: birth.replaceAll('-', ''),
    phone,
    employer: organisation,
  }
  const [number = '', ...street] = address.split(' ')
  return { more: shaken({ ...more, number, street: street.join(' ') }) }
}
