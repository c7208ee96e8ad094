import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { seedPerson } from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import { readCandidates } from './read-candidates.ts'

/** Noon in Tokyo. */
const NOW = new Date('2026-09-20T03:00:00Z')
const DAY_MS = 86_400_000

async function tie(
  workspace: TestWorkspace,
  of: {
    from: string
    to: string
    day: string
    answers?: number
    mentions?: number
    likes?: number
  },
): Promise<void> {
  const { from, to, day, answers = 0, mentions = 0, likes = 0 } = of
  await workspace.run((tx) =>
    sql`insert into tie (workspace_id, from_handle_id, to_handle_id, day, answers, mentions, shares,
        likes, follows)
      values (${workspace.id}, ${from}, ${to}, ${day}, ${answers}, ${mentions}, 0, ${likes}, 0)`.execute(
      tx,
    ),
  )
}

async function world() {
  const workspace = await makeWorkspace()
  const add = (name: string) => seedPerson(workspace, name)
  const [colleague, left, asker, other] = [
    await add('colleague'),
    await add('left'),
    await add('asker'),
    await add('other'),
  ]
  const employ = (personId: string, until: string | null) =>
    workspace.run((tx) =>
      sql`insert into relation (workspace_id, id, person_id, kind, source, until)
        values (${workspace.id}, ${newId()}, ${personId}, 'employee', 'member', ${until})`.execute(
        tx,
      ),
    )
  await employ(colleague.personId, null)
  await employ(left.personId, '2026-01-01')
  const read = async () => {
    const roots = [asker.personId, other.personId]
    return workspace.run((tx) => readCandidates(tx, roots, NOW))
  }
  return { workspace, colleague, left, asker, other, read }
}

describe('contacts of candidates', () => {
  it('count what colleagues answer in public, a day once, and nobody else', async () => {
    const { workspace, colleague, left, asker, other, read } = await world()
    const to = asker.handleId
    expect((await read())[0]).toMatchObject({ daysSinceContact: null, contactsInMonth: 0 })
    await tie(workspace, { from: colleague.handleId, to, day: '2026-09-10', answers: 3 })
    await tie(workspace, { from: colleague.handleId, to, day: '2026-09-02', mentions: 1 })
    // Too long ago for the month; a like; somebody who left us; somebody else; what comes later.
    await tie(workspace, { from: colleague.handleId, to, day: '2026-07-01', answers: 1 })
    await tie(workspace, { from: colleague.handleId, to, day: '2026-09-18', likes: 1 })
    await tie(workspace, { from: left.handleId, to, day: '2026-09-19', answers: 1 })
    await tie(workspace, { from: other.handleId, to, day: '2026-09-19', answers: 1 })
    await tie(workspace, { from: colleague.handleId, to, day: '2026-09-21', answers: 1 })
    const [asked, nobody] = await read()
    // Until the end of the tenth in Tokyo.
    const days = (NOW.getTime() - Date.parse('2026-09-10T15:00:00Z')) / DAY_MS
    expect(asked).toMatchObject({ contactsInMonth: 2 })
    expect(asked?.daysSinceContact).toBeCloseTo(days, 9)
    // Whom they answered is no contact of the one who answered.
    expect(nobody).toMatchObject({ daysSinceContact: null, contactsInMonth: 0 })
  })

  it('are just now where the answer is of today', async () => {
    const { workspace, colleague, asker, read } = await world()
    const to = asker.handleId
    await tie(workspace, { from: colleague.handleId, to, day: '2026-09-20', answers: 1 })
    expect((await read())[0]).toMatchObject({ daysSinceContact: 0, contactsInMonth: 1 })
  })
})
