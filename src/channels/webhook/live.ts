import { isJsonObject, type PushCall, type Pushed, type PushedKind } from '#listen/index.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { HOOK_CAPABILITIES, HOOK_PROBLEMS, nothingToProbe, refuse } from '../hooks/hook-words.ts'
import { jsonObjectText } from '../hooks/wrapped-body.ts'
import { isStandardSecret, verifyStandard } from './verify.ts'

/** Outcomes as a shop or system of one's own tells them, signed after Standard Webhooks. */
export const webhookKind: PushedKind = {
  kind: 'webhook',
  by: 'push',
  name: { ja: '自社システム（署名付き Webhook）', en: 'Own system (signed webhook)' },
  about: {
    ja: '自社の EC サイトや基幹システムから、成果を JSON で受け取ります。署名は Standard Webhooks 方式です。',
    en: 'Takes outcomes as JSON from a shop or system of your own, signed after Standard Webhooks.',
  },
  capabilities: HOOK_CAPABILITIES,
  secret: {
    isOurs: true,
    label: { ja: '署名の秘密鍵', en: 'Signing secret' },
    hint: {
      ja: '「秘密鍵を作る」で作成し、送信側のシステムに控えてください。保存後は表示できません。',
      en: 'Create one here and copy it into your system: it is not shown again once saved.',
    },
  },
  refuseSecret: (secret) =>
    isStandardSecret(secret)
      ? undefined
      : {
          en: 'The secret is 24 to 64 random bytes in base64, after “whsec_”. Let one be made here.',
          ja: '秘密鍵は、24〜64バイトの乱数を base64 で表し、先頭に「whsec_」を付けたものです。この画面で作成できます。',
        },
  headers: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  fields: [
    {
      name: 'list',
      label: { ja: '顧客IDの名簿名', en: 'List that customer ids are of' },
      hint: {
        ja: '顧客名簿を CSV で取り込んだチャネルと同じ名前にすると、同じ顧客IDの人物に結び付きます。',
        en: 'As the channel is named that your customers were imported into: the same id is then the same person.',
      },
      type: 'text',
      isRequired: false,
    },
  ],
  problemWords: {
    ...HOOK_PROBLEMS,
    'too-many': {
      en: 'More than 100 outcomes were sent in one call; they were not taken. Send them in several calls.',
      ja: '1回の送信に100件を超える成果が含まれていたため、受け取りませんでした。分けて送信してください。',
    },
  },
  settle: ({ list }) => settleList(list),
  probe: nothingToProbe,
  receive: receiveWebhook,
}

function settleList(list: unknown): { list?: string } {
  if (list === undefined || list === null || list === '') return {}
  const name = typeof list === 'string' ? list.trim() : ''
  const isName = name !== '' && name.length <= LIMITS.nameCharsMax && !name.includes('\0')
  if (isName) return { list: name }
  const words = {
    en: 'Name the list with at most 500 characters, or leave it empty.',
    ja: '名簿名は500文字以内で入力するか、空欄にしてください。',
  }
  throw new EnishiError('bad-input', words, { field: 'list' })
}

function receiveWebhook({ headers, body, settings, secret, channelId, now }: PushCall): Pushed {
  const id = headers['webhook-id'] ?? ''
  const timestamp = headers['webhook-timestamp'] ?? ''
  const signature = headers['webhook-signature'] ?? ''
  const verdict = verifyStandard({ id, timestamp, signature }, body, secret, now)
  if (verdict !== 'ok') return refuse(verdict)
  const text = jsonObjectText(body)
  if (text === undefined) return refuse('not-json')
  const { outcomes } = JSON.parse(text) as { outcomes?: unknown }
  const scope = typeof settings.list === 'string' ? settings.list : channelId
  const format = 'webhook' as const
  if (!Array.isArray(outcomes)) {
    return { kind: 'heard', payloads: [{ format, body: text, scope }], eventKey: id }
  }
  const said = outcomes.filter(isJsonObject)
  if (said.length > LIMITS.outcomesPerHookMax) {
    return { kind: 'refused', code: 'too-many', isForged: false }
  }
  const payloads = said.map((one) => ({ format, body: JSON.stringify(one), scope }))
  return { kind: 'heard', payloads, eventKey: id }
}
