import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOrderOf, instantInZone, parseDate } from './parse-date.ts'

const TOKYO = { timeZone: 'Asia/Tokyo' }

test.each([
  ['2026-11-21T13:05:00+09:00', '2026-11-21T04:05:00.000Z'],
  ['2026-11-21T04:05:00.250Z', '2026-11-21T04:05:00.250Z'],
  ['2026-11-21 13:05:00 +0900', '2026-11-21T04:05:00.000Z'],
  ['2026-11-21', '2026-11-20T15:00:00.000Z'],
  ['2026/11/21 13:05', '2026-11-21T04:05:00.000Z'],
  ['2026/1/2 3:04:05', '2026-01-01T18:04:05.000Z'],
  ['2026.11.21', '2026-11-20T15:00:00.000Z'],
  ['２０２６／１１／２１　１３：０５', '2026-11-21T04:05:00.000Z'],
  ['2026/11/21(土) 13:05', '2026-11-21T04:05:00.000Z'],
  ['2026年11月21日', '2026-11-20T15:00:00.000Z'],
  ['2026年11月21日(土) 午後1時5分', '2026-11-21T04:05:00.000Z'],
  ['2026年11月21日 13時05分30秒', '2026-11-21T04:05:30.000Z'],
  ['2026年11月21日13時', '2026-11-21T04:00:00.000Z'],
  ['令和8年11月21日', '2026-11-20T15:00:00.000Z'],
  ['令和元年5月1日', '2019-04-30T15:00:00.000Z'],
  ['平成31年4月30日', '2019-04-29T15:00:00.000Z'],
  ['昭和64年1月7日', '1989-01-06T15:00:00.000Z'],
  ['R8.11.21 9:00', '2026-11-21T00:00:00.000Z'],
  ['11/21/2026', '2026-11-20T15:00:00.000Z'],
  ['21/11/2026 1:05 PM', '2026-11-21T04:05:00.000Z'],
  ['5/5/2026', '2026-05-04T15:00:00.000Z'],
  ['Nov 21, 2026', '2026-11-20T15:00:00.000Z'],
  ['November 21st, 2026 at 1:05 pm', '2026-11-21T04:05:00.000Z'],
  ['21 Nov 2026 12:00 AM', '2026-11-20T15:00:00.000Z'],
  // RFC 5322, appendix A.1.1 and A.5
  ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06.000Z'],
  ['Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)', '1969-02-14T03:02:00.000Z'],
  ['21 Nov 2026 13:05 JST', '2026-11-21T04:05:00.000Z'],
  ['Sat, 21 Nov 2026 13:05:00 +0900 (JST)', '2026-11-21T04:05:00.000Z'],
  ['21 Nov 2026 13:05:00 PST', '2026-11-21T21:05:00.000Z'],
  ['1795269900', '2026-11-21T14:05:00.000Z'],
  ['1795269900123', '2026-11-21T14:05:00.123Z'],
  ['20261121', '2026-11-20T15:00:00.000Z'],
  ['20261121130500', '2026-11-21T04:05:00.000Z'],
  // Microsoft, DATEVALUE: 1/1/2008 is serial 39448
  ['39448', '2007-12-31T15:00:00.000Z'],
  ['39448.5', '2008-01-01T03:00:00.000Z'],
  ['2026-11-21 24:00', '2026-11-21T15:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
])('%s', (text, expected) => {
  expect(parseDate(text, TOKYO)?.toISOString()).toBe(expected)
})

test.each([
  '',
  'yesterday',
  '4/5/2026',
  '2026-02-30',
  '2026-13-01',
  '2026/11/21 25:00',
  '13/13/2026',
  '2026-11-21T13:05 Mars/Phobos',
  '12',
  '3.5',
  '999999999999999999',
  '26/11/21',
  '2026年11月21日に買いました',
  '2026-11-21 5',
])('%s is no date', (text) => {
  expect(parseDate(text, TOKYO)).toBeUndefined()
})

test('an order settles what could be read two ways', () => {
  const utc = { timeZone: 'UTC' }
  expect(parseDate('4/5/2026', { ...utc, dayOrder: 'day-first' })?.toISOString()).toMatch(
    /^2026-05-04/,
  )
  expect(parseDate('4/5/2026', { ...utc, dayOrder: 'month-first' })?.toISOString()).toMatch(
    /^2026-04-05/,
  )
  expect(dayOrderOf(['4/5/2026', '21/11/2026'])).toBe('day-first')
  expect(dayOrderOf(['4/5/2026', '11/21/2026 10:00'])).toBe('month-first')
  expect(dayOrderOf(['4/5/2026', '2026-11-21'])).toBeUndefined()
})

test('clocks that are put forward and back, as Temporal resolves them', () => {
  const wall = (text: string) =>
    instantInZone(Date.parse(`${text}Z`), 'America/New_York').toISOString()
  expect(wall('2026-03-08T02:30:00')).toBe('2026-03-08T07:30:00.000Z')
  expect(wall('2026-11-01T01:30:00')).toBe('2026-11-01T05:30:00.000Z')
  expect(wall('2026-07-01T12:00:00')).toBe('2026-07-01T16:00:00.000Z')
})

const instants = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2099-12-31'),
  noInvalidDate: true,
})

test('property: ISO and Unix milliseconds come back as they were', () => {
  fc.assert(
    fc.property(instants, (date) => {
      expect(parseDate(date.toISOString(), TOKYO)).toEqual(date)
      expect(parseDate(String(date.getTime()), TOKYO)).toEqual(date)
    }),
  )
})

test('property: what Intl writes in a zone is read back, in Japanese and English', () => {
  const zones = fc.constantFrom('Asia/Tokyo', 'UTC', 'Asia/Kathmandu')
  fc.assert(
    fc.property(
      instants,
      zones,
      fc.constantFrom('ja-JP', 'en-US', 'ja-JP-u-ca-japanese'),
      (date, timeZone, locale) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000)
        const written = whole.toLocaleString(locale, {
          timeZone,
          dateStyle: 'long',
          timeStyle: 'medium',
        })
        expect(parseDate(written, { timeZone })).toEqual(whole)
      },
    ),
  )
})

test('property: no text throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDate(text, TOKYO)))
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\d/:.T年月日 -]{1,30}$/),
      (text) => void parseDate(text, TOKYO),
    ),
  )
})
