import { describe, expect, it } from 'vitest'
import { guessFormat, guessTableFormat } from './guess-format.ts'

const guess = (text: string, name = 'export') => guessFormat(Buffer.from(text), name)

describe('guessFormat', () => {
  it.each([
    ['{"did":"did:plc:a","time_us":1,"kind":"commit"}\n', 'jetstream'],
    ['{"entity":"status","data":{}}\n', 'mastodon'],
    ['{"id":"1","uri":"u","account":{},"content":"<p>a</p>"}', 'mastodon'],
    ['{"stream":["user"],"event":"update","payload":"{}"}', 'mastodon'],
    ['{"id":"1","type":"Create","actor":{"platform":"x","handle":"a"}}', 'activities'],
    ['{"@context":"https://www.w3.org/ns/activitystreams","type":"Note"}', 'activitystreams'],
    ['{\n "@context": "https://www.w3.org/ns/activitystreams"', 'activitystreams'],
    ['[\n {"@context": "https://www.w3.org/ns/activitystreams"', 'activitystreams'],
    ['{"kind":"t3","data":{"id":"a"}}\n', 'reddit'],
    ['[{"kind": "Listing", "data": {', 'reddit'],
    ['{"id":"a","author":"b","subreddit":"c","body":"d"}', 'reddit'],
    ['{"by":"pg","id":1,"time":1,"type":"story","title":"a"}', 'hackernews'],
    ['{"objectID":"1","author":"pg","created_at_i":1}', 'hackernews'],
    ['PK\u0003\u0004', 'posts-csv'],
    ['{\n "version": "https://jsonfeed.org/version/1.1",\n "items": []}', 'feed'],
    ['<?xml version="1.0"?><rss version="2.0"></rss>', 'feed'],
    ['\uFEFF<feed xmlns="http://www.w3.org/2005/Atom"/>', 'feed'],
    ['From a@example.com Sat Nov 21 00:00:00 2026\nSubject: a\n\nb', 'mbox'],
    ['Return-Path: <a@example.com>\nSubject: a\n\nb', 'eml'],
    ['日付,本文\n2026-11-21,よい', 'posts-csv'],
  ])('tells %j', (text, format) => {
    expect(guess(text)).toBe(format)
  })

  it('goes by the name where the content leaves it open', () => {
    expect(guess('comment\ngood', 'survey.csv')).toBe('posts-csv')
    expect(guess('comment\ngood', 'survey')).toBeUndefined()
    expect(guess('<html></html>')).toBeUndefined()
  })
})

describe('guessTableFormat', () => {
  it.each([
    ['案件名,会社名,段階,金額', 'deals-csv'],
    ['Deal,Company,Stage,Amount,Close date', 'deals-csv'],
    ['レコード番号,作成者,作成日時,更新者,案件名,会社名,確度', 'deals-csv'],
    ['会社名,ふりがな,URL,区分', 'organisations-csv'],
    ['company,website,industry', 'organisations-csv'],
    ['氏名,会社名,役職,メール', 'people-csv'],
    ['会社名,金額,購入日', 'outcomes-csv'],
    ['日時,顧客名,種別,金額', 'outcomes-csv'],
    ['会社名,コメント,投稿日', 'posts-csv'],
    ['件名,本文,日時', 'posts-csv'],
  ])('tells %s', (header, format) => {
    expect(guessTableFormat(header.split(','))).toBe(format)
  })
})
