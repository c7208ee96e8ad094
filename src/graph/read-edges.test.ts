import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EdgeFault,
  PairEdgeReader,
  type ReadEdges,
  TextEdgeReader,
  type TextRules,
} from './read-edges.ts'

function readText(
  text: string | Uint8Array,
  rules: TextRules = {},
  pieceBytes = 1 << 20,
): ReadEdges {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const reader = new TextEdgeReader(rules)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    reader.push(bytes.slice(at, at + pieceBytes))
  }
  return reader.end()
}

function edgesIn({ list, names }: ReadEdges) {
  return Array.from(list.sources, (source, i) => [
    names.nameOf(source),
    names.nameOf(list.targets[i] as number),
    list.weights?.[i] ?? 1,
  ])
}

function faultOf(text: string | Uint8Array, rules?: TextRules): Partial<EdgeFault> {
  try {
    readText(text, rules)
  } catch (error) {
    if (error instanceof EdgeFault) {
      const { reason, line, field } = error
      return { reason, line, field }
    }
    throw error
  }
  throw new Error('it was taken')
}

describe('TextEdgeReader', () => {
  it('reads ids, names, weights, comments and any blanks, in pieces of any size (property)', () => {
    const text =
      '\ufeff# a comment\r\n10 20\r\n\n  はな\t太郎 0.25 \n10 01 2e1\n007 10\n4294967296 4294967295 .5'
    const expected = [
      [10, 20, 1],
      ['はな', '太郎', 0.25],
      [10, '01', 20],
      ['007', 10, 1],
      ['4294967296', 4294967295, 0.5],
    ]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (pieceBytes) => {
        const read = readText(text, {}, pieceBytes)
        expect(edgesIn(read)).toEqual(expected)
        expect([...read.list.sources]).toEqual([0, 2, 0, 5, 6])
        expect(read.hasWeights).toBe(true)
      }),
    )
  })

  it('reads plain decimals as Number does (property)', () => {
    const decimal = fc.tuple(fc.nat(99_999), fc.nat(999_999_999)).map(([a, b]) => `${a}.${b}`)
    fc.assert(
      fc.property(fc.oneof(decimal, fc.nat().map(String)), (weight) => {
        expect(readText(`1 2 ${weight}\n2 3`).list.weights?.[0] ?? 1).toBe(
          Math.fround(Number(weight)),
        )
      }),
    )
  })

  it('tells a first line of n and m from an edge', () => {
    const header = readText('3 4\n0 1\n1 0\n1 2\n2 1\n')
    expect(header.header).toEqual({ nodes: 3, edges: 4 })
    expect(edgesIn(header)).toEqual([
      [0, 1, 1],
      [1, 0, 1],
      [1, 2, 1],
      [2, 1, 1],
    ])
    expect(header.list.nodes).toBe(3)
    expect(readText('3 2\n1 2 .5\n2 3 .5').header).toEqual({ nodes: 3, edges: 2 })
    // Counts that don't fit, ids above n, names, or what may as well be an edge: edges.
    expect(readText('3 5\n0 1\n1 0\n1 2\n2 1\n').header).toBeUndefined()
    expect(readText('3 4\n0 1\n1 0\n1 2\n2 9\n').header).toBeUndefined()
    expect(readText('3 4\n0 1\n1 0\n1 2\n2 b\n').header).toBeUndefined()
    expect(readText('3 2\n0 1\n1 2\n').header).toBeUndefined()
    expect(readText('3 4\n0 1\n1 0\n1 2\n2 3\n').header).toBeUndefined()
  })

  it('refuses with line and field what is no edge', () => {
    expect(faultOf('1 2\n3\n')).toEqual({ reason: 'target-missing', line: 2, field: 'target' })
    expect(faultOf('1 2 3 4')).toMatchObject({ reason: 'too-many-columns', line: 1 })
    for (const bad of ['NaN', 'nan', 'Infinity', '0x10', '1,5', '--1', 'e5']) {
      expect(faultOf(`# \n1 2 ${bad}`)).toEqual({
        reason: 'weight-not-a-number',
        line: 2,
        field: 'weight',
      })
    }
    expect(faultOf('1 2 -0.5')).toMatchObject({ reason: 'weight-negative', field: 'weight' })
    expect(faultOf('1 2 1e31')).toMatchObject({ reason: 'weight-too-large' })
    expect(faultOf('1 2\na\u0000b c')).toMatchObject({ reason: 'not-text', line: 2 })
    expect(faultOf(Uint8Array.of(49, 32, 0xff, 10))).toMatchObject({ reason: 'not-text', line: 1 })
    expect(faultOf(`1 ${'x'.repeat(70_000)}`)).toMatchObject({ reason: 'line-too-long', line: 1 })
  })

  it('holds chances to (0, 1], on every line or on none', () => {
    const rules = { chances: true }
    expect(edgesIn(readText('1 2 1\n2 3 0.001', rules))[1]).toEqual([2, 3, Math.fround(0.001)])
    for (const bad of ['0', '1.01', '1e-400', '5']) {
      expect(faultOf(`1 2 .5\n2 3 ${bad}`, rules)).toMatchObject({
        reason: 'weight-not-a-chance',
        line: 2,
      })
    }
    expect(faultOf('1 2 .5\n\n2 3\n4 5 .1', rules)).toMatchObject({
      reason: 'weight-missing',
      line: 3,
    })
    expect(faultOf('1 2\n2 3 .5\n4 5 .1', rules)).toMatchObject({
      reason: 'weight-missing',
      line: 1,
    })
    expect(readText('4 3\n1 2 .5\n2 3 .5\n3 4 .1', rules).header).toEqual({ nodes: 4, edges: 3 })
    expect(readText('1 2 7\n2 3', { ignoresWeights: true }).list.weights).toBeNull()
  })
})

describe('PairEdgeReader', () => {
  it('reads pairs in pieces of any size (property)', () => {
    const id = fc.oneof(fc.nat(9), fc.integer({ min: 0, max: 0xffffffff }))
    const pairs = fc.array(fc.tuple(id, id), { maxLength: 30 })
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 40 }), (edges, pieceBytes) => {
        const bytes = new Uint8Array(edges.length * 8)
        const view = new DataView(bytes.buffer)
        edges.forEach(([source, target], i) => {
          view.setUint32(i * 8, source, true)
          view.setUint32(i * 8 + 4, target, true)
        })
        const reader = new PairEdgeReader()
        for (let at = 0; at < bytes.length; at += pieceBytes) {
          reader.push(bytes.subarray(at, at + pieceBytes))
        }
        const read = reader.end()
        expect(edgesIn(read)).toEqual(edges.map(([source, target]) => [source, target, 1]))
        expect(read.list.nodes).toBe(new Set(edges.flat()).size)
      }),
    )
  })

  it('refuses half a pair', () => {
    const reader = new PairEdgeReader()
    reader.push(new Uint8Array(20))
    expect(() => reader.end()).toThrow(expect.objectContaining({ reason: 'half-a-pair', line: 3 }))
  })
})
