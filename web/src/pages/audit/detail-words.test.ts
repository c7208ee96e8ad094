import { describe, expect, test } from 'vitest'
import { detailText } from './detail-words.ts'

describe('what an act names', () => {
  test.each([
    ['channel=mail', '手段: メール', 'By: Mail'],
    ['kind=erasure', '種類: 消去', 'Kind: Erasure'],
    ['due=2026-10-15', '回答期限: 2026/10/15', 'Due: 15 Oct 2026'],
    ['holdoutShare=0.08', '声をかけない割合: 8%', 'Share left alone: 8%'],
    ['from=approved', '前の状態: 承認済み', 'Before: Approved'],
    ['from=viewer', '前の状態: 閲覧者', 'Before: Viewer'],
    ['activities=1234', '行動: 1,234', 'Activities: 1,234'],
    ['name', '名称', 'Name'],
  ])('%s is said in words', (detail, ja, en) => {
    expect([detailText(detail, 'ja'), detailText(detail, 'en')]).toEqual([ja, en])
  })

  test('ids are for programs, and what nobody gave words stays as it is', () => {
    expect(detailText('merge=01a2096b-37d8-7f9b-b910-aa7ed95f67b6', 'ja')).toBeNull()
    expect(detailText('constructor=x', 'en')).toBe('constructor=x')
    expect(detailText('toString', 'en')).toBe('toString')
  })
})
