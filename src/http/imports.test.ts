import { describe, expect, it } from 'vitest'
import { createApiKey } from '#store/api-keys.ts'
import { makeCast, startServer, testContext } from '#test/server.ts'
import { randomBytes, testDoor } from '#test/workspace.ts'

const TABLE = '案件名,会社名,契約更新日,営業担当\n春の導入,みなみ商店,2027-04-01,a@example.com\n'

describe('the columns of a table', () => {
  it('may hold fields that the workspace added, by guess and as somebody chose', async () => {
    const door = testDoor()
    const web = await startServer({ door, context: await testContext(door) })
    const { workspaceId } = await makeCast(door)
    const clock = { now: () => new Date(), random: randomBytes }
    const wanted = { workspaceId, name: 'k', scope: 'admin', userId: null } as const
    const { key } = await createApiKey(door, clock, wanted)
    const headers = { authorization: `Bearer ${key}` }
    const post = async (url: string, payload: object | string) => {
      const type = typeof payload === 'string' ? 'application/octet-stream' : 'application/json'
      const sent = { ...headers, 'content-type': type }
      return web.ask({ method: 'POST', url: `/api/v1${url}`, headers: sent, payload })
    }
    const added = await post('/custom-fields', {
      ...{ subject: 'deal', name: '契約更新日', kind: 'date' },
    })
    const { id } = added.json()
    const upload = await post('/uploads?name=deals.csv', TABLE)
    const { uploadId, table } = upload.json()
    expect(table.fields).toEqual({ 'deals-csv': [{ id, name: '契約更新日' }] })
    expect(table.mappings['deals-csv']).toEqual({
      ...{ name: '案件名', organisation: '会社名', owner: '営業担当' },
      [`field:${id}`]: '契約更新日',
    })
    const columns = { name: '案件名', [`field:${id}`]: '契約更新日' }
    const begun = await post('/imports', { uploadId, format: 'deals-csv', columns })
    expect(begun.statusCode).toBe(202)
    expect(begun.json()).toMatchObject({ format: 'deals-csv', noted: 0 })
    const again = (await post('/uploads?name=deals.csv', TABLE)).json()
    expect(again.table.remembered).toEqual(['deals-csv'])
    expect(again.table.mappings['deals-csv']).toEqual(columns)
    const strange = { ...columns, 'field:nothing': '会社名' }
    const refused = await post('/imports', { uploadId, format: 'deals-csv', columns: strange })
    expect(refused.statusCode).toBe(400)
  })
})
