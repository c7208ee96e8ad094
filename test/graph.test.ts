import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Surroundings } from '#cli/command.ts'
import { EXIT_CODE_OF } from '#cli/exit-codes.ts'
import { graphCommand } from '#cli/graph.ts'
import { KARATE } from '#test/graphs.ts'
import { EnishiError } from '#vocabulary/index.ts'

const ENISHI = fileURLToPath(new URL('../bin/enishi', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'enishi-graph-'))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Answer {
  nodes: number
  edges: number
  distinct: number
  seconds: { load: number; run: number }
  modularity: number
  communities: number[]
  names: (number | string)[]
  ranks: { node: number | string; rank: number }[]
  seeds: (number | string)[]
  reach: { estimate: number; low: number; high: number }
  weights: string
}

/** Runs `enishi graph`. */
async function graph(args: string[], { lang = 'en_US.UTF-8', input = '' } = {}) {
  const child = spawn(process.execPath, [ENISHI, 'graph', ...args], {
    env: { ...process.env, LANG: lang, LC_ALL: lang },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { answer: (out === '' ? {} : JSON.parse(out)) as Answer, err, code }
}

/** The same without a process of its own: how a bad call is refused. */
async function refusalOf(args: string[], input = '') {
  const out: string[] = []
  const stdin = Readable.from(input === '' ? [] : [Buffer.from(input)])
  const surroundings: Surroundings = {
    settings: () => {
      throw new Error('it needs no settings')
    },
    language: 'en',
    stdin,
    out: (line) => out.push(line),
    err: () => expect.unreachable('a refusal is thrown'),
    chance: { now: () => new Date(0), random: () => expect.unreachable('chance has a seed') },
  }
  try {
    await graphCommand.run(args, surroundings)
  } catch (error) {
    if (!(error instanceof EnishiError)) throw error
    expect(out).toEqual([])
    const words = { en: error.in('en'), ja: error.in('ja') }
    return { words, code: EXIT_CODE_OF[error.code] }
  }
  throw new Error('it was answered')
}

const karate = file(
  'karate.txt',
  `# the karate club\n${KARATE.map(([a, b]) => `${a + 1} ${b + 1}`).join('\n')}\n`,
)

describe('enishi graph', () => {
  it('finds the communities of the karate club with the seed it has by default', async () => {
    const out = join(folder, 'communities.txt')
    const { answer, code, err } = await graph([
      'communities',
      '--edges',
      karate,
      '--nodes',
      '--out',
      out,
    ])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(answer).toMatchObject({ nodes: 34, edges: 78, distinct: 78 })
    expect(answer.modularity).toBeCloseTo(0.4198, 4)
    expect(answer.communities).toHaveLength(34)
    expect(answer.names.slice(0, 3)).toEqual([1, 2, 3])
    expect(answer.seconds.load).toBeGreaterThan(0)
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n')
    expect(lines).toEqual(answer.names.map((name, i) => `${name} ${answer.communities[i]}`))
  })

  it('ranks: gzip, names and pairs alike, and follows directions when asked to', async () => {
    const named = KARATE.map(([a, b]) => `member${a + 1}\tmember${b + 1}`).join('\n')
    const pairs = new Uint8Array(Uint32Array.from(KARATE.flat()).buffer)
    const text = await graph(['pagerank', '--edges', karate])
    const zipped = await graph(['pagerank', '--edges', file('named.gz', gzipSync(named))])
    const binary = await graph([
      'pagerank',
      '--edges',
      file('pairs.bin', pairs),
      '--format',
      'u32le',
    ])
    // networkx 3: 0.10091918 for 34 and 0.09699729 for 1.
    expect(text.answer.ranks).toHaveLength(34)
    expect(text.answer.ranks[0]?.node).toBe(34)
    expect(text.answer.ranks[0]?.rank).toBeCloseTo(0.100919, 5)
    expect(text.answer.ranks[1]).toMatchObject({ node: 1 })
    expect(text.answer.ranks[1]?.rank).toBeCloseTo(0.096997, 5)
    const values = ({ answer }: typeof text) => answer.ranks.map(({ rank }) => rank)
    expect(values(zipped)).toEqual(values(text))
    expect(zipped.answer.ranks[0]?.node).toBe('member34')
    expect(values(binary)).toEqual(values(text))
    const directed = await graph(['pagerank', '--edges', '-', '--directed'], {
      input: 'a b\nb c\n',
    })
    expect(directed.answer.ranks.map(({ node }) => node)).toEqual(['c', 'b', 'a'])
  })

  it('chooses seeds, the same ones for the same seed, and says how far they reach', async () => {
    const args = ['seeds', '--edges', karate, '--k', '2', '--seed', '7', '--epsilon', '0.2']
    const [first, second] = [await graph(args), await graph(args)]
    expect(first.answer.seeds).toEqual(second.answer.seeds)
    expect(new Set(first.answer.seeds)).toEqual(new Set([1, 34]))
    const { low, estimate, high } = first.answer.reach
    expect([low <= estimate, estimate <= high]).toEqual([true, true])
    expect(first.answer.weights).toBe('weighted-cascade')
    const input = 'a b 1\nb c 1\nd e 0.001\n'
    const chances = await graph(['seeds', '--edges', '-', '--directed', '--k', '1'], { input })
    expect(chances.answer).toMatchObject({ seeds: ['a'], weights: 'column' })
    expect(chances.answer.reach.estimate).toBeGreaterThan(2.9)
  })

  it('has an answer for graphs that are hardly ones', async () => {
    const one = await graph(['communities', '--edges', '-'], { input: 'a a\n' })
    expect(one).toMatchObject({ code: 0, answer: { nodes: 1, communities: [0] } })
    expect(one.err).toMatch(/self-loops/)
    const seed = await graph(['seeds', '--edges', '-'], { input: 'a a\n' })
    expect(seed.answer).toMatchObject({ seeds: ['a'], reach: { estimate: 1 } })
    const twice = await graph(['pagerank', '--edges', '-'], { input: '1 2\n1 2\n2 1\n3 3\n' })
    expect(twice.answer).toMatchObject({ nodes: 3, edges: 4, distinct: 2 })
    const times = await graph(['communities', '--edges', '-'], { input: '1 2 1082040961\n' })
    expect(times.err).toMatch(/looks like times/)
  })

  it.each<[string, string[], string, RegExp, RegExp]>([
    ['an empty file', ['seeds'], '', /stdin.*no edge/, /辺がありません/],
    ['comments only', ['pagerank'], '# n\n\n', /no edge/, /辺がありません/],
    [
      'NaN',
      ['communities'],
      '1 2\n2 3 NaN\n',
      /\(stdin\):2:weight.*NaN/,
      /2:weight.*数ではありません/,
    ],
    ['a negative weight', ['pagerank'], '1 2 -1\n', /:1:weight.*negative/, /負の数/],
    ['one end only', ['pagerank'], '1 2\n\n3\n', /:3:target.*two ends/, /両端/],
    ['four columns', ['pagerank'], '1 2 3 4\n', /:1:.*two or three columns/, /3 列/],
    ['no chance', ['seeds'], 'a b 0.5\nb c 2\n', /:2:weight.*probabilities/, /確率/],
    [
      'no chances at all',
      ['seeds', '--weights', 'column'],
      'a b\n',
      /no column of weights/,
      /重みの列/,
    ],
    ['more seeds than nodes', ['seeds', '--k', '3'], 'a b\n', /--k 3.*2 nodes/, /節点数 2/],
    ['bytes', ['pagerank'], 'a\0b c\n', /:1:.*not text/, /テキストではありません/],
    [
      'half a pair',
      ['pagerank', '--format', 'u32le'],
      '12345',
      /half|ends within/,
      /途中で終わって/,
    ],
    ['an unknown option', ['pagerank', '--bogus'], '1 2\n', /bogus.*Usage/s, /使い方/],
    ['an unknown algorithm', ['louvain'], '1 2\n', /pagerank, communities, seeds/, /使い方/],
    ['no algorithm', [], '1 2\n', /pagerank, communities, seeds/, /使い方/],
    ['a k of nothing', ['seeds', '--k', '0'], '1 2\n', /--k must be a whole number/, /--k/],
    ['a large epsilon', ['seeds', '--epsilon', '1'], '1 2\n', /--epsilon must/, /--epsilon/],
    ['a bad seed', ['seeds', '--seed', 'x'], '1 2\n', /--seed must/, /--seed/],
    [
      'another format',
      ['seeds', '--format', 'csv'],
      '1 2\n',
      /--format must be one of/,
      /--format/,
    ],
  ])('refuses %s in words', async (_, args, input, english, japanese) => {
    const { words, code } = await refusalOf([...args, '--edges', '-'], input)
    expect(code).toBe(2)
    expect(words.en).toMatch(english)
    expect(words.ja).toMatch(japanese)
  })

  it('tells a refusal in the language of the terminal and ends with 2', async () => {
    const input = '1 2\n2 3 NaN\n'
    const ja = await graph(['pagerank', '--edges', '-'], { input, lang: 'ja_JP.UTF-8' })
    expect(ja.code).toBe(2)
    expect(ja.err).toMatch(/^\(stdin\):2:weight: 重み「NaN」は数ではありません/)
    const en = await graph(['pagerank', '--edges', '-', '--bogus'], { input })
    expect(en.code).toBe(2)
    expect(en.err).toMatch(/bogus.*Usage/s)
  })

  it('names files that cannot be read or written', async () => {
    const english = async (...args: string[]) => (await refusalOf(['pagerank', ...args])).words.en
    expect(await english('--edges', '/nowhere/edges.txt')).toMatch(/edges\.txt.*ENOENT/)
    expect(await english('--edges', '/nowhere/e', '--format', 'u32le')).toMatch(/ENOENT/)
    expect(await english('--edges', folder)).toMatch(/folder/)
    expect(await english('--edges', file('plain.gz', '1 2\n'))).toMatch(/not gzip/)
    const cut = gzipSync('1 2\n'.repeat(10_000)).subarray(0, 60)
    expect(await english('--edges', file('cut.gz', cut))).toMatch(/cut off or damaged/)
    expect(await english('--edges', karate, '--out', '/nowhere/out.txt')).toMatch(
      /out\.txt.*ENOENT/,
    )
    expect(await english()).toMatch(/--edges is missing/)
  })
})
