import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { getHeapSpaceStatistics } from 'node:v8'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createReader, loadBaseModel, loadLanguageDetector } from '#understand/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { readSeedCorpus } from '../training/examples.ts'

/** `enishi read` over many varied lines: the aim is 1,000,000 in constant memory. */
const LINES = Number(process.env.ENISHI_LINES ?? 20_000)
const MEGABYTE = 1024 * 1024
const ENISHI = fileURLToPath(new URL('../bin/enishi', import.meta.url))
/** Started and with a full young generation; what V8 collects late comes on top. */
const PEAK_BYTES_MAX = 400 * MEGABYTE
/** What the second half may hold beyond the first. */
const GROWTH_BYTES_MAX = 48 * MEGABYTE
/** Of a post's garbage: what outlives the young generation stays until all memory is collected. */
const OUTLIVING_BYTES_MAX = 40

const folder = mkdtempSync(join(tmpdir(), 'enishi-read-many-'))
const file = join(folder, 'posts.jsonl')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let bad: number[]
beforeAll(async () => {
  bad = await writeLines(file, LINES)
})

const random = seededChance(1, 'posts')
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
const corpus = readSeedCorpus()
const TEXTS = {
  en: corpus.filter(({ lang }) => lang === 'en').map(({ text }) => text.split(' ')),
  ja: corpus.filter(({ lang }) => lang === 'ja').map(({ text }) => [...text]),
}

/** No list holds it: names, typos and addresses never end. */
function newWord(): string {
  return Math.floor(random() * 36 ** 6).toString(36)
}

/** The beginning of one post and the end of another, with words that nobody has seen. */
function variedText(): string {
  const lang = random() < 0.5 ? 'en' : 'ja'
  const [first, second] = [pick(TEXTS[lang]), pick(TEXTS[lang])]
  const head = first.slice(0, 1 + Math.floor(random() * first.length))
  const tail = second.slice(Math.floor(random() * second.length))
  const strange = lang === 'en' ? Array.from({ length: 5 }, newWord) : [` @${newWord()} `]
  return [...head, ...strange, ...tail].join(lang === 'en' ? ' ' : '')
}

const BAD = ['{"id":1,"text":"cut', '{"id":2}', 'no JSON', '{"id":3,"text":4}', '["list"]'] as const

/** One line in fifty is bad; answers their numbers. */
async function writeLines(path: string, lines: number): Promise<number[]> {
  const out = createWriteStream(path)
  const numbers: number[] = []
  for (let line = 1; line <= lines; line++) {
    const isBad = random() < 0.02
    if (isBad) numbers.push(line)
    const text = isBad ? pick(BAD) : JSON.stringify({ id: String(line), text: variedText() })
    if (!out.write(`${text}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return numbers
}

function residentBytes({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Runs it to the end; what was answered and refused, and the most it held in each half of the lines. */
async function runRead(mode: 'file' | 'pipe') {
  const args = mode === 'file' ? [ENISHI, 'read', file] : [ENISHI, 'read']
  const child = spawn(process.execPath, args, { env: { ...process.env, LANG: 'en_US.UTF-8' } })
  const fed = mode === 'pipe' ? pipeline(createReadStream(file), child.stdin) : child.stdin.end()
  const refused: number[] = []
  const errors = createInterface({ input: child.stderr })
  errors.on('line', (line) => {
    const number = /:(\d+): not read/.exec(line)?.[1]
    if (number !== undefined) refused.push(Number(number))
  })
  const closed = once(child, 'close')
  const answered: number[] = []
  const peaks: [number, number] = [0, 0]
  for await (const line of createInterface({ input: child.stdout })) {
    answered.push(Number(JSON.parse(line).id))
    if (answered.length % 500 !== 0) continue
    const half = answered.length < LINES / 2 ? 0 : 1
    peaks[half] = Math.max(peaks[half], residentBytes(child))
  }
  const [code] = await closed
  await fed
  return { code, answered, refused, peaks }
}

it.each(['file', 'pipe'] as const)(
  `reads ${LINES} lines of a %s in constant memory`,
  async (mode) => {
    const { code, answered, refused, peaks } = await runRead(mode)
    const [early, late] = peaks
    console.log(
      `${mode}: ${answered.length} answers, ${refused.length} refused; ` +
        `at most ${(early / MEGABYTE).toFixed(0)} MB in the first half, ${(late / MEGABYTE).toFixed(0)} in the second`,
    )
    expect(code).toBe(2)
    expect(refused).toEqual(bad)
    const isBad = new Set(bad)
    const good = Array.from({ length: LINES }, (_, at) => at + 1).filter((line) => !isBad.has(line))
    expect(answered).toEqual(good)
    expect(early).toBeGreaterThan(100 * MEGABYTE)
    expect(late).toBeLessThan(PEAK_BYTES_MAX)
    expect(late - early).toBeLessThan(GROWTH_BYTES_MAX)
  },
)

/** Bytes of the old generation. */
function outlivingBytes(): number {
  const spaces = getHeapSpaceStatistics().filter(({ space_name }) => /^old_/.test(space_name))
  return spaces.reduce((sum, { space_used_size }) => sum + space_used_size, 0)
}

it('leaves hardly anything of a post behind, however many new words come', async () => {
  const reader = createReader(await loadLanguageDetector(), loadBaseModel())
  const posts = Array.from({ length: 40_000 }, variedText)
  for (const text of posts.slice(0, 20_000)) reader.read(text)
  const measured = posts.slice(20_000)
  let before = outlivingBytes()
  let left = 0
  for (const [at, text] of measured.entries()) {
    reader.read(text)
    if (at % 200 !== 0) continue
    const now = outlivingBytes()
    // Less than before: all memory was collected in between.
    left += Math.max(0, now - before)
    before = now
  }
  console.log(`${(left / measured.length).toFixed(0)} bytes of a post outlive the young generation`)
  expect(left / measured.length).toBeLessThan(OUTLIVING_BYTES_MAX)
})
