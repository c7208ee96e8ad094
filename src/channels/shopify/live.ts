import type { PushCall, Pushed, PushedKind } from '#listen/index.ts'
import {
  HOOK_CAPABILITIES,
  HOOK_PROBLEMS,
  isOn,
  nothingToProbe,
  refuse,
} from '../hooks/hook-words.ts'
import { hmacSha256, matchesAny } from '../hooks/signature.ts'
import { jsonObjectText } from '../hooks/wrapped-body.ts'
import { SHOPIFY_TOPICS } from './receive.ts'

/** Outcomes as a shop on Shopify tells them: new customers, paid orders, cancellations, refunds. */
export const shopifyKind: PushedKind = {
  kind: 'shopify',
  by: 'push',
  name: { ja: 'Shopify', en: 'Shopify' },
  about: {
    ja: '顧客登録・支払い済み注文・キャンセル・返金を、Shopify の Webhook から成果として受け取ります。',
    en: 'Takes new customers, paid orders, cancellations and refunds from webhooks of Shopify.',
  },
  capabilities: HOOK_CAPABILITIES,
  secret: {
    isOurs: false,
    label: { ja: '署名用の文字列', en: 'Signing key' },
    hint: {
      ja: 'Shopify 管理画面の「設定」→「通知」→「Webhook」の下に表示される文字列です。',
      en: 'Shopify shows it in the admin under Settings → Notifications → Webhooks.',
    },
  },
  headers: [
    'x-shopify-hmac-sha256',
    'x-shopify-topic',
    'x-shopify-event-id',
    'x-shopify-webhook-id',
  ],
  fields: [
    {
      name: 'takesTests',
      label: { ja: 'テスト注文も受け取る', en: 'Take test orders too' },
      type: 'switch',
      isRequired: false,
      default: false,
    },
  ],
  problemWords: HOOK_PROBLEMS,
  settle: ({ takesTests }) => ({ takesTests: isOn(takesTests) }),
  probe: nothingToProbe,
  receive: receiveShopify,
}

/**
 * `X-Shopify-Hmac-SHA256` is the HMAC-SHA256 of the raw body in base64
 * (https://shopify.dev/docs/apps/build/webhooks/subscribe/https). It covers no time and no id: that
 * nothing counts twice rests on the ids in the body.
 */
function receiveShopify({ headers, body, settings, secret, channelId }: PushCall): Pushed {
  const sent = Buffer.from(headers['x-shopify-hmac-sha256'] ?? '', 'base64')
  if (!matchesAny(hmacSha256(secret, body), [sent])) return refuse('bad-signature')
  const text = jsonObjectText(body)
  if (text === undefined) return refuse('not-json')
  const topic = headers['x-shopify-topic'] ?? ''
  if (!SHOPIFY_TOPICS.includes(topic)) return { kind: 'ignored', why: 'other-event' }
  const data = JSON.parse(text) as { id?: unknown; test?: unknown }
  if (data.test === true && !isOn(settings.takesTests)) return { kind: 'ignored', why: 'test-mode' }
  const wrapped = `{"topic":${JSON.stringify(topic)},"data":${text}}`
  const given = headers['x-shopify-event-id'] ?? headers['x-shopify-webhook-id']
  // One event may be told under several topics, with one id.
  const payloads = [{ format: 'shopify' as const, body: wrapped, scope: channelId }]
  return { kind: 'heard', payloads, eventKey: `${topic} ${given ?? String(data.id)}` }
}
