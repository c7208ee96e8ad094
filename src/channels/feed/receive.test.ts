import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawRecord, ReadContext, SplitRecord } from '#listen/index.ts'
import { type IncomingActivity, LIMITS } from '#vocabulary/index.ts'
import { feedFormat } from './receive.ts'

const context: ReadContext = { arrivedAt: new Date(0), scope: 'feed.xml', timeZone: 'Asia/Tokyo' }

async function split(bytes: Uint8Array | string, scope = context.scope): Promise<SplitRecord[]> {
  const source = (async function* () {
    yield Buffer.from(bytes)
  })()
  return Array.fromAsync(feedFormat.split(source, { ...context, scope }))
}

function activityOf(record: SplitRecord | undefined): IncomingActivity {
  if (record === undefined || 'refusal' in record) throw new Error('no record')
  const read = feedFormat.read(record, context)
  if ('refusal' in read || read.arrival.kind !== 'activity') throw new Error('no activity')
  return read.arrival
}

async function activitiesOf(fixture: string): Promise<IncomingActivity[]> {
  const records = await split(readFileSync(join(import.meta.dirname, 'fixtures', fixture)))
  return records.map(activityOf)
}

function refusalOf(records: SplitRecord[]): string {
  const [only, ...more] = records
  if (only === undefined || more.length > 0) throw new Error(`${records.length} records`)
  return 'refusal' in only ? only.refusal.reason : 'not refused'
}

describe('an RSS feed', () => {
  it('gives its entries as activities', async () => {
    const records = await split(readFileSync(join(import.meta.dirname, 'fixtures/rss-2.0.xml')))
    expect(activityOf(records[0])).toEqual({
      kind: 'activity',
      operation: 'create',
      type: 'Create',
      platform: 'feed',
      externalKey: 'https://engawa.example/#tent-2024',
      actor: {
        platform: 'feed',
        externalId: 'https://engawa.example/#author:佐藤はな',
        displayName: '佐藤はな',
      },
      publishedAt: new Date('2024-04-01T00:30:00Z'),
      content: {
        text: '設営が楽。\n\n雨でも平気だった… 写真',
        title: '新しいテントを買った',
        html:
          '<p>設営が<em>楽</em>。</p><p>雨でも平気だった&hellip; ' +
          '<a href="https://engawa.example/photos?a=1&amp;b=2">写真</a></p>',
        languageHint: 'ja',
      },
      url: 'https://engawa.example/2024/tent',
      tags: ['キャンプ', 'テント'],
    })
    const tea = activityOf(records[1])
    expect(tea.actor).toEqual({
      platform: 'feed',
      externalId: 'mailto:tanaka@engawa.example',
      displayName: '田中一郎',
    })
    expect(tea.publishedAt).toEqual(new Date('2024-03-31T12:00:00Z'))
    expect(tea.content).toMatchObject({
      text: '来週の日曜に開きます。\n参加自由',
      isExcerpt: true,
    })
    expect(tea.externalKey).toMatch(/^https:\/\/engawa\.example\/2024\/tea#sha256:[0-9a-f]{64}$/)
  })

  it('speaks for itself where an entry names no author', async () => {
    const records = await split(readFileSync(join(import.meta.dirname, 'fixtures/rss-2.0.xml')))
    const notice = activityOf(records[2])
    expect(notice.actor).toEqual({
      platform: 'feed',
      externalId: 'https://engawa.example/',
      displayName: '縁側だより',
      url: 'https://engawa.example/',
      kind: 'organisation',
    })
    expect(notice.externalKey).toMatch(/^https:\/\/engawa\.example\/#sha256:/)
  })

  it('has an entry refused that says nothing', async () => {
    const records = await split(readFileSync(join(import.meta.dirname, 'fixtures/rss-2.0.xml')))
    expect(records).toHaveLength(4)
    expect(feedFormat.read(records[3] as RawRecord, context)).toEqual({
      refusal: { reason: 'missing-field', field: 'title' },
    })
  })

  it('is read in Shift_JIS as Windows writes it', async () => {
    const [post] = await activitiesOf('rss-shift-jis.xml')
    expect(post?.content).toEqual({
      text: '㈱一番へ連絡。',
      title: '返品したい時は',
      html: '㈱一番へ連絡。',
      isExcerpt: true,
    })
    expect(post?.actor.displayName).toBe('①番街ニュース～表示')
  })

  it('in its 1.0 form is identified by rdf:about', async () => {
    const [post] = await activitiesOf('rss-1.0.rdf')
    expect(post).toMatchObject({
      externalKey: 'https://news.example/1',
      url: 'https://news.example/1?from=rdf',
      publishedAt: new Date('2024-05-31T23:00:00Z'),
      content: { title: '駅前に新店', languageHint: 'ja' },
      tags: ['開店'],
    })
  })

  it('is read as far as it goes where it is ill-formed', async () => {
    const [first, second] = await activitiesOf('ill-formed.xml')
    expect(first).toMatchObject({
      externalKey: 'http://cafe.example/?a=1&b=2',
      url: 'http://cafe.example/?a=1&b=2',
      publishedAt: new Date('2024-01-04T21:29:00Z'),
      actor: { displayName: "Tom & Jerry's café &bogus;" },
      content: { text: 'unclosed markup', title: '5 < 6 & bold' },
    })
    expect(second?.content).toMatchObject({ title: 'second', text: 'second', isExcerpt: true })
  })
})

describe('an Atom feed', () => {
  it('gives edits, answers, languages and addresses made absolute', async () => {
    const [question, answer] = await activitiesOf('atom-1.0.xml')
    expect(question).toMatchObject({
      externalKey: 'tag:forum.example,2024:1',
      url: 'https://forum.example/board/topics/1',
      actor: { externalId: 'mailto:mei@forum.example', displayName: 'Mei' },
      publishedAt: new Date('2024-05-01T10:00:00Z'),
      editedAt: new Date('2024-05-02T10:00:00Z'),
      content: {
        title: 'Is the Kettle & Cup grinder worth it?',
        text: 'Thinking of buying.\n\nphoto',
        html:
          '<p>Thinking of <b>buying</b>.</p><ul><li>' +
          '<a href="https://forum.example/board/pics/a.png">photo</a></li></ul>',
        languageHint: 'en',
      },
    })
    expect(question?.content?.isExcerpt).toBeUndefined()
    expect(answer).toMatchObject({
      parentKey: 'tag:forum.example,2024:1',
      actor: {
        externalId: 'https://forum.example/board/#author:Board',
        url: 'https://forum.example/about',
      },
      content: { title: 'Re: 1 < 2', text: 'Ja, lohnt sich.', languageHint: 'de', isExcerpt: true },
    })
    expect(answer?.editedAt).toBeUndefined()
  })
})

describe('a JSON Feed', () => {
  it('gives its items', async () => {
    const [first, second] = await activitiesOf('feed.json')
    expect(first).toMatchObject({
      externalKey: 'https://reviews.example/#17',
      url: 'https://reviews.example/17',
      actor: { externalId: 'mailto:jo@reviews.example', displayName: 'Jo' },
      publishedAt: new Date('2024-02-03T11:05:06Z'),
      editedAt: new Date('2024-02-04T00:00:00Z'),
      content: { text: 'Works.\nWould buy again.', languageHint: 'en-GB' },
      tags: ['kettle'],
    })
    expect(second).toMatchObject({
      actor: { displayName: 'Review desk' },
      content: { text: 'Broke after a week', isExcerpt: true, languageHint: 'en' },
    })
  })

  it('may hold lone surrogates and zero characters, which are cleaned away', async () => {
    const feed =
      '{"version":"https://jsonfeed.org/version/1","title":"t","items":[{"id":"\\ud800x","content_text":"a\\u0000b\\udfff"}]}'
    const post = activityOf((await split(feed))[0])
    expect(post.content?.text).toBe('ab\ufffd')
    expect(post.externalKey.isWellFormed()).toBe(true)
  })
})

describe('a payload', () => {
  it('alone says as much as the record that was split', async () => {
    for (const name of ['rss-2.0.xml', 'atom-1.0.xml', 'feed.json', 'ill-formed.xml']) {
      const records = await split(readFileSync(join(import.meta.dirname, 'fixtures', name)))
      for (const record of records) {
        if ('refusal' in record) throw new Error('refused')
        const again = feedFormat.read({ line: record.line, payload: record.payload }, context)
        expect(again).toEqual(feedFormat.read(record, context))
      }
    }
  })

  it('that is none of ours is refused', () => {
    for (const payload of ['', 'nonsense', '{}', '[]', '{"feed":{},"entry":{}}'])
      expect(feedFormat.read({ line: 1, payload }, context)).toHaveProperty(
        'refusal.reason',
        'bad-field',
      )
  })
})

describe('a document', () => {
  it.each([
    ['nothing', '', 'not-xml'],
    ['words', 'no feed at all', 'not-xml'],
    ['a web page', '<!DOCTYPE html><html><body><item>x</item></body></html>', 'not-a-feed'],
    [
      'RDF about something else',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
      'not-a-feed',
    ],
    ['broken JSON', '{"version":', 'not-json'],
    ['other JSON', '{"a":1}', 'not-a-feed'],
    ['a list', '[1]', 'not-a-feed'],
    ['a root of an odd name', '<constructor><item/></constructor>', 'not-a-feed'],
  ])('of %s is refused', async (_, text, reason) => {
    expect(refusalOf(await split(text))).toBe(reason)
  })

  it('of random bytes is refused', async () => {
    let seed = 42
    const bytes = Uint8Array.from({ length: 1_000_000 }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return seed >>> 16
    })
    expect(refusalOf(await split(bytes))).toBe('not-text')
  })

  it('over the limit is refused without being held', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x20)
    let given = 0
    const source = (async function* () {
      for (;;) {
        given += chunk.length
        yield chunk
      }
    })()
    const records = await Array.fromAsync(feedFormat.split(source, context))
    expect(refusalOf(records)).toBe('too-large')
    expect(given).toBeLessThan(LIMITS.documentBytesMax + 2 * chunk.length)
  })

  it('without entries gives no record', async () => {
    expect(await split('<rss version="2.0"><channel><title>quiet</title></channel></rss>')).toEqual(
      [],
    )
  })

  it('with an entry over the limit has that one refused', async () => {
    const long = 'x'.repeat(LIMITS.recordBytesMax)
    const records = await split(
      `<rss><channel><item><title>${long}</title></item><item><title>b</title></item></channel></rss>`,
    )
    expect(records[0]).toMatchObject({ line: 1, refusal: { reason: 'too-large' } })
    expect(activityOf(records[1]).content?.title).toBe('b')
  })

  it('may forget to end its entries, and misspell its namespace', async () => {
    const records = await split(
      '<rss xmlns="http://example.com/rss2"><channel><item><title>a</title><item><title>b</title></channel></rss>',
    )
    expect(records.map((record) => activityOf(record).content?.title)).toEqual(['a', 'b'])
  })

  it('nested 100,000 deep is read', async () => {
    const deep = `${'<a xmlns:p="q">'.repeat(100_000)}word${'</a>'.repeat(100_000)}`
    const inside = await split(
      `<rss><channel><item><description>${deep}</description></item></channel></rss>`,
    )
    expect(activityOf(inside[0]).content?.text).toBe('word')
    expect(await split(`<rss>${deep}<channel/></rss>`)).toEqual([])
    expect(refusalOf(await split(deep))).toBe('not-a-feed')
    expect(refusalOf(await split('<x><y>'.repeat(100_000)))).toBe('not-a-feed')
    expect(refusalOf(await split('['.repeat(100_000)))).toBe('not-json')
  })

  it('with entities that multiply has them left alone', async () => {
    const lines = Array.from(
      { length: 10 },
      (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`,
    )
    const records = await split(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol"><!-- don't -->${lines.join('')}
       <!ENTITY file SYSTEM "file:///etc/passwd">]>
       <rss><channel><item><title>&lol0;</title><description>it's &lol10; &file;</description></item></channel></rss>`,
    )
    expect(activityOf(records[0]).content).toMatchObject({
      title: 'lol',
      text: "it's &lol10; &file;",
    })
  })

  it('may have an enormous title, which is cut', async () => {
    const title = '題'.repeat(2_000_000)
    const records = await split(
      `<rss><channel><title>${title}</title><item><title>${title}</title><guid>1</guid></item></channel></rss>`,
    )
    const post = activityOf(records[0])
    expect(post.content?.title).toHaveLength(LIMITS.nameCharsMax)
    expect(post.content?.text).toHaveLength(LIMITS.textCharsMax)
    expect(post.content?.isExcerpt).toBe(true)
    expect(post.actor.displayName).toHaveLength(LIMITS.nameCharsMax)
  })

  it('may hold zero bytes and scripts, which nobody sees', async () => {
    const records = await split(
      '<rss><channel><item><title>a\0b &lt;script&gt;alert(1)&lt;/script&gt;c</title>' +
        '<link>javascript:alert(1)</link><guid isPermaLink="false">x\0y</guid>' +
        '<description>&lt;img src=x onerror=alert(1)&gt;&lt;a href="java&#10;script:x"&gt;d&lt;/a&gt;</description>' +
        '</item></channel></rss>',
    )
    const post = activityOf(records[0])
    expect(post.content).toMatchObject({
      title: 'ab c',
      text: 'd',
      html: '<img src="x" /><a href="">d</a>',
    })
    expect(post.url).toBeUndefined()
    expect(JSON.stringify(post)).not.toContain('\\u0000')
  })

  it('in a wide encoding is read', async () => {
    const text = '<?xml version="1.0"?><rss><channel><item><title>縁</title></item></channel></rss>'
    for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le')])
      expect(activityOf((await split(bytes))[0]).content?.title).toBe('縁')
  })

  it('never makes it throw, and each of its pieces ends in a record or a refusal', async () => {
    const piece = fc.constantFrom(
      ...'<rss>|<channel>|<item>|</item>|<title>|</title>|<entry|<feed xmlns="http://www.w3.org/2005/Atom">',
      ...'<rdf:RDF>|<![CDATA[|]]>|<!--|-->|<!DOCTYPE rss [|]>|<!ENTITY a "b">|&a;|&#0;|&constructor;'.split(
        '|',
      ),
      ...'<title>|</title>|<entry>|</entry>|<rss>|<channel>|<item>|</item>|<link href="//["/>'.split(
        '|',
      ),
      ...'<pubDate>constructor</pubDate>|<content type="xhtml">|<content mode="base64">|YQ==|<x:y'.split(
        '|',
      ),
      ...' xml:base="http://["| __proto__="1"| xmlns:x="constructor"|/>|>|<?xml encoding="constructor"?>'.split(
        '|',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        for (const record of await split(`<rss>${pieces.join('')}`, 'https://a.example/')) {
          if ('refusal' in record) expect(record.refusal.reason).toBeTypeOf('string')
          else expect(feedFormat.read(record, context)).toBeTypeOf('object')
        }
        await split(pieces.join(''))
      }),
      { numRuns: 500 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        expect((await split(bytes)).length).toBeGreaterThan(0)
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        await split(`{"version":"https://jsonfeed.org/version/1","items":[${json},{"id":${json}}]}`)
      }),
    )
  })
})
