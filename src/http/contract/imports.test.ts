import { expect, test } from 'vitest'
import { ALL_COLUMNS, IMPORT_FORMATS } from '#listen/index.ts'
import { column, importFormat } from './imports.ts'

test('the contract has every format and column of listening', () => {
  expect([...importFormat.options].sort()).toEqual([...IMPORT_FORMATS].sort())
  expect([...column.options].sort()).toEqual([...ALL_COLUMNS].sort())
})
