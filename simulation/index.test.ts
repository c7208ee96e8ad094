import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { activitiesFormat } from '#channels/file/activities.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { activityLines } from './files/lines.ts'
import { WORLD_FILES } from './files/write-world.ts'
import { activitiesOf, simulateWorld, topicsOfWorld, worldOptions, writeWorld } from './index.ts'
import type { TrueOutcome } from './world.ts'

const world = simulateWorld({ seed: 3, people: 200, days: 40, end: '2026-06-30' })

test('every line is read back as what it was', () => {
  const context = { arrivedAt: new Date('2026-11-01'), scope: 'world', timeZone: 'Asia/Tokyo' }
  const read = [...activityLines(world)].map((payload, i) => {
    const answer = activitiesFormat.read({ line: i + 1, payload }, context)
    return 'arrival' in answer ? answer.arrival : answer
  })
  expect(read).toEqual([...activitiesOf(world)])
})

test('the world ends with its last day in Japan', () => {
  expect(new Date(worldOptions({}).endsAtMs).toISOString()).toBe('2026-10-31T15:00:00.000Z')
  const last = Math.max(...world.arrivals.map(({ atMs }) => atMs))
  const end = Date.parse('2026-07-01T00:00:00+09:00')
  expect(last).toBeLessThan(end)
  expect(last).toBeGreaterThan(end - 86_400_000)
})

test.each([
  [{ people: 49 }, 'people'],
  [{ people: 60.5 }, 'people'],
  [{ days: Number.NaN }, 'days'],
  [{ seed: -1 }, 'seed'],
  [{ seed: 2 ** 32 }, 'seed'],
  [{ end: '2026-02-30' }, 'end'],
  [{ end: 'tomorrow' }, 'end'],
])('%j is refused by name', (wish, field) => {
  const grow = () => simulateWorld(wish)
  expect(grow).toThrow(EnishiError)
  expect(grow).toThrow(expect.objectContaining({ code: 'bad-input', place: { field } }))
})

test('more people and days than memory holds are refused before anything grows', () => {
  expect(worldOptions({ people: 5_000, days: 1_000 })).toMatchObject({ people: 5_000, days: 1_000 })
  for (const wish of [
    { people: 5_001, days: 1_000 },
    { people: 100_000, days: 1_000 },
  ]) {
    const grow = () => simulateWorld(wish)
    expect(grow).toThrow(expect.objectContaining({ code: 'bad-input', place: { field: 'people' } }))
    expect(grow).toThrow(/people x days must be at most 5,000,000/)
  }
})

test('no alias stands for two topics', () => {
  const topics = topicsOfWorld()
  const names = topics
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .map((one) => one.toLowerCase())
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
  expect([...new Set(topics.map(({ kind }) => kind))].sort()).toEqual([
    'campaign',
    'category',
    'competitor',
    'own',
  ])
})

test('the files agree with each other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enishi-world-'))
  try {
    const summary = await writeWorld(world, folder)
    const textOf = (name: (typeof WORLD_FILES)[number]) => readFileSync(join(folder, name), 'utf8')
    for (const name of WORLD_FILES) expect(textOf(name).endsWith('\n')).toBe(true)
    expect(JSON.parse(textOf('truth.json'))).toEqual(JSON.parse(JSON.stringify(summary)))
    expect(JSON.parse(textOf('topics.json'))).toEqual(topicsOfWorld())
    const truth = textOf('truth.jsonl').trimEnd().split('\n')
    expect(truth.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(world.truth)))
    const outcomes = world.truth.filter((one): one is TrueOutcome => one.kind === 'outcome')
    const [header, ...rows] = textOf('outcomes.csv').trimEnd().split('\r\n')
    expect(header).toBe('id,at,person_platform,person_handle,type,value,currency,topic')
    expect(rows).toEqual(
      outcomes.map(({ id, at, platform, handle, type, value = '', currency = '', topic }) =>
        [id, at, platform, handle, type, value, currency, topic].join(','),
      ),
    )
    const counted = summary.claims.reduce((sum, { count }) => sum + count, 0)
    const claimed = world.truth.filter((one) => one.kind === 'post' && one.claim !== undefined)
    expect(counted).toBe(claimed.length)
    expect(textOf('people.csv')).toMatch(
      /^name,family,given,reading,organisation,role,since,until,organisation_url,platform,handle,email,relation,department,do_not_contact,consent,relation_since,relation_until,owner,second_owner,tags,note\r\n/,
    )
    for (const relation of ['employee', 'partner', 'media', 'competitor', 'customer']) {
      expect(textOf('people.csv')).toContain(`,${relation},,,,,,,,,\r\n`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
