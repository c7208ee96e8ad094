import {
  type Automaton,
  buildAutomaton,
  type FoldedText,
  foldText,
  foldWithOffsets,
  isHiragana,
  isKatakana,
  isSpacedWordCharacter,
  scan,
} from '#language/index.ts'
import type { Topic, TopicMention } from '#vocabulary/index.ts'

/** Finds the topics that a text speaks of. */
export interface TopicFinder {
  /** Mentions in order of their place, in UTF-16 code units of the text as written. */
  find(text: string): TopicMention[]
}

/** A name of a topic, folded, with what must hold where it begins and ends. */
export interface Alias {
  topicId: string
  folded: string
  begins: Border
  ends: Border
}

/**
 * What must stand beside an alias for it to be a mention:
 * - `word`: no letter or digit of a script that puts spaces between words ("ana" is not in "banana");
 * - `letters`: the same, but a digit may follow ("iPhone" is in "iPhone15");
 * - `kana`: another script as written, or nothing ("ナナ" is not in "バナナ", but in "ナナが");
 * - `any`: anything ("返品" is in "即返品した").
 */
export type Border = 'word' | 'letters' | 'kana' | 'any'

/**
 * One pass over the text for all names and aliases of all topics, blind to width, case and kana.
 *
 * - Aliases that begin or end in a letter or digit of a spaced script need a word border there. A
 *   digit right after a letter counts as a border only from four characters on: "iPhone15" speaks
 *   of iPhone, but "A4" not of A, nor "PS5" of PS. Japanese around, #, @ and _ are borders.
 * - Aliases of up to three kana need a change of script on both sides, as written.
 * - A mention strictly inside a longer one falls away ("Apple" in "Apple Watch"), whichever topics
 *   they belong to; mentions of the same span or that merely overlap all count.
 */
export function createTopicFinder(topics: readonly Topic[]): TopicFinder {
  const aliases = foldAliases(topics)
  const automaton = buildAutomaton(aliases.map((alias) => alias.folded))
  return { find: (text) => findTopics(text, aliases, automaton) }
}

function findTopics(text: string, aliases: readonly Alias[], automaton: Automaton): TopicMention[] {
  const folded = foldWithOffsets(text)
  const mentions: TopicMention[] = []
  scan(automaton, folded.text, (index, start, end) => {
    const alias = aliases[index]
    if (alias === undefined) return
    const span = originalSpan(folded, start, end)
    if (standsFree(alias, text, folded.text, start, end, span)) {
      mentions.push({ topicId: alias.topicId, ...span })
    }
  })
  return mentions.length < 2 ? mentions : outermost(mentions)
}

/** Every distinct folded name and alias of every topic. */
export function foldAliases(topics: readonly Topic[]): Alias[] {
  return topics.flatMap((topic) => {
    const names = [topic.name, ...topic.aliases].map((name) => foldText(name).trim())
    return [...new Set(names)]
      .filter((name) => name !== '')
      .map((folded) => ({ topicId: topic.id, folded, ...bordersOf(folded) }))
  })
}

const SHORT_KANA = /^[ぁ-ゖゝゞー]{1,3}$/
const ENDS_IN_LETTER = /\p{L}\p{M}*$/u
const DIGIT_MAY_FOLLOW_FROM = 4

function bordersOf(folded: string): Pick<Alias, 'begins' | 'ends'> {
  if (SHORT_KANA.test(folded)) return { begins: 'kana', ends: 'kana' }
  const characters = [...folded]
  const digitMayFollow = characters.length >= DIGIT_MAY_FOLLOW_FROM && ENDS_IN_LETTER.test(folded)
  const wordAtEnd = isSpacedWordCharacter(characters.at(-1) ?? '')
  return {
    begins: isSpacedWordCharacter(characters[0] ?? '') ? 'word' : 'any',
    ends: wordAtEnd ? (digitMayFollow ? 'letters' : 'word') : 'any',
  }
}

/** Where the folded span stands in the original; a character that folds to several counts whole. */
function originalSpan({ text, offsets }: FoldedText, start: number, end: number): Span {
  const lastBegins = offsets[end - 1] as number
  let after = end
  while (after < text.length && offsets[after] === lastBegins) after++
  return { start: offsets[start] as number, end: offsets[after] as number }
}

interface Span {
  start: number
  end: number
}

function standsFree(
  alias: Alias,
  text: string,
  folded: string,
  start: number,
  end: number,
  span: Span,
): boolean {
  if (alias.begins === 'kana') return isKanaFree(text, span)
  if (alias.begins === 'word' && isSpacedWordCharacter(characterBefore(folded, start))) return false
  if (alias.ends === 'any') return true
  const next = characterAt(folded, end)
  if (alias.ends === 'letters' && /^\d/.test(next)) return true
  return !isSpacedWordCharacter(next)
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1)
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff
  return at === 0 ? '' : characterAt(text, isLowSurrogate ? at - 2 : at - 1)
}

const JOINS_KANA = /[ーｰ\u3099\u309aﾞﾟ゛゜]/

function isKanaFree(text: string, { start, end }: Span): boolean {
  const beforeJoins = JOINS_KANA.test(text.charAt(start - 1))
  const afterJoins = JOINS_KANA.test(text.charAt(end))
  if (beforeJoins || afterJoins) return false
  return (
    !sameKana(text.charCodeAt(start - 1), text.charCodeAt(start)) &&
    !sameKana(lastKanaUnit(text, start, end), text.charCodeAt(end))
  )
}

/** The last unit of the span that says hiragana or katakana; ー and voicing marks say neither. */
function lastKanaUnit(text: string, start: number, end: number): number {
  let at = end - 1
  while (at > start && JOINS_KANA.test(text.charAt(at))) at--
  return text.charCodeAt(at)
}

function sameKana(one: number, other: number): boolean {
  return (isHiragana(one) && isHiragana(other)) || (isKatakana(one) && isKatakana(other))
}

/** The mentions that no other strictly contains, each topic and span once, in order of place. */
function outermost(mentions: TopicMention[]): TopicMention[] {
  mentions.sort((a, b) => a.start - b.start || b.end - a.end || (a.topicId < b.topicId ? -1 : 1))
  const kept: TopicMention[] = []
  let last: TopicMention | undefined
  for (const mention of mentions) {
    const sameSpan = last?.start === mention.start && last.end === mention.end
    if (last !== undefined && !sameSpan && mention.end <= last.end) continue
    if (sameSpan && last?.topicId === mention.topicId) continue
    kept.push(mention)
    last = mention
  }
  return kept
}
