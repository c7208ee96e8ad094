import { expect, test } from 'vitest'
import { IMPORT_FORMATS, POST_COLUMNS } from '#listen/index.ts'
import { column, importFormat } from './imports.ts'

test('the contract has every format and column of listening', () => {
  expect([...importFormat.options].sort()).toEqual([...IMPORT_FORMATS].sort())
  expect(column.options).toEqual([...POST_COLUMNS])
})
