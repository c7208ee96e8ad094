import { expect, test } from 'vitest'
import { EventOutlet } from './event-outlet.ts'

test('what comes after the end is dropped, and is no fault', async () => {
  const faults: Error[] = []
  const outlet = new EventOutlet(() => undefined)
  outlet.readable.on('error', (error) => faults.push(error))
  outlet.write('one ')
  outlet.end('two')
  expect(outlet.write('three')).toBe(true)
  outlet.end('four')
  expect((await outlet.readable.setEncoding('utf8').toArray()).join('')).toBe('one two')
  expect(faults).toEqual([])
})
