import { describe, expect, test } from 'vitest'
import { WORDS as DEAL } from './pages/deal/words.ts'
import { WORDS as DEALS } from './pages/deals/words.ts'
import { WORDS as HOME } from './pages/home/words.ts'
import { REFUSAL_WORDS } from './pages/import/refusal-words.ts'
import { WORDS as IMPORT } from './pages/import/words.ts'
import { CREDIT_WORDS, PATH_WORDS } from './pages/influence/credit-words.ts'
import { METHOD_WORDS } from './pages/influence/method-words.ts'
import { WORDS as INFLUENCE } from './pages/influence/words.ts'
import { WORDS as JUDGING } from './pages/judging/words.ts'
import { SAVED_WORDS } from './pages/listening/saved-words.ts'
import { WORDS as LISTENING } from './pages/listening/words.ts'
import { WORDS as PERSON } from './pages/person/words.ts'
import { WORDS as PLAN } from './pages/plan/words.ts'
import { WORDS as QUALITY } from './pages/quality/words.ts'
import { WORDS as SETTINGS } from './pages/settings/words.ts'
import { WORDS as TASKS } from './pages/tasks/words.ts'
import { WORDS as TOPICS } from './pages/topics/words.ts'
import { ALERT_WORDS } from './parts/alert-words.ts'
import { CORRECTION_WORDS } from './parts/correction-words.ts'
import { WORDS as CRM } from './parts/crm/words.ts'
import { DRAWER_WORDS } from './parts/post-drawer-words.ts'
import { HISTORY_WORDS } from './parts/reading-history-words.ts'
import { WORDS as COMMON } from './parts/words.ts'
import { defineWords } from './words.ts'

const PAGES = {
  CRM,
  DEAL,
  DEALS,
  TASKS,
  HOME,
  IMPORT,
  INFLUENCE,
  CREDIT_WORDS,
  PATH_WORDS,
  METHOD_WORDS,
  JUDGING,
  LISTENING,
  PERSON,
  PLAN,
  QUALITY,
  SETTINGS,
  TOPICS,
  COMMON,
  SAVED_WORDS,
  ALERT_WORDS,
  DRAWER_WORDS,
  CORRECTION_WORDS,
  HISTORY_WORDS,
}
const hasJapanese = (text: string) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)

describe('defineWords', () => {
  test('answers texts and phrases by language', () => {
    const words = defineWords({
      plain: { ja: '空', en: 'empty' },
      counted: { ja: (n: number) => `${n}件`, en: (n: number) => `${n} posts` },
    })
    expect(words.ja.plain).toBe('空')
    expect(words.en.counted(2)).toBe('2 posts')
  })

  test('a missing language and phrases that ask for different things do not compile', () => {
    // @ts-expect-error: no English
    defineWords({ half: { ja: '半分' } })
    const odd = defineWords({ odd: { ja: (n: number) => `${n}`, en: (s: string) => s } })
    // @ts-expect-error: neither a number nor a string fits both
    expect(odd.ja.odd(1)).toBe('1')
  })
})

describe.each(Object.entries(PAGES))('words of %s', (_, words) => {
  test('plain texts are in the language they claim', () => {
    for (const [key, text] of Object.entries(words.ja)) {
      if (typeof text === 'string') expect(hasJapanese(text), `ja ${key}: ${text}`).toBe(true)
    }
    for (const [key, text] of Object.entries(words.en)) {
      // An example of a search may be Japanese in both.
      if (typeof text === 'string') expect(hasJapanese(text), `en ${key}: ${text}`).toBe(false)
    }
  })
})

describe('sentences of Home', () => {
  test('volume against the span before', () => {
    expect(HOME.ja.volume(1139, 1025)).toBe(
      '投稿は1,139件でした。前の同じ長さの期間より11%増えました。',
    )
    expect(HOME.en.volume(50, 100)).toBe(
      'There were 50 posts. That is 50% fewer than in the span before.',
    )
    expect(HOME.en.volume(1, 1)).toBe('There was 1 post. As many as in the span before.')
  })

  test('nothing before to compare with is said, not divided by', () => {
    expect(HOME.en.volume(3, 0)).toContain('no posts before')
    expect(HOME.ja.volume(3, 0)).toContain('比べられる前の期間の投稿はありません')
    expect(HOME.en.negative(0.2, null)).toBe('20% of the posts are negative.')
  })

  test('shares move by points', () => {
    expect(HOME.en.negative(0.2, 0.19)).toBe('20% of the posts are negative, up by 1 point.')
    expect(HOME.ja.negative(0.2, 0.25)).toBe(
      '否定的な投稿は20%で、前の期間より5ポイント減りました。',
    )
    expect(HOME.en.negative(0.2, 0.2)).toBe('20% of the posts are negative, as before.')
  })
})

test('every refusal has words in both languages', () => {
  for (const { ja, en } of Object.values(REFUSAL_WORDS)) {
    expect(hasJapanese(ja)).toBe(true)
    expect(hasJapanese(en)).toBe(false)
  }
})
