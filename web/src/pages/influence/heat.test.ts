import { expect, test } from 'vitest'
import { heatOf, perThousand } from './heat.ts'

const row = (credit: number, touches: number, enough = true) => ({ credit, touches, enough })

test('cells are rated by the touch, not by how much was said', () => {
  const buyers = row(10, 100)
  const talkers = row(20, 1000)
  expect(perThousand(buyers)).toBe(100)
  expect(heatOf(buyers, [buyers, talkers])).toBe(3)
  expect(heatOf(talkers, [buyers, talkers])).toBe(1)
})

test('what is not enough neither shines nor dims the others', () => {
  const few = row(5, 5, false)
  const many = row(3, 30)
  expect(heatOf(few, [few, many])).toBe(0)
  expect(heatOf(many, [few, many])).toBe(3)
  expect(perThousand(row(0, 0))).toBe(0)
  expect(heatOf(row(0, 9), [many])).toBe(0)
})
