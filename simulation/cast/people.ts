import { happens, heavyTail, pick, pickWeighted } from '../chance/draws.ts'
import type { Chance, Community } from '../text/text-request.ts'
import { COMMUNITIES } from '../text/text-request.ts'
import type { Actor, Writing } from '../world.ts'
import type { CategoryId } from './company.ts'
import {
  ENGLISH_FAMILY_NAMES,
  ENGLISH_GIVEN_NAMES,
  FAMILY_NAMES,
  GIVEN_NAMES,
  NICKNAMES,
  TAGLINES,
} from './names.ts'

/** An actor before the accounts are opened: the words that usernames are made of come along. */
export type Draft = Omit<Actor, 'accounts'> & { usernameStem: string }

/** How big a community is against the others, how much of it writes Japanese, what it may want to buy. */
const COMMUNITY_TRAITS: Record<
  Community,
  { size: number; japanese: number; interests: readonly (readonly [CategoryId, number])[] }
> = {
  'home-coffee': {
    size: 12,
    japanese: 0.6,
    interests: [
      ['grinder', 5],
      ['coffee-maker', 4],
      ['kettle', 4],
    ],
  },
  tea: {
    size: 8,
    japanese: 0.65,
    interests: [
      ['kettle', 6],
      ['flask', 3],
    ],
  },
  camping: {
    size: 10,
    japanese: 0.75,
    interests: [
      ['flask', 6],
      ['grinder', 3],
      ['kettle', 2],
    ],
  },
  parents: {
    size: 11,
    japanese: 0.8,
    interests: [
      ['kettle', 5],
      ['flask', 4],
    ],
  },
  'office-workers': {
    size: 12,
    japanese: 0.75,
    interests: [
      ['flask', 5],
      ['coffee-maker', 3],
      ['kettle', 2],
    ],
  },
  students: {
    size: 9,
    japanese: 0.7,
    interests: [
      ['flask', 4],
      ['kettle', 4],
    ],
  },
  cooking: {
    size: 9,
    japanese: 0.7,
    interests: [
      ['kettle', 5],
      ['coffee-maker', 3],
    ],
  },
  gadgets: {
    size: 9,
    japanese: 0.55,
    interests: [
      ['coffee-maker', 5],
      ['kettle', 3],
      ['grinder', 3],
    ],
  },
  running: { size: 6, japanese: 0.65, interests: [['flask', 6]] },
  'small-shops': {
    size: 4,
    japanese: 0.75,
    interests: [
      ['grinder', 5],
      ['coffee-maker', 5],
    ],
  },
  interior: {
    size: 6,
    japanese: 0.7,
    interests: [
      ['kettle', 6],
      ['coffee-maker', 4],
    ],
  },
  games: {
    size: 4,
    japanese: 0.5,
    interests: [
      ['kettle', 3],
      ['flask', 3],
      ['coffee-maker', 3],
    ],
  },
}

const POSTS_HELD = [
  'カスタマーサポート',
  '広報',
  '商品企画',
  '営業',
  '品質管理',
  '代表取締役',
] as const

/** So many work for the company: 12 of 2,000, never fewer than 3. */
export function staffCount(people: number): number {
  return Math.max(3, Math.min(12, Math.round(people / 100)))
}

/** The individuals of the world, staff first. */
export function draftPeople(
  count: number,
  chance: Chance,
  writing: Writing,
  voices: Chance,
): Draft[] {
  const staff = staffCount(count)
  return Array.from({ length: count }, (_, index) =>
    index < staff
      ? draftStaff(index, chance, writing, voices)
      : draftPerson(index, chance, writing, voices),
  )
}

function draftPerson(index: number, chance: Chance, writing: Writing, voices: Chance): Draft {
  const community = pickWeighted(
    chance,
    COMMUNITIES.map((one) => [one, COMMUNITY_TRAITS[one].size] as const),
  )
  const traits = COMMUNITY_TRAITS[community]
  const language = happens(chance, traits.japanese) ? 'ja' : 'en'
  return {
    index,
    id: personId(index),
    role: 'public',
    isOrganisation: false,
    ...(language === 'ja' ? japaneseName(community, chance) : englishName(community, chance)),
    voice: writing.makeVoice(community, language, voices),
    utcOffsetHours: language === 'ja' ? 9 : pick(chance, [0, 0, 1, -5, -5, -8]),
    pace: heavyTail(chance, 40) / 3.2,
    influence: Math.min(heavyTail(chance, 12) / 3.2, 2.5),
    popularity: heavyTail(chance, 100),
    interests: interestsOf(traits.interests, chance),
    eagerness: 0.4 + 1.2 * chance(),
  }
}

function draftStaff(index: number, chance: Chance, writing: Writing, voices: Chance): Draft {
  const { name, ...names } = fullJapaneseName(chance)
  const position = POSTS_HELD[index < 3 ? 0 : 1 + (index % (POSTS_HELD.length - 1))] ?? ''
  const voice = writing.makeVoice('office-workers', 'ja', voices)
  return {
    index,
    id: personId(index),
    role: 'staff',
    isOrganisation: false,
    name: `${name}（コトユ）`,
    ...names,
    position,
    companyId: 'kotoyu',
    voice: { ...voice, register: 'staff' },
    utcOffsetHours: 9,
    pace: 0.8,
    influence: 0.7,
    popularity: 2,
    interests: [],
    eagerness: 0,
  }
}

function personId(index: number): string {
  return `person-${String(index + 1).padStart(5, '0')}`
}

function interestsOf(
  among: readonly (readonly [CategoryId, number])[],
  chance: Chance,
): CategoryId[] {
  const first = pickWeighted(chance, among)
  if (happens(chance, 0.5)) return [first]
  const second = pickWeighted(chance, among)
  return second === first ? [first] : [first, second]
}

type NameParts = Pick<Draft, 'name' | 'usernameStem'> & {
  family?: string
  given?: string
  reading?: string
}

function fullJapaneseName(chance: Chance) {
  const family = pick(chance, FAMILY_NAMES)
  const given = pick(chance, GIVEN_NAMES)
  return {
    name: `${family.kanji} ${given.kanji}`,
    family: family.kanji,
    given: given.kanji,
    reading: `${family.kana} ${given.kana}`,
    usernameStem: `${given.romaji}_${family.romaji}`,
    romaji: { family: family.romaji, given: given.romaji },
    kana: given.kana,
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Names as Japanese accounts show them: in full, in kana, in Roman letters, a nickname, with a tagline. */
function japaneseName(community: Community, chance: Chance): NameParts {
  const { romaji, kana, ...full } = fullJapaneseName(chance)
  const style = pickWeighted(chance, [
    ['full', 38],
    ['kana', 14],
    ['romaji', 14],
    ['nickname', 20],
    ['tagline', 14],
  ] as const)
  const nickname = pick(chance, NICKNAMES.ja)
  const tagline = TAGLINES[community].ja
  switch (style) {
    case 'full':
      return full
    case 'kana':
      return { ...full, name: kana }
    case 'romaji':
      return { ...full, name: `${capital(romaji.given)} ${capital(romaji.family)}` }
    case 'tagline':
      return { ...full, name: `${full.family}｜${tagline}` }
    case 'nickname':
      return { ...full, name: happens(chance, 0.3) ? `${nickname}@${tagline}` : nickname }
  }
}

function englishName(community: Community, chance: Chance): NameParts {
  const family = pick(chance, ENGLISH_FAMILY_NAMES)
  const given = pick(chance, ENGLISH_GIVEN_NAMES)
  const stem = `${given}${family}`.toLowerCase()
  const parts = { family, given, name: `${given} ${family}`, usernameStem: stem }
  const style = pickWeighted(chance, [
    ['full', 50],
    ['given', 18],
    ['nickname', 18],
    ['tagline', 14],
  ] as const)
  const nickname = pick(chance, NICKNAMES.en)
  switch (style) {
    case 'full':
      return parts
    case 'given':
      return { ...parts, name: given }
    case 'nickname':
      return { ...parts, name: nickname, usernameStem: nickname }
    case 'tagline':
      return { ...parts, name: `${given} (${TAGLINES[community].en})` }
  }
}
