import type { PushCall, Pushed, PushedKind } from '#listen/index.ts'
import {
  HOOK_CAPABILITIES,
  HOOK_PROBLEMS,
  isOn,
  nothingToProbe,
  refuse,
} from '../hooks/hook-words.ts'
import { jsonObjectText } from '../hooks/wrapped-body.ts'
import { STRIPE_EVENTS, whyNothing } from './receive.ts'
import { verifyStripe } from './verify.ts'

/** Outcomes as Stripe tells them: sign-ups, purchases, renewals, refunds, ends of subscriptions. */
export const stripeKind: PushedKind = {
  kind: 'stripe',
  by: 'push',
  name: { ja: 'Stripe', en: 'Stripe' },
  about: {
    ja: '登録・購入・継続・返金・解約を、Stripe の Webhook から成果として受け取ります。',
    en: 'Takes sign-ups, purchases, renewals, refunds and cancellations from webhooks of Stripe.',
  },
  capabilities: HOOK_CAPABILITIES,
  secret: {
    isOurs: false,
    label: { ja: '署名シークレット', en: 'Signing secret' },
    hint: {
      ja: 'チャネルを追加すると受信アドレスが表示されます。それを Stripe の「Webhook」に登録し、表示される「署名シークレット」（whsec_ で始まる文字列）を貼り付けてください。',
      en: 'Adding the channel shows its address. Register that under “Webhooks” at Stripe, and paste the “Signing secret” (it begins with whsec_) that Stripe shows then.',
    },
  },
  headers: ['stripe-signature'],
  fields: [
    {
      name: 'takesTests',
      label: { ja: 'テスト環境のイベントも受け取る', en: 'Take events of test mode too' },
      hint: {
        ja: '接続の確認が済んだらオフにしてください。オンの間はテストの購入も成果に数えます。',
        en: 'Turn it off once the connection works: test purchases count as outcomes while it is on.',
      },
      type: 'switch',
      isRequired: false,
      default: false,
    },
  ],
  problemWords: HOOK_PROBLEMS,
  settle: ({ takesTests }) => ({ takesTests: isOn(takesTests) }),
  probe: nothingToProbe,
  receive: receiveStripe,
}

function receiveStripe({ headers, body, settings, secret, channelId, now }: PushCall): Pushed {
  const header = headers['stripe-signature'] ?? ''
  const verdict = verifyStripe(header, body, secret, now)
  if (verdict !== 'ok') return refuse(verdict)
  const text = jsonObjectText(body)
  if (text === undefined) return refuse('not-json')
  const event = JSON.parse(text) as { id?: unknown; type?: unknown; livemode?: unknown }
  if (event.livemode === false && !isOn(settings.takesTests)) {
    return { kind: 'ignored', why: 'test-mode' }
  }
  if (typeof event.type !== 'string' || !STRIPE_EVENTS.includes(event.type)) {
    return { kind: 'ignored', why: 'other-event' }
  }
  const why = whyNothing(event)
  if (why !== undefined) return { kind: 'ignored', why }
  const payloads = [{ format: 'stripe' as const, body: text, scope: channelId }]
  return { kind: 'heard', payloads, eventKey: String(event.id) }
}
