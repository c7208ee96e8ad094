import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { runEnishi } from '#test/enishi-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'enishi-match-'))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function match(args: string[], input = '') {
  const run = runEnishi(['match', ...args], { input })
  const code = await run.ended()
  const lines = run.out().split('\n').filter(Boolean)
  return { code, err: run.err(), answers: lines.map((line) => JSON.parse(line)) }
}

const RECORDS = [
  { id: 1, name: 'Ann Lee', email: 'ann.lee@example.com', more: { postcode: 4011 } },
  { id: '2', name: 'Lee, Ann', email: 'ann.lee@example.com', more: { postcode: '4011' } },
  { id: '3', name: '森 花' },
].map((record) => JSON.stringify(record))

describe('enishi match', () => {
  it('compares hashes of pictures bit by bit', async () => {
    const records = [
      { id: '1', name: 'Mia Holm', avatar: '8f3c52a907e1d46b' },
      { id: '2', name: 'Holm Mia', avatar: '8F3C52A907E1D469' },
      { id: '3', name: 'Mia Holm', avatar: '70c3ad56f81e2b94' },
    ].map((record) => JSON.stringify(record))
    const { code, answers } = await match([], records.join('\n'))
    expect(code).toBe(0)
    const alike = answers.find(({ a, b }) => a === '1' && b === '2')
    expect(alike.reasons).toContainEqual(
      expect.objectContaining({ field: 'avatar', agreement: 'exact' }),
    )
    for (const { b, reasons } of answers.filter(({ b }) => b === '3')) {
      expect([b, reasons]).not.toContainEqual(
        expect.objectContaining({ field: 'avatar', agreement: 'exact' }),
      )
    }
  })

  it('answers pairs with their reasons, then the clusters', async () => {
    const { code, answers } = await match([], RECORDS.join('\n'))
    expect(code).toBe(0)
    expect(answers).toHaveLength(2)
    expect(answers[0]).toMatchObject({ a: '1', b: '2', verdict: 'same' })
    expect(answers[0].reasons).toContainEqual(
      expect.objectContaining({ field: 'email', agreement: 'exact' }),
    )
    expect(answers[0].probability).toBeGreaterThan(0.9)
    expect(answers[1]).toEqual({ clusters: [['1', '2'], ['3']] })
  })

  it('tells bad lines and repeated ids by number, compares the rest and ends with 2', async () => {
    const lines = [
      RECORDS[0],
      '{"id"',
      RECORDS[1],
      '{"name":"no id"}',
      RECORDS[0],
      '[]',
      RECORDS[2],
    ]
    const { code, err, answers } = await match([], lines.join('\n'))
    expect(code).toBe(2)
    for (const line of [2, 4, 5, 6])
      expect(err).toMatch(new RegExp(`:${line}: (not read|読めません)`))
    expect(err).not.toMatch(/:[137]: /)
    expect(answers.at(-1)).toEqual({ clusters: [['1', '2'], ['3']] })
  })

  it('says which keys it passed over', async () => {
    const { code, err } = await match([], '{"id":"1","shoe":"42"}')
    expect(code).toBe(0)
    expect(err).toMatch(/shoe/)
  })

  it('reads gzip, and a file that is not there ends with 2', async () => {
    const { answers } = await match([file('r.jsonl.gz', gzipSync(RECORDS.join('\n')))])
    expect(answers.at(-1)).toEqual({ clusters: [['1', '2'], ['3']] })
    const gone = await match(['/nowhere/r.jsonl'])
    expect(gone).toMatchObject({ code: 2, answers: [] })
    expect(gone.err).toMatch(/r\.jsonl/)
  })

  const CSV =
    '番号,姓,名,メール,郵便\r\nA,田中,太郎,taro@example.jp,1000001\r\nB,田中,太郎,taro@example.jp,1000001\r\nC,林,花,hana@example.jp,1000002\r\n'
  const EXPECTED = { clusters: [['A', 'B'], ['C']] }

  it.each([
    [
      'from keys to columns',
      { id: '番号', name: ['姓', '名'], email: 'メール', more: { zip: '郵便' } },
    ],
    [
      'from columns to keys',
      { 番号: 'id', 姓: 'name', 名: 'name', メール: 'email', 郵便: 'more.zip' },
    ],
  ])('reads CSV in CP932 by a mapping %s', async (_, mapping) => {
    const csv = file('r.csv', iconv.encode(CSV, 'cp932'))
    const columns = file('columns.json', JSON.stringify(mapping))
    const { code, answers } = await match(['--csv', csv, '--columns', columns])
    expect(code).toBe(0)
    expect(answers.at(-1)).toEqual(EXPECTED)
    expect(answers[0].reasons.map(({ field }: { field: string }) => field)).toContain('name')
  })

  it('guesses columns without a mapping, and refuses one that does not fit', async () => {
    const csv = file('r.csv', CSV)
    const guessed = await match(['--csv', csv])
    expect(guessed.answers.at(-1)).toEqual(EXPECTED)
    const bad = await match(['--csv', csv, '--columns', file('bad.json', '{"name":"nix"}')])
    expect(bad.code).toBe(2)
    expect(bad.err).toMatch(/bad\.json.*nix/s)
  })

  it('answers an empty input with no clusters', async () => {
    expect((await match([])).answers).toEqual([{ clusters: [] }])
  })
})
