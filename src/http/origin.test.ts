import { describe, expect, it } from 'vitest'
import { answersTo, isLoopback } from './origin.ts'

describe('names that the server answers to', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1:3000', true],
    ['127.0.0.1', 'localhost:3000', true],
    ['127.0.0.1', '[::1]:3000', true],
    ['localhost', 'app.localhost', true],
    ['127.0.0.1', 'evil.example:3000', false],
    ['127.0.0.1', '127.0.0.1.evil.example', false],
    ['127.0.0.1', 'localhost.evil.example', false],
    ['127.0.0.1', undefined, false],
    ['127.0.0.1', 'a b', false],
    ['0.0.0.0', 'enishi.example', true],
  ])('listening on %s, asked as %s: %s', (host, asked, expected) => {
    expect(answersTo({ host }, asked)).toBe(expected)
  })

  it('answers to the public address behind a proxy', () => {
    const site = { host: '127.0.0.1', publicUrl: 'https://enishi.example' }
    expect(answersTo(site, 'enishi.example')).toBe(true)
    expect(answersTo(site, 'evil.example')).toBe(false)
  })

  it('takes no other address for the loopback', () => {
    expect(
      ['0.0.0.0', '::', '10.0.0.1', '1270.0.0.1', '127.0.0.1.nip.io'].filter(isLoopback),
    ).toEqual([])
  })
})
