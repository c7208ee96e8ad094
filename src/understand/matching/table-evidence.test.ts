import { expect, it } from 'vitest'
import type { MatchRecord } from './match-record.ts'
import { readPlainPhone } from './read-phone.ts'
import { RecordTable } from './record-table.ts'
import { TableEvidence } from './table-evidence.ts'

const NAME = '後藤 彩香'
const on = (platform: string, handle: string, name: string | undefined = NAME) => ({
  platform,
  handle,
  name,
})

it.each([
  ['the same word', on('x', 'ayaka.goto'), on('mastodon', 'ayakagoto'), 'whole'],
  ['one number more', on('x', 'ayaka.goto'), on('mastodon', 'ayaka.goto17'), 'whole'],
  ['another number', on('x', 'ayaka.goto13'), on('mastodon', 'ayaka.goto17'), 'whole'],
  ['more than the name', on('x', 'takuya_ono1', 'たくや'), on('reddit', 'takuya_ono2'), 'some'],
  ['no name', on('x', 'kettlefan99'), on('mastodon', 'kettlefan99'), 'nothing'],
] as const)('says how much of handles alike is the name: %s', (_, one, other, expected) => {
  expect(sayOf(one, other)).toBe(expected)
})

it('says nothing of handles that are not alike', () => {
  expect(sayOf(on('x', 'ayaka.goto'), on('mastodon', 'kettlefan'))).toBe('nothing')
})

function sayOf(one: Omit<MatchRecord, 'id'>, other: Omit<MatchRecord, 'id'>) {
  const table = new RecordTable(readPlainPhone)
  table.add({ id: 'a', ...one } as MatchRecord)
  table.add({ id: 'b', ...other } as MatchRecord)
  const evidence = new TableEvidence(table, table.columns())
  evidence.read(0, 1)
  if (evidence.isFromName) return 'whole'
  return evidence.isPartlyFromName ? 'some' : 'nothing'
}
