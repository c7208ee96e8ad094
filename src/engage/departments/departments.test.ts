import { expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { makeWorkspace, newId } from '#test/workspace.ts'
import { assign, departmentsDuring } from './assignments.ts'
import { departmentNamed, renameDepartment } from './departments.ts'

it('a department stands beside whoever looked after somebody by its name of then', async () => {
  const workspace = await makeWorkspace()
  const [change, member] = [changeIn(workspace), newId()]
  const during = await workspace.run(async (tx) => {
    const { id } = await departmentNamed(tx, '東支店', change)
    const stay = { member, department: id, since: '2020-04-01', until: '2024-03-31' }
    await assign(tx, stay, change)
    await renameDepartment(tx, id, { name: '東日本支社', since: '2023-04-01' }, change)
    const tenures = ['2023-03-30', '2023-03-31T23:00:00', '2023-04-02', null].map((until) => ({
      member: { id: member, name: null },
      since: '2021-01-01T00:00:00Z',
      until: until === null ? null : `${until.padEnd(19, 'T00:00:00')}Z`,
    }))
    return departmentsDuring(tx, tenures, new Date())
  })
  const names = during.map((departments) => departments.map(({ name }) => name))
  // 23:00 in Greenwich is the next day where the workspace is.
  expect(names).toEqual([['東支店'], ['東日本支社'], ['東日本支社'], ['東日本支社']])
})
