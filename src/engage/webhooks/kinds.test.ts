import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WEBHOOK_KIND_NAMES } from '#vocabulary/index.ts'
import { drawSecret, signDelivery } from './sign-delivery.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

/** The code that writes events: all but the tests, and but the list itself. */
function sources(): string {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  const isCode = (file: string) => file.endsWith('.ts') && !file.endsWith('.test.ts')
  const code = files.filter((file) => isCode(file) && !file.includes('webhook'))
  return code.map((file) => readFileSync(join(ROOT, 'src', file), 'utf8')).join('\n')
}

/** Names that are put together where they are written; each by the words that stand there. */
const PUT_TOGETHER: Record<string, RegExp> = {
  'person.tagged': /\.tagged/,
  'person.fields-changed': /\.fields-changed/,
  'person.owner-changed': /\.owner-changed/,
  'organisation.owner-changed': /\.owner-changed/,
  'deal.lost': /`deal\.\$\{howMoved/,
  'deal.moved': /`deal\.\$\{howMoved/,
  'deal.won': /`deal\.\$\{howMoved/,
  'deal.reopened': /`deal\.\$\{howMoved/,
  'task.opened': /'task\.opened'/,
  'import.done': /`import\.\$\{state\}`/,
  'import.failed': /`import\.\$\{state\}`/,
  'import.stopped': /import\.\$\{state\}/,
  'experiment.started': /`experiment\.\$\{PAST/,
  'experiment.ended': /`experiment\.\$\{PAST/,
}
for (const noun of ['person', 'organisation']) {
  for (const what of ['relation-added', 'relation-changed', 'relation-removed']) {
    PUT_TOGETHER[`${noun}.${what}`] = new RegExp(`tell\\(tx, .+'${what}'`)
  }
}

describe('the kinds of webhooks', () => {
  it('are names of events that something writes', () => {
    const code = sources()
    const unknown = WEBHOOK_KIND_NAMES.filter((kind) => {
      const written = PUT_TOGETHER[kind] ?? new RegExp(`['"\`]${kind.replace('.', '\\.')}['"\`]`)
      return !written.test(code)
    })
    // Told of a batch that was heard; nothing else is called so.
    expect(unknown).toEqual(['outcome.recorded'])
  })
})

describe.each(['en', 'ja'])('the example of the guide (%s)', (language) => {
  it('takes what is ours and nothing else', () => {
    const guide = readFileSync(join(ROOT, `docs/guides/webhooks.${language}.md`), 'utf8')
    const code = /```ts\n([\s\S]+?)```/.exec(guide)?.[1] ?? ''
    const at = new Date('2026-04-01T00:00:00Z')
    const secret = drawSecret((into) => into.fill(7))
    const body = '{"type":"deal.won","data":{"name":"導入"}}'
    const headers = signDelivery({ id: 'one', body }, at, ['whsec_AAAA', secret])
    const cases = [
      [body, headers, secret, at],
      [`${body} `, headers, secret, at],
      [body, { ...headers, 'webhook-id': 'two' }, secret, at],
      [body, headers, 'whsec_BBBB', at],
      [body, headers, secret, new Date(at.getTime() + 301_000)],
      [body, {}, secret, at],
    ]
    const folder = mkdtempSync(join(tmpdir(), 'enishi-guide-'))
    try {
      const calls = cases.map((one) => {
        const [text, sent, key, now] = one.map((part) => JSON.stringify(part))
        return `isFromEnishi(${text}, ${sent}, ${key}, new Date(${now}))`
      })
      const file = join(folder, 'guide.ts')
      writeFileSync(file, `${code}\nconsole.log(JSON.stringify([${calls.join(', ')}]))`)
      const said = execFileSync(process.execPath, [file], { encoding: 'utf8' })
      expect(JSON.parse(said)).toEqual([true, false, false, false, false, false])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
