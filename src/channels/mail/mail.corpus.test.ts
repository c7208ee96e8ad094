import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { emlFormat } from './receive.ts'

const corpus = fileURLToPath(new URL('../../../../shared/data/channels/mail', import.meta.url))
const emails = `${corpus}/mikel_mail/spec/fixtures/emails`
const isThere = existsSync(corpus)
if (!isThere) console.warn(`mail corpus is not at ${corpus}: its tests are skipped`)

const CONTEXT = {
  arrivedAt: new Date('2026-11-21T00:00:00Z'),
  scope: 'corpus',
  timeZone: 'Asia/Tokyo',
}

/** What became of one file: the activity, or why it was refused. */
async function receive(path: string): Promise<IncomingActivity | string> {
  const outcomes: (IncomingActivity | string)[] = []
  for await (const record of emlFormat.split(createReadStream(path), CONTEXT)) {
    const read = 'refusal' in record ? record : emlFormat.read(record, CONTEXT)
    if ('refusal' in read)
      outcomes.push(`${read.refusal.reason} ${read.refusal.field ?? ''}`.trim())
    else if (read.arrival.kind === 'activity') outcomes.push(read.arrival)
  }
  const [outcome] = outcomes
  if (outcomes.length !== 1 || outcome === undefined) throw new Error(`${path}: not one outcome`)
  return outcome
}

test.skipIf(!isThere)('every file is one activity or one refusal with its reason', async () => {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const refused: string[] = []
  let bots = 0
  for (const { parentPath, name } of files) {
    const outcome = await receive(`${parentPath}/${name}`)
    if (typeof outcome === 'string') refused.push(`${name}: ${outcome}`)
    else if (outcome.actor.kind === 'bot') bots += 1
  }
  console.log(
    `mail corpus: ${files.length} files, ${files.length - refused.length} read (${bots} from machines), ${refused.length} refused`,
  )
  console.log(refused.join('\n'))
  expect(files.length).toBeGreaterThanOrEqual(100)
  expect(refused.length).toBeLessThanOrEqual(8)
  expect(bots).toBeGreaterThanOrEqual(5)
})

/** The body as iconv-lite or TextDecoder reads it, without our code or mailparser. */
function bodyOf(name: string, decode: (bytes: Buffer) => string): string {
  const bytes = readFileSync(`${emails}/${name}`)
  const text = bytes.toString('latin1')
  const body = text.slice(text.search(/\r?\n\r?\n/)).trim()
  return decode(Buffer.from(body, 'latin1')).replaceAll('\r\n', '\n')
}

test.skipIf(!isThere).each([
  [
    'multi_charset/japanese_shift_jis.eml',
    (bytes: Buffer) => iconv.decode(bytes, 'cp932'),
    'テスト用のメール',
  ],
  [
    'multi_charset/japanese_iso_2022.eml',
    (bytes: Buffer) => new TextDecoder('iso-2022-jp').decode(bytes),
    'すみません。',
  ],
  [
    'multi_charset/ks_c_5601-1987.eml',
    (bytes: Buffer) => new TextDecoder('euc-kr').decode(bytes),
    '스티해',
  ],
  [
    'multi_charset/japanese.eml',
    (bytes: Buffer) => Buffer.from(bytes.toString(), 'base64').toString(),
    'かきくえこ',
  ],
] as const)('%s is readable', async (name, decode, words) => {
  const expected = bodyOf(name, decode)
  expect(expected).toContain(words)
  const outcome = await receive(`${emails}/${name}`)
  expect(outcome).toMatchObject({ content: { text: expected.trimEnd() } })
})

test.skipIf(!isThere)('Japanese and Korean subjects are readable', async () => {
  const titleOf = async (name: string) => {
    const outcome = await receive(`${emails}/${name}`)
    return typeof outcome === 'string' ? outcome : outcome.content?.title
  }
  expect(await titleOf('multi_charset/japanese_iso_2022.eml')).toBe('まみむめも')
  expect(await titleOf('plain_emails/raw_email_with_partially_quoted_subject.eml')).toContain(
    '漢字',
  )
  expect(await titleOf('rfc2822/example14.eml')).toContain('テストテスト')
})
