import { describe, expect, it } from 'vitest'
import { EnishiError } from '#vocabulary/index.ts'
import { readSettings, terminalLanguage } from './config.ts'

describe('readSettings', () => {
  it('has defaults, and takes empty for unset', () => {
    const settings = readSettings({ PORT: '', DATABASE_URL: ' ' }, {})
    expect(settings).toEqual({
      ...{ port: 3000, host: '127.0.0.1', data: `${process.cwd()}/data` },
      roles: ['web', 'listen', 'work'],
      backupsKept: 7,
    })
  })

  it('lets flags stand over the environment', () => {
    const environment = { PORT: '1', ENISHI_DATA: '/a', ENISHI_URL: 'https://x.example/path' }
    const settings = readSettings(environment, { port: '2', data: '/b', role: 'web, work' })
    expect(settings).toMatchObject({ port: 2, data: '/b', publicUrl: 'https://x.example' })
    expect(settings.roles).toEqual(['web', 'work'])
  })

  it('reads the hosts that may be private', () => {
    const { allowHosts } = readSettings({ ENISHI_ALLOW_HOSTS: 'feeds.internal, 10.0.0.0/8' }, {})
    expect(allowHosts).toEqual([
      { kind: 'host', host: 'feeds.internal', port: undefined },
      { kind: 'range', address: '10.0.0.0', prefixBits: 8 },
    ])
  })

  it.each([
    [{ ENISHI_ALLOW_HOSTS: 'a.example, http://b' }, {}, /^ENISHI_ALLOW_HOSTS is "http:/],
    [{ PORT: '70000' }, {}, /^PORT /],
    [{ PORT: '0x10' }, {}, /^PORT /],
    [{}, { port: '-1' }, /^--port /],
    [{}, { role: 'web,everything' }, /^--role /],
    [{ DATABASE_URL: 'mysql://root:secret@x' }, {}, /^DATABASE_URL (?!.*secret)/],
    [{ ENISHI_SECRET_KEY: 'short' }, {}, /^ENISHI_SECRET_KEY (?!.*short)/],
    [{ ENISHI_URL: 'javascript:1' }, {}, /^ENISHI_URL /],
  ])('refuses %j %j by name', (environment, flags, words) => {
    const read = () => readSettings(environment, flags)
    expect(read).toThrow(EnishiError)
    expect(read).toThrow(words)
  })
})

describe('terminalLanguage', () => {
  it.each([
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
    [{}, 'en'],
  ])('%j -> %s', (environment, language) => {
    expect(terminalLanguage(environment)).toBe(language)
  })
})
