import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { listRefusals } from '#listen/index.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { logState } from '#test/log-state.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { checkDerived } from '#understand/index.ts'

function line(id: string, content: string, more: Record<string, unknown> = {}): string {
  const actor = { platform: 'shop', handle: `h${id.length}`, name: 'はな' }
  return JSON.stringify({
    id,
    type: 'Create',
    actor,
    content,
    published: '2026-10-01T00:00:00Z',
    ...more,
  })
}

const lines = (...all: string[]) => Buffer.from(`${all.join('\n')}\n`)

async function refusalsOf(workspace: TestWorkspace, id: string) {
  return workspace.run((tx) => listRefusals(tx, id, 0, 1000))
}

describe('importFile', () => {
  it('accounts for every line, and says why one is refused', async () => {
    const workspace = await makeWorkspace()
    const bytes = lines(
      line('1', 'よい'),
      '{"id": "2", "type": ',
      '[1, 2]',
      line('3', 'x', { published: 'yesterday' }),
      line('1', 'よい'),
      JSON.stringify({
        id: '9',
        type: 'Delete',
        actor: { platform: 'shop', handle: 'h1' },
        object: '1',
      }),
    )
    const { tally, state, id } = await importBytes(
      await testListening(),
      workspace,
      'activities',
      bytes,
    )
    expect(state).toBe('done')
    expect(tally).toEqual({ read: 6, new: 1, duplicate: 1, updated: 0, deleted: 1, refused: 3 })
    expect(await refusalsOf(workspace, id)).toMatchObject([
      { line: 2, reason: 'not-json' },
      { line: 3, reason: 'not-an-object' },
      { line: 4, reason: 'bad-date', field: 'published' },
    ])
  })

  it('takes hostile text harmlessly and imports the rest', async () => {
    const workspace = await makeWorkspace()
    const far = (published: string) => ({ published })
    const bytes = lines(
      line('nul', 'a\u0000b'),
      line('lone', 'x').replace('"x"', '"\\ud800 y"'),
      line('rtl', '\u202Eevil\u202C \u200B'),
      line('script', '<script>alert(1)</script>', {
        actor: { platform: 'shop', handle: 's', name: '<img src=x onerror=alert(1)>\u202Egpj' },
      }),
      line('y9999', 'future', far('9999-12-31T23:59:59Z')),
      line('y0', 'past', far('0000-01-01T00:00:00Z')),
      `${'['.repeat(200_000)}`,
      line('last', 'ok'),
    )
    const { tally } = await importBytes(await testListening(), workspace, 'activities', bytes)
    expect(tally).toMatchObject({ read: 8, new: 7, refused: 1 })
    const { activities } = await logState(workspace)
    const texts = Object.fromEntries(
      (activities as { external_key: string; text: string }[]).map((row) => [
        row.external_key,
        row.text,
      ]),
    )
    expect(texts).toMatchObject({
      nul: 'ab',
      lone: '\uFFFD y',
      last: 'ok',
      script: '<script>alert(1)</script>',
    })
    const years = (activities as { external_key: string; published_at: Date }[]).map((row) =>
      row.published_at.getUTCFullYear(),
    )
    expect(Math.min(...years)).toBe(1990)
    expect(Math.max(...years)).toBeLessThan(2100)
    const { handles } = await logState(workspace)
    expect(JSON.stringify(handles)).not.toContain('\u202E')
  })

  it('refuses a line of 200 MB without holding it, and reads on', async () => {
    const workspace = await makeWorkspace()
    const huge = Buffer.alloc(1024 * 1024, 'x')
    async function* bytes() {
      yield lines(line('1', 'before'))
      for (let i = 0; i < 200; i++) yield huge
      yield Buffer.from('\n')
      yield lines(line('2', 'after'))
    }
    const before = process.memoryUsage().rss
    const { tally, id } = await importBytes(await testListening(), workspace, 'activities', bytes())
    expect(tally).toMatchObject({ read: 3, new: 2, refused: 1 })
    expect(await refusalsOf(workspace, id)).toMatchObject([{ line: 2, reason: 'line-too-long' }])
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  it('keeps what stood before a gzip bomb or a cut, and tells what is wrong', async () => {
    const listening = await testListening()
    const bomb = gzipSync(
      Buffer.concat([lines(line('1', 'first')), Buffer.alloc(200 * 1024 * 1024)]),
    )
    const workspace = await makeWorkspace()
    await expect(importBytes(listening, workspace, 'activities', bomb)).rejects.toMatchObject({
      code: 'too-large',
    })
    expect((await logState(workspace)).activities).toHaveLength(1)
    const whole = gzipSync(
      lines(...Array.from({ length: 2000 }, (_, i) => line(`k${i}`, `text ${i * 7919}`))),
    )
    const other = await makeWorkspace()
    const cut = whole.subarray(0, whole.length - 2000)
    await expect(importBytes(listening, other, 'activities', cut)).rejects.toMatchObject({
      code: 'bad-input',
    })
    const kept = (await logState(other)).activities?.length ?? 0
    expect(kept).toBeGreaterThan(1000)
    const { tally } = await importBytes(listening, other, 'activities', whole)
    expect(tally).toMatchObject({ read: 2000, new: 2000 })
  })

  it('goes on where it was stopped: the rows are those of an undisturbed run', async () => {
    const listening = await testListening()
    const bytes = lines(
      ...Array.from({ length: 3000 }, (_, i) =>
        i % 10 === 9
          ? JSON.stringify({
              id: `d${i}`,
              type: 'Delete',
              actor: { platform: 'shop', handle: 'h' },
              object: `k${i - 5}`,
            })
          : line(`k${i}`, `投稿 ${i}`),
      ),
    )
    const [calm, stopped] = [await makeWorkspace(), await makeWorkspace()]
    await importBytes(listening, calm, 'activities', bytes)
    const states: string[] = []
    for (let runs = 0; runs < 10; runs++) {
      const controller = new AbortController()
      const ending = await importBytes(listening, stopped, 'activities', bytes, {
        signal: controller.signal,
        onProgress: () => controller.abort(),
      })
      states.push(ending.state)
      if (ending.state === 'done') {
        expect(ending.tally).toMatchObject({ read: 3000, refused: 0 })
        break
      }
    }
    expect(states.at(-1)).toBe('done')
    expect(states.length).toBeGreaterThan(2)
    expect(await logState(stopped)).toEqual(await logState(calm))
    expect(await stopped.run(checkDerived)).toEqual([])
  })

  it('twice is once, for a table too, also where answers repeat', async () => {
    const listening = await testListening()
    const workspace = await makeWorkspace()
    const csv = Buffer.from(
      '\uFEFF回答日,自由記述\r\n2026/10/01,特になし\r\n,特になし\r\n,特になし\r\n2026/13/45,よい\r\n',
    )
    const first = await importBytes(listening, workspace, 'posts-csv', csv, {
      fileName: 'survey.csv',
    })
    expect(first.tally).toMatchObject({ read: 4, new: 3, refused: 1 })
    const state = await logState(workspace)
    const second = await importBytes(listening, workspace, 'posts-csv', csv, {
      fileName: 'survey.csv',
    })
    expect(second.tally).toMatchObject({ read: 4, duplicate: 3, refused: 1 })
    expect((await logState(workspace)).activities).toEqual(state.activities)
  })
})
