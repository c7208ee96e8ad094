import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_COMMUNITY } from '#graph/index.ts'
import { type EarlierCommunity, followGroups } from './follow-groups.ts'

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

function earlier(
  id: string,
  nodes: number[],
  more: Partial<EarlierCommunity> = {},
): EarlierCommunity {
  return { id, nodes, peopleTold: nodes.length, hasEnded: false, ...more }
}

/** Groups as lists of nodes. */
function groupsOf(all: number, ...lists: number[][]): [Uint32Array, number] {
  const groups = new Uint32Array(all).fill(NO_COMMUNITY)
  for (const [group, nodes] of lists.entries()) for (const node of nodes) groups[node] = group
  return [groups, lists.length]
}

describe('communities over time', () => {
  it('stay who they are when nothing changes, whatever the numbers of the groups', () => {
    const before = [earlier('a', range(0, 10)), earlier('b', range(10, 20))]
    const { idOf, changes, ended } = followGroups(
      before,
      ...groupsOf(20, range(10, 20), range(0, 10)),
    )
    expect(idOf).toEqual(['b', 'a'])
    expect(changes).toEqual([])
    expect(ended).toEqual([])
  })

  it('are born where nobody was in any', () => {
    const { idOf, changes } = followGroups([], ...groupsOf(6, range(0, 6)))
    expect(idOf).toEqual([undefined])
    expect(changes).toEqual([
      { kind: 'born', of: { group: 0 }, others: [], people: 6, peopleBefore: 0 },
    ])
  })

  it('merge into the one that is most alike; the other ends there', () => {
    const before = [earlier('small', range(0, 6)), earlier('large', range(6, 20))]
    const { idOf, changes, ended } = followGroups(before, ...groupsOf(20, range(0, 20)))
    expect(idOf).toEqual(['large'])
    expect(ended).toEqual(['small'])
    expect(changes).toEqual([
      {
        kind: 'merged',
        of: { group: 0 },
        others: [{ earlier: 'small' }],
        people: 20,
        peopleBefore: 14,
      },
      {
        kind: 'ended',
        of: { earlier: 'small' },
        others: [{ group: 0 }],
        people: 0,
        peopleBefore: 6,
      },
    ])
  })

  it('split: the larger part carries on, the other says where it came from', () => {
    const before = [earlier('a', range(0, 20))]
    const { idOf, changes } = followGroups(before, ...groupsOf(20, range(0, 7), range(7, 20)))
    expect(idOf).toEqual([undefined, 'a'])
    expect(changes).toEqual([
      { kind: 'split', of: { group: 0 }, others: [{ earlier: 'a' }], people: 7, peopleBefore: 0 },
      { kind: 'split', of: { group: 1 }, others: [{ group: 0 }], people: 13, peopleBefore: 20 },
    ])
  })

  it('grow and shrink by a quarter, counted from when it was last told', () => {
    const before = [earlier('a', range(0, 12), { peopleTold: 10 })]
    expect(followGroups(before, ...groupsOf(20, range(0, 12))).changes).toEqual([])
    const grown = followGroups(before, ...groupsOf(20, range(0, 13)))
    expect(grown.changes).toEqual([
      { kind: 'grown', of: { group: 0 }, others: [], people: 13, peopleBefore: 10 },
    ])
    const shrunk = followGroups(before, ...groupsOf(20, range(0, 7)))
    expect(shrunk.changes.map(({ kind }) => kind)).toEqual(['shrunk'])
  })

  it('end when their people scatter, and return when most come together again', () => {
    const gone = followGroups([earlier('a', range(0, 8))], ...groupsOf(20, range(10, 20)))
    expect(gone.ended).toEqual(['a'])
    expect(gone.changes.map(({ kind }) => kind)).toEqual(['born', 'ended'])
    const away = [earlier('a', range(0, 8), { hasEnded: true })]
    const back = followGroups(away, ...groupsOf(20, range(0, 9)))
    expect(back.idOf).toEqual(['a'])
    expect(back.changes.map(({ kind }) => kind)).toEqual(['returned'])
    expect(followGroups(away, ...groupsOf(20, range(4, 16))).idOf).toEqual([undefined])
  })

  it('are carried on by one group at most, and every earlier one goes on or ends', () => {
    const nodes = fc.integer({ min: 0, max: 59 })
    const partition = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(partition, partition, fc.array(nodes), (was, is, silent) => {
        const before = range(0, 6).map((c) =>
          earlier(
            `c${c}`,
            range(0, 60).filter((v) => was[v] === c && !silent.includes(v)),
          ),
        )
        const { idOf, ended, changes } = followGroups(before, Uint32Array.from(is), 6)
        const kept = idOf.filter((id) => id !== undefined)
        expect(new Set(kept).size).toBe(kept.length)
        expect([...kept, ...ended].sort()).toEqual(before.map(({ id }) => id).sort())
        // Whatever is new says how it came about, whatever ended that it did.
        for (const [group, id] of idOf.entries()) {
          const told = changes.filter(({ of }) => 'group' in of && of.group === group)
          if (id === undefined)
            expect(told.map(({ kind }) => kind)).toContainEqual(expect.stringMatching(/born|split/))
        }
        expect(changes.filter(({ kind }) => kind === 'ended')).toHaveLength(ended.length)
      }),
    )
  })
})
