import { pickOne } from './fragment.ts'
import type { Mood, Phrasebook } from './phrasebook.ts'
import type { Chance, Voice } from './text-request.ts'

/**
 * A text in the hand of its author: full stops, laughter, emoji, capitals, slips of the finger, tags.
 * Slots such as {P} are still in it and stay as they are.
 */
export function dress(
  text: string,
  voice: Voice,
  mood: Mood,
  book: Phrasebook,
  chance: Chance,
): string {
  if (voice.register === 'press' || voice.register === 'staff') return text
  const punctuated = voice.language === 'ja' ? punctuateJa(text, voice) : punctuateEn(text, voice)
  const slipped = chance() < 0.025 ? slip(punctuated, voice, chance) : punctuated
  const laughing = laugh(slipped, voice, mood, chance)
  return laughing + emojiOf(voice, mood, book, chance) + tagsOf(voice, book, chance)
}

/** A person drops the last 。, breaks lines instead, or writes them all, for life. */
function punctuateJa(text: string, { register, habits: { punctuation } }: Voice): string {
  if (register === 'polite' || register === 'wordy') {
    return punctuation < 0.25 ? text.replace(/。$/, '') : text
  }
  if (punctuation < 0.22) return text.replace(/。$/, '').replace(/。(?!」)/g, '\n')
  if (punctuation < 0.4) return text.replace(/。$/, '').replace(/。(?!」)/g, '　')
  return punctuation < 0.75 ? text.replace(/。$/, '') : text
}

function punctuateEn(text: string, { register, habits: { punctuation } }: Voice): string {
  if (register === 'slang') return lowerCase(text).replace(/\.$/, '')
  if (register === 'polite' || register === 'wordy') return text
  return punctuation < 0.45 ? text.replace(/(?<!\.)\.$/, '') : text
}

function lowerCase(text: string): string {
  return text.replace(/\{[A-Z]\}|[A-Z]/g, (found) =>
    found.startsWith('{') ? found : found.toLowerCase(),
  )
}

/** What nobody laughs after. */
const NOT_FUNNY =
  /(つらい|お大事に?|平和|災難|おつかれ(さま)?|おめでとう|大変|それだけ|おやすみ|考えて|疲れた|教えて|congrats!?|oh no|peace at last|hang in there|i'm tired|helps)[。.]?$/i

function laugh(text: string, { language, register, habits }: Voice, mood: Mood, chance: Chance) {
  const laughs = register === 'slang' || (register === 'casual' && habits.laughter > 0.75)
  if (!laughs || mood === 'help' || NOT_FUNNY.test(text) || chance() > habits.laughter * 0.6)
    return text
  if (language === 'en')
    return /(lol|lmao|\?|haha)$/.test(text) ? text : `${text.replace(/\.$/, '')} lol`
  if (/[wｗ草笑？?！!]$/.test(text)) return text
  const sound =
    register === 'casual' ? '笑' : habits.emoji < 0.3 ? '笑' : habits.emoji < 0.7 ? 'w' : 'ww'
  return text.replace(/。$/, '') + sound
}

/** Those who use emoji keep to a few of them. */
function emojiOf(voice: Voice, mood: Mood, book: Phrasebook, chance: Chance): string {
  const { emoji, length } = voice.habits
  if (emoji < 0.6 || voice.register === 'terse' || chance() > emoji * 0.6) return ''
  const all = book.emoji[mood]
  const start = Math.floor(length * all.length)
  const favourites = [0, 1, 2].map((i) => all[(start + i) % all.length] ?? '')
  const chosen = pickOne(favourites, chance) ?? ''
  const twice = emoji > 0.9 && chance() < 0.3 ? chosen : ''
  return (voice.language === 'en' ? ' ' : '') + chosen + twice
}

function tagsOf(voice: Voice, book: Phrasebook, chance: Chance): string {
  const { hashtags } = voice.habits
  if (hashtags < 0.7 || chance() > 0.45) return ''
  const tags = book.hashtags[voice.community]
  const first = pickOne(tags, chance) ?? ''
  const second = hashtags > 0.9 ? (pickOne(tags, chance) ?? '') : ''
  return ` ${first}${second !== first && second ? ` ${second}` : ''}`
}

const SLIPS_JA: readonly (readonly [string, string])[] = [
  ['という', 'とゆう'],
  ['そういう', 'そうゆう'],
  ['ずつ', 'づつ'],
  ['やっぱり', 'やっばり'],
  ['しまった', 'しまたった'],
  ['ちょっと', 'ちょと'],
  ['けど', 'けｄ'],
]

function slip(text: string, { language, register }: Voice, chance: Chance): string {
  if (register === 'polite' || register === 'wordy') return text
  if (language === 'ja') {
    const found = pickOne(
      SLIPS_JA.filter(([right]) => text.includes(right)),
      chance,
    )
    return found ? text.replace(found[0], found[1]) : text
  }
  const words = text.match(/\b[a-z]{6,}\b/g) ?? []
  const word = pickOne(words, chance)
  if (!word) return text
  const at = 2 + Math.floor(chance() * (word.length - 4))
  return text.replace(word, word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2))
}
