import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { EnishiError } from '#vocabulary/index.ts'
import { attributeCommand } from './attribute.ts'
import type { Command, Surroundings } from './command.ts'
import { numberIn, scanCsv, textIn } from './csv-scan.ts'
import { influenceCommand } from './influence.ts'

const folder = mkdtempSync(join(tmpdir(), 'enishi-influence-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function run(command: Command, args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const surroundings = {
    language: 'en',
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    chance: { now: () => new Date('2026-11-01T00:00:00Z'), random: () => undefined },
  } as unknown as Surroundings
  try {
    const code = await command.run(args, surroundings)
    return { code, out: out.map((line) => JSON.parse(line)), err }
  } catch (error) {
    if (!(error instanceof EnishiError)) throw error
    return { code: 2, out: [], err: [...err, error.in('en')] }
  }
}

const touches = (...lines: string[]) =>
  file('touches.csv', ['t,actor,person,channel', ...lines].join('\n'))
const outcomes = (...lines: string[]) =>
  file('outcomes.csv', ['t,person,type', ...lines].join('\n'))
const influence = (t: string, o: string, ...more: string[]) =>
  run(influenceCommand, ['--touches', t, '--outcomes', o, '--bootstrap', '10', ...more])

test('bad lines are named and nothing is measured', async () => {
  const t = touches(
    'x,a,b,web',
    '10,,b,web',
    '10,a,b',
    '10,a,,web',
    '1700000000000,a,b,web',
    'NaN,a,b,web',
  )
  const { code, out, err } = await influence(t, outcomes('20,b,buy'))
  expect(code).toBe(2)
  expect(out).toEqual([])
  for (const [line, reason] of [
    [2, 't must be a number of seconds'],
    [3, 'actor is empty'],
    [4, '3 fields where at least 4'],
    [5, 'person is empty'],
    [6, 'milliseconds'],
    [7, 't must be'],
  ] as const) {
    expect(err.some((words) => words.startsWith(`${t}:${line}: `) && words.includes(reason))).toBe(
      true,
    )
  }
})

test('odd lines are told, counted and do no harm', async () => {
  const t = touches('100,a,a,web', '100.5,a,b,web', '50,a,b,web', '99999999999,a,b,web')
  const people = file('people.csv', 'person,stratum,joined\nb,s,0\nc,s,150\nd,s,\n')
  const o = outcomes('120,b,buy', '140,c,buy', '160,nobody,buy')
  const { code, out, err } = await influence(t, o, '--people', people)
  expect(code).toBe(0)
  expect(out[0]).toMatchObject({
    outcomes: 2,
    notes: { ownTouches: 1, beforeJoined: 1, unknownPerson: 1, inFuture: 1 },
  })
  expect(out[0].credited + out[0].background).toBeCloseTo(2, 12)
  expect(err.some((words) => words.startsWith(`${o}:3: left out`))).toBe(true)
})

test.each([
  ['a missing column', 't,actor,person\n1,a,b\n', 'channel is missing'],
  ['an empty file', '', 'empty'],
  ['an open quote', 't,actor,person,channel\n1,"a,b,web\n', 'never closed'],
])('%s is refused', async (_, content, words) => {
  const { code, err } = await influence(file('broken.csv', content), outcomes('20,b,buy'))
  expect(code).toBe(2)
  expect(err.join('\n')).toContain(words)
})

test('a file that is not there, a gzip cut short and an option out of bounds are refused', async () => {
  const whole = gzipSync(Buffer.from(`t,actor,person,channel\n${'1,a,b,web\n'.repeat(10_000)}`))
  const cut = file('cut.csv.gz', whole.subarray(0, whole.length - 20))
  const o = outcomes('20,b,buy')
  expect((await influence(join(folder, 'none.csv'), o)).err.join()).toContain('ENOENT')
  expect((await influence(cut, o)).err.join()).toContain('cannot be read')
  expect((await influence(touches('1,a,b,web'), o, '--window', '-1')).err.join()).toContain(
    '--window',
  )
})

test('gzip, a BOM, quotes, another order of columns and decimals read alike', async () => {
  const plain = touches('1.5,a,b,web', '2,"a",b,"web"')
  const other = file(
    'other.csv.gz',
    gzipSync(Buffer.from('\ufeffchannel,person,actor,t,more\r\nweb,b,a,1.5,\r\nweb,b,a,2,x\r\n')),
  )
  const o = outcomes('86400,b,buy', '90000,c,buy')
  expect((await influence(other, o)).out).toEqual((await influence(plain, o)).out)
})

test('parents are followed over hops', async () => {
  const lines = ['t,actor,person,channel,activity,parent', '0,source,relay,web,one,']
  const o = ['t,person,type']
  for (let i = 0; i < 40; i++) {
    lines.push(`${1000 * i},relay,p${i % 20},web,again${i},one`)
    o.push(`${1000 * i + 400},p${i % 20},buy`)
  }
  for (let i = 0; i < 40; i++) lines.push(`${1000 * i},idle,q${i},web,no${i},`)
  const t = file('hops.csv', lines.join('\n'))
  const { out } = await influence(t, file('hops-outcomes.csv', o.join('\n')), '--hops', '3')
  const of = (actor: string) => out[0].byActor.find((one: { actor: string }) => one.actor === actor)
  expect(of('relay').credit).toBeGreaterThan(10)
  expect(of('source').passedOn).toBeCloseTo(of('relay').credit, 6)
  const { low, high } = of('source').passedOnInterval
  expect(low).toBeLessThan(of('source').passedOn)
  expect(high).toBeGreaterThan(of('source').passedOn)
  const push = of('relay').multiplierInterval
  expect(push.low).toBeLessThanOrEqual(of('relay').multiplier)
  expect(push.high).toBeGreaterThanOrEqual(of('relay').multiplier)
})

test('placebos stand beside channels, levels and cells, and value has an interval', async () => {
  const lines = ['t,actor,person,channel,level']
  const o = ['t,person,type,value']
  for (let i = 0; i < 40; i++) {
    lines.push(`${1000 * i},mover,p${i % 20},web,bought`, `${1000 * i},idle,q${i},post,knows`)
    o.push(`${1000 * i + 400},p${i % 20},buy,${i % 2 === 0 ? 100 : ''}`)
  }
  const files = [file('levels.csv', lines.join('\n')), file('values.csv', o.join('\n'))] as const
  const { out } = await influence(...files, '--draws', '4')
  const [report] = out
  expect(report.placebo.draws).toBe(4)
  const web = report.byChannel.find((one: { channel: string }) => one.channel === 'web')
  const cell = report.byLevelAndType.find((one: { level: string }) => one.level === 'bought')
  expect(cell).toMatchObject({ type: 'buy', placebos: { draws: 4 } })
  expect(cell.credit).toBeCloseTo(web.credit, 6)
  for (const { placebos } of [web, cell, report.byType[0]]) {
    for (const kind of ['credited', 'shuffledTimes', 'reversedEdges']) {
      expect(placebos.spread[kind].low).toBeLessThanOrEqual(placebos[kind] + 1e-9)
      expect(placebos.spread[kind].high).toBeGreaterThanOrEqual(placebos[kind] - 1e-9)
    }
  }
  // Half of the outcomes say that they were worth 100 each.
  const { credit, low, high } = report.value
  expect(credit).toBeGreaterThan(report.credited * 40)
  expect(credit).toBeLessThan(report.credited * 60)
  expect(low).toBeLessThan(credit)
  expect(high).toBeGreaterThan(credit)
  expect(low).toBeGreaterThanOrEqual(0)
})

test('paths with an empty step or a negative count are named', async () => {
  const path = file(
    'paths.csv',
    'path,total_conversions,total_conversion_value,total_null\na >  > b,1,0,0\na,-1,0,0\n',
  )
  const { code, err } = await run(attributeCommand, ['--paths', path])
  expect(code).toBe(2)
  expect(err.filter((line) => /paths\.csv:[23]: /.test(line))).toHaveLength(2)
})

test('the scanner reads back any fields', async () => {
  const field = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', ' ', '縁') })
  const rows = fc.array(fc.tuple(field, field, fc.double({ noNaN: true })), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
      const csv = written.map(([a, b, n]) => `${quoted(a)},${quoted(b)},${n}`).join('\n')
      const read: [string, string, number][] = []
      await scanCsv(file('any.csv', `${csv}\n`), (record) => {
        read.push([textIn(record, 0), textIn(record, 1), numberIn(record, 2)])
      })
      expect(read).toEqual(written.map(([a, b, n]) => [a, b, n === 0 ? 0 : n]))
    }),
    { numRuns: 50 },
  )
})
