import { describe, expect, test } from 'vitest'
import {
  dayOf,
  formatBytes,
  formatCount,
  formatDay,
  formatLanguage,
  formatPart,
  formatParts,
  formatShare,
  formatSpan,
  formatTime,
  writeNumbersAs,
} from './format.ts'

test('times are in the zone of the workspace, not of the machine', () => {
  const late = '2026-11-20T15:30:00Z'
  expect(formatTime(late, 'Asia/Tokyo', 'ja')).toBe('2026/11/21 0:30')
  expect(formatTime(late, 'Europe/Paris', 'en')).toBe('20 Nov 2026, 16:30')
  expect(dayOf(new Date(late), 'Asia/Tokyo')).toBe('2026-11-21')
  expect(dayOf(new Date(late), 'America/New_York')).toBe('2026-11-20')
})

test('calendar days are written as they stand', () => {
  expect(formatDay('2026-11-01', 'ja')).toBe('2026/11/01')
  expect(formatDay('2026-11-01', 'en')).toBe('1 Nov 2026')
  expect(formatSpan('2026-10-24', '2026-11-20', 'ja')).toBe('2026/10/24～2026/11/20')
})

describe('numbers', () => {
  test('counts are grouped', () => expect(formatCount(1234567, 'ja')).toBe('1,234,567'))
  test('a small share is not nothing', () => {
    expect(formatShare(0.004, 'en')).toBe('<1%')
    expect(formatShare(0.004, 'ja')).toBe('1%未満')
    expect(formatShare(0, 'en')).toBe('0%')
    expect(formatShare(0.126, 'en')).toBe('13%')
  })
  test('bytes in the unit that fits', () => {
    expect(formatBytes(0, 'en')).toBe('0 byte')
    expect(formatBytes(1500, 'en')).toBe('1.5 kB')
    expect(formatBytes(5_000_000_000, 'en')).toBe('5 GB')
  })
})

test('a tag that is no language stays as it is', () => {
  expect(formatLanguage('ja', 'en')).toBe('Japanese')
  expect(formatLanguage('ja', 'ja')).toBe('日本語')
  expect(formatLanguage('?!', 'en')).toBe('?!')
})

describe('large numbers', () => {
  test('are written by 万 and 億 on Japanese pages of a workspace that wants it so', () => {
    writeNumbersAs('myriad')
    const written = [9_999, 10_000, 12_345_678, 100_000_000, 123_400_005_678, -20_001]
    expect(written.map((count) => formatCount(count, 'ja'))).toEqual([
      '9,999',
      '1万',
      '1,234万5,678',
      '1億',
      '1,234億5,678',
      '-2万1',
    ])
    expect(formatCount(12_345_678, 'en')).toBe('12,345,678')
    writeNumbersAs('grouped')
    expect(formatCount(12_345_678, 'ja')).toBe('12,345,678')
  })
})

test('a part that is nearly all or nearly nothing does not read as all or nothing', () => {
  expect(formatPart(0.9977, 'ja')).toBe('99%超')
  expect(formatPart(0.9977, 'en')).toBe('>99%')
  expect(formatPart(1, 'en')).toBe('100%')
  expect(formatPart(0.99, 'en')).toBe('99%')
  expect(formatPart(0.004, 'ja')).toBe('1%未満')
})

test('sums of parts of outcomes keep one decimal until they are large', () => {
  expect(formatParts(0.04, 'en')).toBe('0.0')
  expect(formatParts(34.25, 'ja')).toBe('34.3')
  expect(formatParts(12_345.6, 'en')).toBe('12,346')
})
