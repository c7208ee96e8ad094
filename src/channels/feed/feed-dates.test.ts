import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf } from './feed-dates.ts'

describe('dateOf', () => {
  it.each([
    // RFC 822 and 2822, right and as feeds have it.
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21'],
    ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21'],
    ['01 Jan 2004 19:48 +0900', '2004-01-01T10:48:00'],
    ['Thu, 1 Jan 2004 19:48:21 EST', '2004-01-02T00:48:21'],
    ['Thursday, January 01, 2004 19:48:21 PDT', '2004-01-02T02:48:21'],
    ['Thu Jan 01, 2004 19:48:21 GMT', '2004-01-01T19:48:21'],
    ['Thu, Jan 1 2004 19:48:21 GMT+0200', '2004-01-01T17:48:21'],
    ['Thu,01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21'],
    ['01-Jan-2004 19:48:21 GMT', '2004-01-01T19:48:21'],
    ['Thu, 01 Jan 2004', '2004-01-01T00:00:00'],
    ['Thu, 01 Sept 2004 19:48:21 -0030', '2004-09-01T20:18:21'],
    ['Thu, 01 Jan 2004 19:48:21 Etc/GMT', '2004-01-01T19:48:21'],
    ['Thu, 31 Jun 2004 19:48:21 GMT', '2004-07-01T19:48:21'],
    // W3CDTF and ISO 8601.
    ['2003-12-31T10:14:55Z', '2003-12-31T10:14:55'],
    ['2003-12-31T18:14:55+08:00', '2003-12-31T10:14:55'],
    ['2003-12-31T10:14:55.123456789Z', '2003-12-31T10:14:55'],
    ['2003-12-31 10:14:55.0', '2003-12-31T10:14:55'],
    ['2003-12-31T10:14:55', '2003-12-31T10:14:55'],
    ['2003-12-31T10:14+0900', '2003-12-31T01:14:00'],
    ['20031231T101455Z', '2003-12-31T10:14:55'],
    ['20031231', '2003-12-31T00:00:00'],
    ['2003-12-31', '2003-12-31T00:00:00'],
    ['2003-12', '2003-12-01T00:00:00'],
    ['2003', '2003-01-01T00:00:00'],
    ['2003-335', '2003-12-01T00:00:00'],
    ['03-12-31', '2003-12-31T00:00:00'],
    ['2024-02-29T23:59:60Z', '2024-03-01T00:00:00'],
    // asctime.
    ['Sun Jan  4 16:29:06 2004', '2004-01-04T16:29:06'],
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-05T00:29:06'],
    // Korean, Hungarian, Greek.
    ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15'],
    ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17'],
    ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00'],
  ])('reads %s', (text, utc) => {
    expect(dateOf(text)?.toISOString().slice(0, 19)).toBe(utc)
  })

  it.each([
    '',
    'yesterday',
    '2003-13-01',
    '45 Jan 2004 10:00',
    'Thu, 01 Foo 2004 19:48:21 GMT',
    '01 Jan 2004 25:00:00',
    '2003-12-31T10:61:00Z',
    'constructor',
    '1 constructor 2004',
    '31',
  ])('reads no date in "%s"', (text) => {
    expect(dateOf(text)).toBeUndefined()
  })

  it('reads a date without a zone in the zone given, summer time and all', () => {
    expect(dateOf('2024-01-01 09:00', 'Asia/Tokyo')).toEqual(new Date('2024-01-01T00:00:00Z'))
    expect(dateOf('1 Jul 2024 09:00', 'Europe/Berlin')).toEqual(new Date('2024-07-01T07:00:00Z'))
    expect(dateOf('2024-01-01 09:00Z', 'Asia/Tokyo')).toEqual(new Date('2024-01-01T09:00:00Z'))
  })

  it('reads back what the platform writes, and never throws', () => {
    const instants = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2060-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (date) => {
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000)
        expect(dateOf(seconds.toISOString())).toEqual(seconds)
        expect(dateOf(seconds.toUTCString())).toEqual(seconds)
      }),
    )
    const piece = fc.constantFrom(
      '12',
      '2004',
      ':',
      '-',
      ' ',
      ',',
      'T',
      'Jan',
      'GMT',
      '+09',
      '년',
      '오후',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const date = dateOf(pieces.join(''))
        if (date !== undefined) expect(date.getTime()).not.toBeNaN()
      }),
    )
  })
})
