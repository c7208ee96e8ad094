import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { INTENTS, STAGES_OR_NONE } from '#vocabulary/index.ts'

const ENISHI = fileURLToPath(new URL('../bin/enishi', import.meta.url))

interface Run {
  answers: Record<string, never>[]
  err: string
  code: number | null
}

/** Runs `enishi read` on lines given on standard input. */
async function read(lines: readonly string[], ...args: string[]): Promise<Run> {
  const child = spawn(process.execPath, [ENISHI, 'read', ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  child.stdin.end(lines.join('\n'))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    answers: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    err,
    code,
  }
}

const line = (id: string, text: string, more = {}) => JSON.stringify({ id, text, ...more })

describe('enishi read', () => {
  it('answers each text in the form of the contract, in order', async () => {
    const { answers, code } = await read([
      line('1', 'It broke after two days and nobody answers. I want my money back!', {
        lang: 'en',
      }),
      line('2', '来週あたり買おうと思ってるんだけど、AとBどっちがいいかな？'),
    ])
    expect(code).toBe(0)
    expect(answers).toMatchObject([
      {
        id: '1',
        lang: 'en',
        sentiment: { label: 'negative' },
        stage: { label: 'satisfaction' },
        stance: 'against',
      },
      { id: '2', lang: 'ja', stage: { label: 'evaluation' } },
    ])
    for (const answer of answers as unknown as Record<string, Record<string, number>>[]) {
      expect(Object.keys(answer.intents ?? {})).toEqual([...INTENTS])
      const probabilities = answer.stage?.probabilities as unknown as Record<string, number>
      expect(Object.keys(probabilities)).toEqual([...STAGES_OR_NONE])
      const sum = Object.values(probabilities).reduce((total, one) => total + one, 0)
      expect(sum).toBeCloseTo(1, 1)
      expect(answer).not.toHaveProperty('evidence')
      expect(answer.model).toMatch(/^base-\d+$/)
    }
  })

  it('reports bad lines by number, reads the rest and ends with 2', async () => {
    const { answers, err, code } = await read([
      line('1', 'fine'),
      '{"id": 2, "text"',
      line('3', 'also fine'),
      '{"id": "4"}',
      '[1]',
      '',
      line('6', ''),
    ])
    expect(answers.map(({ id }) => id)).toEqual(['1', '3', '6'])
    expect(code).toBe(2)
    expect(err).toMatch(/:2: not read/)
    expect(err).toMatch(/:4: not read/)
    expect(err).toMatch(/:5: not read/)
  })

  it('reads the empty text, 100,000 characters, one emoji and mixed scripts', async () => {
    const { answers, code } = await read([
      line('empty', ''),
      line('long', 'とても長い文章です。'.repeat(10_000)),
      line('emoji', '😡'),
      line('mixed', 'このアプリ crash しすぎ… не работает 안돼요 😭'),
      line('surrogate', '\ud83d lone'),
    ])
    expect(code).toBe(0)
    expect(answers).toHaveLength(5)
    expect(answers[0]).toMatchObject({ lang: 'und', sentiment: { label: 'neutral' } })
    expect(answers[2]).toMatchObject({ sentiment: { label: 'negative' } })
  })

  it('finds topics of a file, and says why with --explain', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enishi-read-'))
    const topics = join(folder, 'topics.json')
    writeFileSync(topics, '[{"id":"t1","name":"みつばち号","kind":"own","aliases":["Honeybee"]}]')
    const text = 'みつばち号、最悪。すぐ壊れた'
    const { answers } = await read([line('1', text)], '--topics', topics, '--explain')
    const [answer] = answers as unknown as {
      topics: unknown
      evidence: { of: string; text: string; start: number; end: number; weight: number }[]
    }[]
    expect(answer?.topics).toEqual([{ id: 't1', start: 0, end: 5 }])
    expect(answer?.evidence.length).toBeGreaterThan(0)
    for (const piece of answer?.evidence ?? []) {
      expect(text.slice(piece.start, piece.end)).toBe(piece.text)
    }
    const bad = join(folder, 'bad.json')
    writeFileSync(bad, '{"name":"x"}')
    const refused = await read([line('1', 'x')], '--topics', bad)
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/bad\.json/)
  })

  it('names a file that cannot be read', async () => {
    const { code, err } = await read([], '/nowhere/posts.jsonl')
    expect(code).toBe(2)
    expect(err).toMatch(/posts\.jsonl.*ENOENT|ENOENT.*posts\.jsonl/s)
  })
})
