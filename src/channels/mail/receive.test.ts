import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InputFormat, ReadContext, ReadRecord } from '#listen/index.ts'
import { type IncomingActivity, LIMITS } from '#vocabulary/index.ts'
import { cutMbox } from './cut-mbox.ts'
import { emlFormat, mboxFormat } from './receive.ts'

const CONTEXT: ReadContext = {
  arrivedAt: new Date('2026-11-22T00:00:00Z'),
  scope: 'fixtures',
  timeZone: 'Asia/Tokyo',
}

function fixture(name: string): Buffer {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url))
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function receive(format: InputFormat, bytes: Uint8Array, size = 1000) {
  const outcomes: { line: number; payload?: string | Buffer; read: ReadRecord }[] = []
  for await (const record of format.split(chunked(bytes, size), CONTEXT)) {
    const { line } = record
    if ('refusal' in record) outcomes.push({ line, read: { refusal: record.refusal } })
    else outcomes.push({ line, payload: record.payload, read: format.read(record, CONTEXT) })
  }
  return outcomes
}

async function receiveOne(name: string): Promise<IncomingActivity> {
  const [outcome] = await receive(emlFormat, fixture(name))
  const read = outcome?.read
  if (read === undefined || 'refusal' in read || read.arrival.kind !== 'activity') {
    throw new Error(JSON.stringify(read))
  }
  return read.arrival
}

test('an answer: sender, thread, recipients, quoted text', async () => {
  expect(await receiveOne('utf-8.eml')).toEqual({
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'mail',
    externalKey: '2@example.jp',
    actor: {
      platform: 'mail',
      externalId: 'hanako@example.jp',
      username: 'hanako@example.jp',
      displayName: '縁 花子',
      verifiedEmail: 'hanako@example.jp',
    },
    content: {
      title: 'Re: 返品について',
      text: '充電が切れるので返品したいです。\n\n> いかがでしたか。',
    },
    publishedAt: new Date('2026-11-21T04:05:00Z'),
    parentKey: '1@example.com',
    threadKey: '0@example.com',
    mentions: [
      { platform: 'mail', externalId: 'support@example.com', username: 'support@example.com' },
      { platform: 'mail', externalId: 'sales@example.com', username: 'sales@example.com' },
    ],
  })
})

test.each([
  ['shift_jis.eml', '㈱縁の新製品①', '㈱縁のカメラ①、とても良いです。ﾊﾝｶｸｶﾅも～。', '髙橋'],
  ['iso-2022-jp.eml', 'お問い合わせﾊﾝｶｸ', '修理をお願いします。ﾊﾝｶｸ①㈱', '田中'],
  ['unlabelled.eml', 'カメラの修理', '電源が入りません。', '鈴木カナ'],
  ['unlabelled-jis.eml', 'test', 'とても満足しています。', undefined],
])('%s is readable', async (name, title, text, displayName) => {
  const mail = await receiveOne(name)
  expect(mail.content).toEqual({ title, text })
  expect(mail.actor.displayName).toBe(displayName)
})

test('of two forms the plain one is the text; a group of recipients is its members', async () => {
  const mail = await receiveOne('multipart.eml')
  expect(mail.content).toMatchObject({
    text: 'I love it.',
    html: expect.stringContaining('<b>love</b>'),
  })
  expect(mail.mentions?.map(({ externalId }) => externalId)).toEqual([
    'bob@example.com',
    'carol@example.com',
  ])
  expect(mail.actor.verifiedEmail).toBeUndefined()
})

test('HTML alone gives its text, without styles and scripts', async () => {
  expect((await receiveOne('html-only.eml')).content?.text).toBe('買いました & happy')
})

test('broken headers cost only themselves', async () => {
  const mail = await receiveOne('broken-header.eml')
  expect(mail).toMatchObject({ externalKey: 'nobrackets', content: { text: 'Still readable.' } })
  expect(mail.publishedAt).toBeUndefined()
})

test('a bounce is the act of a machine', async () => {
  const mail = await receiveOne('bounce.eml')
  expect(mail.actor).toMatchObject({ externalId: 'mailer-daemon@mx.example.com', kind: 'bot' })
  expect(mail.content?.text).toContain('could not be delivered')
})

test('the payload is the mail as it came; without Message-ID its hash is the key', async () => {
  const [outcome] = await receive(emlFormat, fixture('unlabelled.eml'), 7)
  expect(outcome?.payload).toEqual(fixture('unlabelled.eml'))
  expect(outcome?.read).toMatchObject({
    arrival: { externalKey: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
  })
})

test('only a pass for the domain of the sender vouches for the address', async () => {
  const verified = async (results: string) => {
    const mail = `Authentication-Results: mx.example.com; ${results}\nAuthentication-Results: forged; dmarc=pass\nFrom: a@mail.example.jp\nSubject: s\n\nt\n`
    const [outcome] = await receive(emlFormat, Buffer.from(mail))
    const read = outcome?.read
    return (
      read &&
      'arrival' in read &&
      read.arrival.kind === 'activity' &&
      read.arrival.actor.verifiedEmail
    )
  }
  expect(await verified('dmarc=pass header.from=mail.example.jp')).toBe('a@mail.example.jp')
  expect(await verified('dkim=pass header.d=example.jp')).toBe('a@mail.example.jp')
  expect(await verified('dkim=pass header.i=@example.jp header.s=x')).toBe('a@mail.example.jp')
  expect(await verified('dkim=pass header.d=evil.example')).toBeUndefined()
  expect(await verified('dmarc=fail; spf=pass smtp.mailfrom=example.jp')).toBeUndefined()
})

test('refused with the reason: no sender, no mail, nothing, too large', async () => {
  const reason = async (bytes: Uint8Array) => {
    const [outcome] = await receive(emlFormat, bytes, 1_000_000)
    return outcome && 'refusal' in outcome.read ? outcome.read.refusal : undefined
  }
  expect(await reason(fixture('no-sender.eml'))).toEqual({ reason: 'missing-field', field: 'From' })
  expect(await reason(Buffer.from('just some text'))).toEqual({ reason: 'not-a-mail' })
  expect(await reason(Buffer.alloc(0))).toEqual({ reason: 'not-a-mail' })
  expect(await reason(Buffer.from('From: a@b.c\n\n'))).toEqual({
    reason: 'missing-field',
    field: 'text',
  })
  expect(await reason(Buffer.alloc(LIMITS.recordBytesMax + 1))).toMatchObject({
    reason: 'too-large',
  })
})

test('a mailbox is cut at its From lines only, whatever the chunks', async () => {
  for (const size of [1, 3, 50, 10_000]) {
    const outcomes = await receive(mboxFormat, fixture('mailbox.mbox'), size)
    const keys = outcomes.map(
      ({ read }) => 'arrival' in read && 'externalKey' in read.arrival && read.arrival.externalKey,
    )
    expect(keys).toEqual(['m1@example.com', 'm2@example.com', 'm3@example.com'])
    expect(outcomes.map(({ line }) => line)).toEqual([1, 12, 19])
    expect(outcomes[0]?.read).toMatchObject({
      arrival: {
        content: {
          text: 'From now on I buy nothing else.\n\nFrom here to there, said\nFrom the shop.\n>From twice.',
        },
      },
    })
  }
})

test('a mail of a mailbox is, alone, the same activity', async () => {
  const [first] = await receive(mboxFormat, fixture('mailbox.mbox'))
  const again = await receive(emlFormat, Buffer.from(first?.payload ?? ''))
  expect(again[0]?.read).toEqual(first?.read)
})

test('a mail over the limit is refused, the next is read; memory stays bounded', async () => {
  async function* mailbox(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('From a Sat Nov 21 13:05:00 2026\nFrom: a@example.com\n\n')
    const chunk = Buffer.alloc(1024 * 1024, 0x61)
    for (let sent = 0; sent < 200; sent += 1) yield chunk
    yield Buffer.from('\n\nFrom b Sat Nov 21 13:05:00 2026\nFrom: b@example.com\n\nhello\n')
  }
  const mails: unknown[] = []
  for await (const mail of cutMbox(mailbox())) {
    mails.push('refusal' in mail ? mail.refusal.reason : mail.bytes.toString())
  }
  expect(mails).toEqual(['too-large', 'From: b@example.com\n\nhello\n'])
})

test('property: mails written as mboxrd come back as they were', async () => {
  const line = fc.constantFrom(
    'From me',
    '>From me',
    'From x 10:00',
    'Subject: x',
    '',
    'text',
    '>>From',
    '縁',
  )
  const mails = fc.array(fc.array(line, { minLength: 1 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(mails, fc.integer({ min: 1, max: 80 }), async (mails, size) => {
      const written = mails.map((lines) => `From: a@b.c\n\n${lines.join('\n')}\n`)
      const quoted = written.map((mail) => {
        const [header, ...body] = mail.split('\n')
        const safe = body.map((text) => (/^>*From /.test(text) ? `>${text}` : text))
        return `From a Sat Nov 21 13:05:00 2026\n${[header, ...safe].join('\n')}\n`
      })
      const read: string[] = []
      for await (const mail of cutMbox(chunked(Buffer.from(quoted.join('')), size))) {
        read.push('bytes' in mail ? mail.bytes.toString() : mail.refusal.reason)
      }
      expect(read).toEqual(written)
    }),
  )
})

test('property: any bytes end without a fault', async () => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
    fc
      .array(
        fc.constantFrom(
          'From: ',
          'a@b.c',
          '\n',
          '\r\n\r\n',
          'Content-Type: multipart/mixed; boundary=b\n',
          '--b\n',
          '--b--',
          '=?ISO-2022-JP?B?',
          '\0',
          '\u001b$B',
          'From \n',
          'Content-Transfer-Encoding: base64\n',
          'Content-Type: message/rfc822\n',
        ),
        { maxLength: 30 },
      )
      .map((parts) => Buffer.from(parts.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(noise, async (bytes) => {
      expect(await receive(emlFormat, bytes, 100)).toHaveLength(1)
      for (const { read } of await receive(mboxFormat, bytes, 100))
        expect(read).toBeTypeOf('object')
    }),
    { numRuns: 200 },
  )
})
