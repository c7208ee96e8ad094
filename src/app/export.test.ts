import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvEncoding, type ExportName, exportBytes, exportText } from '#channels/export.ts'
import { writeActivity } from '#channels/file/write-activity.ts'
import { arbitraryActivity } from '#channels/testing/arbitrary-activity.ts'
import type { ImportFormat } from '#listen/index.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { logState } from '#test/log-state.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { checkDerived } from '#understand/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'

async function exported(
  workspace: TestWorkspace,
  name: ExportName,
  encoding: CsvEncoding = 'utf-8',
): Promise<Buffer> {
  const parts: Uint8Array[] = []
  const text = exportText(workspace.door, workspace.id, name)
  for await (const part of exportBytes(text, name, encoding)) parts.push(part)
  return Buffer.concat(parts)
}

/** What an export can carry: all but payloads, how often something was edited, and the traces of old names. */
async function carried(workspace: TestWorkspace): Promise<unknown> {
  const { payloads: _, ...state } = await logState(workspace)
  const without = (row: unknown) => {
    const { revision, read_revision, tokens, ...rest } = row as Record<string, unknown>
    return 'external_key' in rest ? { ...rest, tokens } : rest
  }
  return Object.fromEntries(Object.entries(state).map(([name, rows]) => [name, rows.map(without)]))
}

async function throughExport(
  workspace: TestWorkspace,
  names: readonly ExportName[],
): Promise<TestWorkspace> {
  const other = await makeWorkspace()
  for (const name of names) {
    const bytes = await exported(workspace, name)
    const { tally } = await importBytes(await testListening(), other, name as ImportFormat, bytes, {
      fileName: name,
    })
    expect(tally.refused).toBe(0)
  }
  return other
}

/** Accounts say the same of themselves wherever they speak: what they said before is not kept. */
function consistent(activities: IncomingActivity[]): IncomingActivity[] {
  const known = new Map<string, IncomingActivity['actor']>()
  const same = (handle: IncomingActivity['actor']) => {
    const key = `${handle.platform}\n${handle.externalId}`
    const { verifiedLinks: _, ...first } = known.get(key) ?? handle
    known.set(key, first)
    return first
  }
  return activities.map((activity) => ({
    ...activity,
    actor: same(activity.actor),
    ...(activity.objectHandle && { objectHandle: same(activity.objectHandle) }),
    ...(activity.mentions && { mentions: activity.mentions.map(same) }),
  }))
}

describe('export after import', () => {
  it('loses nothing (property)', { timeout: 120_000 }, async () => {
    const listening = await testListening()
    const log = fc.tuple(
      fc.array(arbitraryActivity, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(11), { maxLength: 3 }),
      fc.boolean(),
    )
    let kept = 0
    await fc.assert(
      fc.asyncProperty(log, async ([activities, gone, isAccountGone]) => {
        const told = consistent(activities)
        const lines: object[] = told.map(writeActivity)
        for (const at of gone) {
          const one = told[at]
          const id = one?.externalKey ?? `never ${at}`
          lines.push({ type: 'Tombstone', platform: one?.platform ?? 'x', id })
        }
        const [first] = told
        if (isAccountGone && first !== undefined) {
          const { platform, externalId } = first.actor
          const account = { platform, handle: externalId }
          lines.push({ type: 'Delete', actor: account, object: account })
        }
        const bytes = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))
        const workspace = await makeWorkspace()
        await importBytes(listening, workspace, 'activities', bytes)
        const other = await throughExport(workspace, ['activities'])
        expect(await carried(other)).toEqual(await carried(workspace))
        expect(await other.run(checkDerived)).toEqual([])
        kept += told.length
      }),
      // Each shrinking step is two imports: the first counterexample tells enough.
      { numRuns: 25, endOnFailure: true },
    )
    console.info(`export: ${kept} random activities went through`)
  })

  it('changes nothing in the workspace that it came from', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const csv =
      'name,platform,handle,email,relation,organisation\n=cmd|A1,x,-ab,a@example.com,顧客,"@Acme, Inc."\n'
    await importBytes(listening, workspace, 'people-csv', Buffer.from(csv))
    const sold = 'id,date,email,amount,currency\n1,2026-06-01,a@example.com,12.5,USD\n'
    await importBytes(listening, workspace, 'outcomes-csv', Buffer.from(sold), { fileName: 'b' })
    const state = await logState(workspace)
    for (const name of ['activities', 'people-csv', 'outcomes-csv'] as const) {
      const bytes = await exported(workspace, name)
      const { tally } = await importBytes(listening, workspace, name, bytes, { fileName: name })
      const { read, duplicate } = tally
      expect({ name, duplicate }).toEqual({ name, duplicate: read })
      expect(read).toBeGreaterThan(0)
    }
    expect(await logState(workspace)).toEqual(state)
  })

  it('brings people with their accounts, places and relations', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const csv = `name,family,given,reading,platform,handle,email,organisation,role,since,until,relation
山田 花子,山田,花子,やまだ はなこ,x,hana,h@example.jp,株式会社A,部長,2020-04-01,,顧客;支持者
山田 花子,山田,花子,やまだ はなこ,x,hana,h@example.jp,B社,,2015-04-01,2020-03-31,
Sally Smith,Smith,Sally,,,,s@example.com,,,,,media
`
    await importBytes(listening, workspace, 'people-csv', Buffer.from(csv))
    const people = await exported(workspace, 'people-csv')
    const other = await throughExport(workspace, ['people-csv'])
    // Those met within one millisecond are in no order.
    const linesOf = (bytes: Buffer) => bytes.toString().split('\r\n').sort()
    expect(linesOf(await exported(other, 'people-csv'))).toEqual(linesOf(people))
    expect(people.toString()).toContain('2015-04-01,2020-03-31')
    expect((await carried(other)) as object).toMatchObject({
      handles: expect.arrayContaining([
        expect.objectContaining({ external_id: 'hana', person: '山田 花子' }),
        expect.objectContaining({ external_id: 'h@example.jp', person: '山田 花子' }),
      ]),
    })
  })

  it('brings everybody who left and came back, with all their stays', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const csv = `name,email,organisation,role,since,until
Hana,h@example.jp,A,部長,2022-04-01,
Hana,h@example.jp,A,主任,2010-04-01,2015-03-31
Hana,h@example.jp,A,係長,2016-04-01,2018-03-31
Taro,t@example.jp,A,主任,2010-04-01,2015-03-31
Taro,t@example.jp,A,部長,,
Jiro,j@example.jp,A,部長,2022-04-01,
Jiro,j@example.jp,A,,,2015-03-31
Goro,g@example.jp,A,部長,2022-04-01,
Goro,g@example.jp,A,,,2025-03-31
`
    await importBytes(listening, workspace, 'people-csv', Buffer.from(csv))
    const placesOf = async (from: TestWorkspace) =>
      (await exported(from, 'people-csv'))
        .toString()
        .split('\r\n')
        .map((line) => line.split(','))
        .filter((cells) => cells[4] === 'A')
        .map(([name, , , , , ...place]) => [name, ...place.slice(0, 3)].join(' '))
        .sort()
    const places = [
      'Goro 部長 2022-04-01 2025-03-31',
      'Hana 主任 2010-04-01 2015-03-31',
      'Hana 係長 2016-04-01 2018-03-31',
      'Hana 部長 2022-04-01 ',
      'Jiro   2015-03-31',
      'Jiro 部長 2022-04-01 ',
      'Taro 主任 2010-04-01 2015-03-31',
      'Taro 部長  ',
    ]
    expect(await placesOf(workspace)).toEqual(places)
    expect(await placesOf(await throughExport(workspace, ['people-csv']))).toEqual(places)
  })

  it('writes tables that a spreadsheet takes harmlessly, in UTF-8 with mark or CP932', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const csv = 'name,platform,handle\n=HYPERLINK("x"),x,@a\n〜髙橋①😀,x,b\n'
    await importBytes(listening, workspace, 'people-csv', Buffer.from(csv))
    const text = (await exported(workspace, 'people-csv')).toString()
    expect(text.startsWith('\uFEFFname,family,')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    const cp932 = await exported(workspace, 'people-csv', 'cp932')
    expect(new TextDecoder('shift_jis').decode(cp932)).toContain('～髙橋①?')
  })

  it('walks a log of several pages in its order', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const lines = Array.from({ length: 1_234 }, (_, i) =>
      JSON.stringify({
        ...{ id: `k${i}`, type: 'Create', content: `投稿 ${i}` },
        actor: { platform: 'shop', handle: `h${i % 700}` },
        published: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
      }),
    )
    await importBytes(listening, workspace, 'activities', Buffer.from(lines.join('\n')))
    const text = (await exported(workspace, 'activities')).toString()
    const ids = text
      .split('\n')
      .flatMap((line) => /"id":"(k\d+)","type":"Create"/.exec(line)?.[1] ?? [])
    expect(ids).toEqual(lines.map((_, i) => `k${i}`))
    const other = await throughExport(workspace, ['activities'])
    expect(await carried(other)).toEqual(await carried(workspace))
  })
})
