import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cleanLanguageTag,
  cleanName,
  cleanPlatform,
  cleanText,
  cleanUrl,
  cutText,
} from './clean-text.ts'

/** Text with everything that hurts: lone surrogates, NUL, bidi, zero-width, emoji sequences. */
const hardText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\0',
        '\ud800',
        '\udc00',
        '\u202e',
        '\u200d',
        '\u200b',
        '\ufeff',
        ' ',
        '\n',
        '👩‍👩‍👧‍👦',
        '🇯🇵',
        'が',
        'e\u0301',
        '\u0301'.repeat(80),
        '花子',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('cleanText', () => {
  test('removes NUL, replaces lone surrogates, keeps bidi characters and line breaks', () => {
    expect(cleanText('a\0b\ud800c\n\u202ed', 100)).toBe('ab\ufffdc\n\u202ed')
  })

  test('a surrogate pair that NUL had torn apart becomes whole', () => {
    expect(cleanText('\ud83d\0\ude00', 100)).toBe('😀')
  })

  test('never cuts through a grapheme', () => {
    expect(cutText('ab👩‍👩‍👧‍👦', 5)).toBe('ab')
    expect(cutText('ab🇯🇵🇫🇷', 8)).toBe('ab🇯🇵')
    expect(cutText('か\u3099', 1)).toBe('')
    expect(cutText('abc', 2)).toBe('ab')
  })

  test('cuts through a grapheme longer than any writing needs, but not through a surrogate pair', () => {
    expect(cutText(`a${'\u0301'.repeat(500)}`, 200)).toHaveLength(200)
    expect(cutText(`a${'\u{e0100}'.repeat(300)}`, 200)).toHaveLength(199)
  })

  test('is well-formed, in bounds and idempotent', () => {
    fc.assert(
      fc.property(hardText, fc.integer({ min: 0, max: 60 }), (text, charsMax) => {
        const clean = cleanText(text, charsMax)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean.includes('\0')).toBe(false)
        expect(clean.length).toBeLessThanOrEqual(charsMax)
        expect(cleanText(clean, charsMax)).toBe(clean)
      }),
    )
  })
})

describe('cleanName', () => {
  test.each([
    ['  Alice\u200b\u202e ', 'Alice'],
    ['\u2066admin\u2069', 'admin'],
    ['a\u200db', 'ab'],
    ['👩‍👩‍👧‍👦 家族', '👩‍👩‍👧‍👦 家族'],
    ['👩🏽‍💻', '👩🏽‍💻'],
    ['❤️‍🔥', '❤️‍🔥'],
    ['😀\u200d', '😀'],
    ['一\r\n二', '一 二'],
    ['山田　太郎', '山田　太郎'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j is shown as %j', (name, shown) => expect(cleanName(name)).toBe(shown))

  test('is well-formed, in bounds, on one line and idempotent', () => {
    fc.assert(
      fc.property(hardText, fc.integer({ min: 0, max: 40 }), (text, charsMax) => {
        const clean = cleanName(text, charsMax)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean.length).toBeLessThanOrEqual(charsMax)
        expect(clean).not.toMatch(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u)
        expect(clean.trim()).toBe(clean)
        expect(cleanName(clean, charsMax)).toBe(clean)
      }),
    )
  })
})

describe('cleanPlatform', () => {
  test.each([
    ['Mastodon', 'mastodon'],
    ['ＷＥＢ', 'web'],
    ['X (Twitter)', 'x-twitter'],
    ['app_store.jp', 'app_store.jp'],
    ['食べログ', '食べログ'],
    ['価格.com', '価格.com'],
    ['!?', ''],
  ])('%j -> %j', (said, platform) => expect(cleanPlatform(said)).toBe(platform))

  test('holds only letters, digits and ._- and is idempotent', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const platform = cleanPlatform(text)
        expect(platform).toMatch(/^[\p{L}\p{N}._-]*$/u)
        expect(cleanPlatform(platform)).toBe(platform)
      }),
    )
  })
})

describe('cleanUrl', () => {
  test.each([
    'https://example.social/@alice',
    'http://localhost:3000/a?b#c',
    'HTTPS://EXAMPLE.COM',
    'mailto:a@example.com',
    'at://did:plc:abc/app.bsky.feed.post/3k',
    'https://例え.テスト/道',
  ])('keeps %s', (url) => expect(cleanUrl(url)).toBe(url))

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.com',
    '/relative',
    'https://',
    'http://[::1',
    '',
    `https://example.com/${'a'.repeat(2000)}`,
  ])('drops %j', (url) => expect(cleanUrl(url)).toBeUndefined())

  test('what it keeps leads where a browser would go by http(s), mailto or at', () => {
    const prefix = fc.constantFrom('', 'https://', 'javascript:', 'JAVA\tSCRIPT:', 'mailto:')
    fc.assert(
      fc.property(prefix, hardText, (scheme, rest) => {
        const url = cleanUrl(scheme + rest)
        if (url === undefined || url.toLowerCase().startsWith('at://')) return
        expect(new URL(url).protocol).toMatch(/^(https?|mailto):$/)
        expect(cleanUrl(url)).toBe(url)
      }),
    )
  })
})

test.each([
  ['ja', 'ja'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['pt_BR', 'pt_BR'],
  ['', undefined],
  ['日本語', undefined],
  ['en; drop', undefined],
])('language tag %j -> %j', (said, tag) => expect(cleanLanguageTag(said)).toBe(tag))
