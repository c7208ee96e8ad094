import { expect, test } from 'vitest'
import type { ReadContext } from '#listen/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { relationCells } from './relation-cells.ts'
import { writtenTerms } from './written-terms.ts'

const CONTEXT: ReadContext = {
  ...{ arrivedAt: new Date('2026-11-22T20:00:00Z'), scope: 'crm', timeZone: 'Asia/Tokyo' },
}

function said(
  cells: { relation?: string; relationSince?: string; relationUntil?: string },
  columns = { relation: '関係', relationSince: '開始', relationUntil: '終了' },
) {
  return relationCells(cells, { row: {}, columns, dayOrder: undefined, line: 2 }, CONTEXT)
}

test('one day is of all relations of a row, several are of each in turn', () => {
  expect(said({ relation: '顧客;支持者', relationSince: '2024/4/1' }).said.datedRelations).toEqual([
    { kind: 'customer', since: '2024-04-01' },
    { kind: 'advocate', since: '2024-04-01' },
  ])
  const each = said({
    ...{ relation: '顧客;よその言葉;顧客', relationSince: '2020-04-01;;2010-04-01' },
    relationUntil: ';;2012-03-31',
  })
  expect(each).toEqual({
    said: {
      relations: [],
      datedRelations: [
        { kind: 'customer', since: '2020-04-01' },
        { kind: 'customer', since: '2010-04-01', until: '2012-03-31' },
      ],
    },
    notes: [],
  })
  expect(said({ relation: '顧客;支持者', relationSince: ';2024-04-01' }).said).toEqual({
    ...{ relations: ['customer'], datedRelations: [{ kind: 'advocate', since: '2024-04-01' }] },
  })
})

test('a column of customers says by itself what somebody is', () => {
  const columns = { relation: '関係', relationSince: 'Customer Since', relationUntil: '終了' }
  expect(said({ relationSince: '2024-04-01' }, columns)).toEqual({
    said: { datedRelations: [{ kind: 'customer', since: '2024-04-01' }] },
    notes: [],
  })
})

test('what cannot stand is refused or left out, with its column and what stood there', () => {
  const refused = (cells: Parameters<typeof said>[0]) => {
    try {
      return said(cells)
    } catch (fault) {
      return fault instanceof RefusedRecord ? fault.refusal : fault
    }
  }
  expect(refused({ relation: '顧客', relationSince: '先日' })).toEqual({
    ...{ reason: 'bad-date', field: '開始', detail: '先日' },
  })
  expect(refused({ relation: '顧客', relationSince: '2020-01-01;2021-01-01' })).toMatchObject({
    ...{ reason: 'bad-date', field: '開始' },
  })
  expect(
    refused({ relation: '顧客', relationSince: '2024-04-01', relationUntil: '2024-03-31' }),
  ).toMatchObject({ reason: 'end-before-start', field: '終了' })
  expect(said({ relation: 'VIP', relationSince: '2024-04-01' })).toEqual({
    said: { relations: [] },
    notes: [{ reason: 'date-without-relation', field: '開始', detail: '2024-04-01' }],
  })
  // In Japan it is the 23rd already.
  expect(said({ relation: '顧客', relationUntil: '2026-11-23' }).notes).toEqual([])
  expect(said({ relation: '顧客', relationUntil: '2026-11-24' })).toEqual({
    said: { relations: ['customer'] },
    notes: [{ reason: 'date-to-come', field: '終了', detail: '2026-11-24' }],
  })
  expect(said({ relation: '顧客', relationSince: '2026-11-24' }).said).toEqual({ relations: [] })
})

test('tags are parted by signs, notes by a line of their own; what is too long is left out', () => {
  const cell = (text: string) => ({ column: 'x', text })
  expect(writtenTerms({ tags: cell('重要; VIP、展示会，春,重要;;') }).terms.tags).toEqual([
    ...['重要', 'VIP', '展示会', '春'],
  ])
  expect(writtenTerms({ tags: cell('* myContacts ::: Friends') }).terms.tags).toEqual(['Friends'])
  expect(writtenTerms({ note: cell('一つ目\r\n続き\n§§§\n二つ目') }).terms.notes).toEqual([
    ...['一つ目\n続き', '二つ目'],
  ])
  const long = writtenTerms({ tags: cell(`短い;${'長'.repeat(101)}`) })
  expect(long.terms.tags).toEqual(['短い'])
  expect(long.notes).toMatchObject([{ reason: 'too-large', field: 'x' }])
})
