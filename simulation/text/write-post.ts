import { claimFits, isBeforeArrival, signOf } from './claims.ts'
import { clashes, isSayableBy } from './clash.ts'
import { dress } from './dress.ts'
import {
  type Fragment,
  fragmentsFor,
  fragmentsOf,
  kindOf,
  pickOne,
  settle,
  suits,
} from './fragment.ts'
import {
  type Mood,
  type OfficeText,
  type Phrasebook,
  PRODUCT_PURPOSES,
  type ProductPurpose,
  type Tones,
} from './phrasebook.ts'
import { PHRASEBOOK_EN } from './phrasebook-en.ts'
import { PHRASEBOOK_JA } from './phrasebook-ja.ts'
import { isNeutral, reactionsTo } from './reaction.ts'
import { fillSlots, frameOf } from './slots.ts'
import type { Chance, Purpose, Register, TextRequest, WrittenText } from './text-request.ts'

export { makeVoice } from './voice.ts'

/** Writes the posts of one world and remembers what it has written. */
export interface Writer {
  write(request: TextRequest): WrittenText
}

/** What was said before: frames and fragments, with how often. */
interface Memory {
  frames: Map<string, number>
  fragments: Map<string, number>
}

/**
 * A writer for one world: a frame that was used before is tried again up to `triesMax` times, and the
 * least worn one of the tries is taken; the same goes for each fragment.
 */
export function createWriter(chance: Chance, { triesMax = 14 } = {}): Writer {
  const memory: Memory = { frames: new Map(), fragments: new Map() }
  return { write: (request) => writeFresh(request, chance, memory, triesMax) }
}

/**
 * One post, without memory of others. A claim that doesn't fit the purpose is left out, as
 * `claim` of the answer then says.
 * @throws RangeError when the purpose needs a product or a rival that the request doesn't name
 */
export function writePost(request: TextRequest, chance: Chance): WrittenText {
  return writeFresh(request, chance, { frames: new Map(), fragments: new Map() }, 1)
}

function writeFresh(
  request: TextRequest,
  chance: Chance,
  memory: Memory,
  triesMax: number,
): WrittenText {
  let best: Draft | undefined
  let worn = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < triesMax && worn > 0; tries++) {
    const draft = draftPost(request, chance, memory)
    const used = memory.frames.get(draft.written.frame) ?? 0
    if (used < worn) {
      best = draft
      worn = used
    }
  }
  if (!best) throw new RangeError('triesMax must be 1 or more')
  count(memory.frames, best.written.frame)
  for (const source of best.sources) count(memory.fragments, source)
  return best.written
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

interface Draft {
  written: WrittenText
  /** The lines of the phrasebook that it is made of. */
  sources: readonly string[]
}

/** A post in the making. */
interface Desk {
  request: TextRequest
  book: Phrasebook
  chance: Chance
  memory: Memory
  parts: string[]
  sources: string[]
}

const MOOD_OF: Readonly<Record<Purpose, Mood>> = {
  'daily-life': 'daily',
  'community-talk': 'daily',
  discover: 'noticing',
  ask: 'curious',
  compare: 'curious',
  intend: 'eager',
  recommend: 'glad',
  warn: 'sour',
  delight: 'glad',
  'so-so': 'flat',
  complain: 'sour',
  support: 'help',
  renew: 'glad',
  leave: 'sour',
  'answer-for': 'answer',
  'answer-against': 'answer',
  react: 'daily',
  announce: 'daily',
  report: 'daily',
  'staff-answer': 'daily',
}

function draftPost(request: TextRequest, chance: Chance, memory: Memory): Draft {
  const { language, register } = request.voice
  const book = language === 'ja' ? PHRASEBOOK_JA : PHRASEBOOK_EN
  const desk: Desk = { request, book, chance, memory, parts: [], sources: [] }
  const said = compose(desk)
  const mood = moodOf(request)
  const voice = isOffice(request.purpose)
    ? { ...request.voice, register: 'press' as const }
    : { ...request.voice, register }
  const dressed = dress(join(desk.parts, language), voice, mood, book, chance)
  return { written: { ...finish(dressed, request, chance), ...said }, sources: desk.sources }
}

function finish(dressed: string, request: TextRequest, chance: Chance): WrittenText {
  return { text: fillSlots(dressed, request, chance), frame: frameOf(dressed) }
}

/** Parts without a full stop get one when something follows. */
function join(parts: readonly string[], language: 'ja' | 'en'): string {
  const last = parts.length - 1
  if (language === 'ja') {
    const isOpen = (part: string, i: number) => i < last && !/[。！？!?、」）)]$/.test(part)
    return parts.map((part, i) => (isOpen(part, i) ? `${part}。` : part)).join('')
  }
  const isOpen = (part: string, i: number) => i < last && !/[.!?,:)"]$/.test(part)
  return parts.map((part, i) => (isOpen(part, i) ? `${part}.` : part)).join(' ')
}

/** A reaction shares the mood of what it answers. */
function moodOf({ purpose, answers }: TextRequest): Mood {
  return purpose === 'react' && answers ? MOOD_OF[answers] : MOOD_OF[purpose]
}

function isOffice(purpose: Purpose): boolean {
  return purpose === 'announce' || purpose === 'report' || purpose === 'staff-answer'
}

function isProductPurpose(purpose: Purpose): purpose is ProductPurpose {
  return (PRODUCT_PURPOSES as readonly Purpose[]).includes(purpose)
}

type Said = Pick<WrittenText, 'claim' | 'question'>

/** Lays the parts of the post on the desk; says which claim it holds or which question it asks. */
function compose(desk: Desk): Said {
  const { purpose } = desk.request
  if (isProductPurpose(purpose)) return composeAboutProduct(desk, purpose)
  if (purpose === 'react') composeReaction(desk)
  else if (isOffice(purpose)) composeOfOffice(desk)
  else composeDaily(desk)
  return {}
}

function composeAboutProduct(desk: Desk, purpose: ProductPurpose): Said {
  const { book, request } = desk
  const question = purpose === 'ask' ? request.question : undefined
  const claim = request.claim && claimFits(request.claim, purpose) ? request.claim : undefined
  if (question) addOne(desk, drawable(desk, book.questions[question]))
  else if (!claim) addKernel(desk, book.kernels[purpose])
  else addClaim(desk, purpose, claim)
  addSurroundings(desk, MOOD_OF[purpose])
  return { ...(claim ? { claim } : {}), ...(question ? { question } : {}) }
}

function addKernel(desk: Desk, tones: Tones): void {
  const { request } = desk
  const all = suitable(desk, drawable(desk, tones))
  const fitting = all.filter(({ text }) => isSlotKnown(text, request))
  const named = fitting.filter(({ text }) => text.includes('{P}'))
  const rivalled = named.filter(({ text }) => text.includes('{R}'))
  const isNamed = request.product !== undefined && named.length > 0 && desk.chance() > 0.06
  const preferred = request.rival && rivalled.length > 0 && desk.chance() < 0.8 ? rivalled : named
  if (!addOne(desk, isNamed ? preferred : fitting)) {
    throw new RangeError(`Nothing to say: ${request.purpose} needs a product or rival`)
  }
}

/** Those that make sense of this kind of thing; all of them when none does. */
function suitable({ request }: Desk, fragments: readonly Fragment[]): readonly Fragment[] {
  const kind = kindOf(request.product?.category.en ?? '')
  const fitting = fragments.filter((fragment) => suits(kind, fragment))
  return fitting.length > 0 ? fitting : fragments.filter(({ kinds }) => !kinds)
}

function isSlotKnown(text: string, { product, rival }: TextRequest): boolean {
  return (
    (product !== undefined || !/\{[PKM]\}/.test(text)) &&
    (rival !== undefined || !text.includes('{R}'))
  )
}

function addClaim(desk: Desk, purpose: ProductPurpose, claim: NonNullable<TextRequest['claim']>) {
  const { book } = desk
  const wording = draw(desk, drawable(desk, book.claims[claim]))
  const shells = suitable(desk, drawable(desk, book.shells[signOf(claim)][purpose] ?? {}))
  const timely = shells.filter(({ text }) => claim !== 'delivery-late' || isBeforeArrival(text))
  // With few shells each may say again what the wording says; better so than nothing said.
  const shell = draw(desk, timely, wording ? [wording.settled] : []) ?? draw(desk, timely)
  if (!wording || !shell) throw new RangeError(`Nothing to say: ${purpose} about ${claim}`)
  const isFollowed = !shell.settled.endsWith('{C}')
  const isOpen = isFollowed && !/[.!?。！？]$/.test(wording.settled)
  desk.parts.push(shell.settled.replace('{C}', isOpen ? `${wording.settled}.` : wording.settled))
  desk.sources.push(shell.source, wording.source)
}

/** How often an opener and an afterthought stand around what is said. */
const SURROUNDINGS: Readonly<Partial<Record<Register, readonly [number, number]>>> = {
  polite: [0.42, 0.45],
  casual: [0.4, 0.45],
  dialect: [0.4, 0.45],
  slang: [0.4, 0.42],
  terse: [0.22, 0.28],
  wordy: [0.8, 1],
}

function addSurroundings(desk: Desk, mood: Mood): void {
  const { book, chance, request } = desk
  const { register, habits, language } = request.voice
  const [before, after] = SURROUNDINGS[register] ?? [0, 0]
  const lean = 0.75 + habits.length * 0.5
  const isLong = (desk.parts[0]?.length ?? 0) > LONG_FROM[language]
  if (!isLong && chance() < before * lean) addBefore(desk, drawable(desk, book.openers[mood]))
  if (register === 'wordy' && !isLong) lengthen(desk)
  if (chance() < after * lean * (isLong ? 0.4 : 1)) addOne(desk, drawable(desk, book.codas[mood]))
}

/** From how many characters on a fragment stands for itself. */
const LONG_FROM = { ja: 94, en: 190 } as const
/** How long those who write long make a post at least. */
const WORDY_FROM = { ja: 86, en: 142 } as const

function digress(desk: Desk): void {
  addOne(
    desk,
    fragmentsOf(desk.book.digressions).filter((fragment) => isUsable(desk, fragment)),
  )
}

function lengthen(desk: Desk): void {
  const isLong = () => desk.parts.join(' ').length >= WORDY_FROM[desk.request.voice.language]
  digress(desk)
  for (let tries = 0; tries < 3 && !isLong(); tries++) digress(desk)
}

function composeDaily(desk: Desk): void {
  const { book, chance, request } = desk
  const { community, register } = request.voice
  const isShopTalk = request.purpose === 'community-talk' || chance() < 0.3
  const tones = isShopTalk ? book.communities[community] : book.daily
  addOne(desk, drawable(desk, tones))
  if (register === 'terse') {
    if (chance() < 0.6) addOne(desk, drawable(desk, book.daily))
  } else addSurroundings(desk, 'daily')
}

function composeReaction(desk: Desk): void {
  const { book, chance, request } = desk
  const { register, language } = request.voice
  const { first, next } = reactionsTo(book, request.answers)
  const isAnyPost = first === book.reactions.first
  const isFitting = ({ text }: Fragment) => !isAnyPost || isNeutral(text)
  addOne(desk, drawable(desk, first).filter(isFitting))
  if (register === 'wordy') {
    addOne(desk, fragmentsFor(next, 'wordy'))
    if (desk.parts.join('').length < WORDY_FROM[language] + 10) lengthen(desk)
  } else if (chance() < 0.7) addOne(desk, drawable(desk, next).filter(isFitting))
}

function composeOfOffice(desk: Desk): void {
  const { heads, bodies, ends } = officeTextOf(desk)
  const say = (lines: string) =>
    addOne(
      desk,
      fragmentsOf(lines).filter((fragment) => isUsable(desk, fragment)),
    )
  say(heads)
  // A notice may be complete without; an answer of staff never is.
  if (desk.request.purpose !== 'announce' || desk.chance() < 0.5) say(bodies)
  say(ends)
}

function officeTextOf({ book, request }: Desk): OfficeText {
  if (request.purpose === 'announce') return book.announce
  if (request.purpose === 'report') return book.report
  const isThanks = request.claim !== undefined && signOf(request.claim) === 'good'
  return book.staffAnswer[isThanks ? 'thanks' : 'sorry']
}

/** The fragments of this person's register that this person can say about this product. */
function drawable(desk: Desk, tones: Tones): readonly Fragment[] {
  const { book, request } = desk
  const register =
    request.voice.register === 'press' || request.voice.register === 'staff'
      ? 'polite'
      : request.voice.register
  return fragmentsFor(tones, register, book.borrows[register]).filter((fragment) =>
    isUsable(desk, fragment),
  )
}

function isUsable({ request }: Desk, { text }: Fragment): boolean {
  return isSlotKnown(text, request) && isSayableBy(request.voice, text)
}

interface Drawn {
  source: string
  settled: string
}

function addOne(desk: Desk, pool: readonly Fragment[]): boolean {
  const drawn = draw(desk, pool, desk.parts)
  if (!drawn) return false
  desk.parts.push(drawn.settled)
  desk.sources.push(drawn.source)
  return true
}

function addBefore(desk: Desk, pool: readonly Fragment[]): void {
  const drawn = draw(desk, pool, desk.parts)
  if (!drawn) return
  desk.parts.unshift(drawn.settled)
  desk.sources.push(drawn.source)
}

const DRAWS_MAX = 8

/** A fragment that goes with what stands already, rather a rested one than a worn one. */
function draw(
  { chance, memory }: Desk,
  pool: readonly Fragment[],
  standing: readonly string[] = [],
): Drawn | undefined {
  for (let draws = 0; draws < DRAWS_MAX && pool.length > 0; draws++) {
    const source = leastWorn(pool, chance, memory)
    const settled = settle(source, chance)
    if (standing.every((part) => !clashes(part, settled))) return { source, settled }
  }
  return undefined
}

function leastWorn(pool: readonly Fragment[], chance: Chance, memory: Memory): string {
  const wear = (text: string) => memory.fragments.get(text) ?? 0
  let best = pickOne(pool, chance)?.text ?? ''
  for (let i = 0; i < 3; i++) {
    const other = pickOne(pool, chance)?.text ?? ''
    if (wear(other) < wear(best)) best = other
  }
  return best
}
