import type { ItemOf } from '../../api.ts'
import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Delivery = ItemOf<'GET /webhooks/{id}/deliveries'>
export type DeliveryState = Delivery['state']

export const DELIVERY_STATE_WORDS: Record<DeliveryState, Words> = {
  waiting: { ja: '待機中', en: 'Waiting' },
  delivered: { ja: '届いた', en: 'Delivered' },
  failed: { ja: '失敗', en: 'Failed' },
  erased: { ja: '消去', en: 'Erased' },
}

export const FAILURE_WORDS: Record<NonNullable<Delivery['failure']>, Words> = {
  refused: {
    ja: '接続が許可されていないアドレスです。社内のアドレスなら、管理者が ENISHI_ALLOW_HOSTS に加えてください。',
    en: 'This address may not be called. If it is in your own network, the administrator adds it to ENISHI_ALLOW_HOSTS.',
  },
  redirected: {
    ja: '別のアドレスへ転送されました。転送には従いません。転送先のアドレスを設定してください。',
    en: 'It leads elsewhere, which is not followed. Enter the address that it leads to.',
  },
  'not-reached': {
    ja: '接続できませんでした。受信側が動いているか、証明書が有効か確認してください。',
    en: 'It could not be reached. See whether the receiver is up and its certificate holds.',
  },
  'timed-out': {
    ja: '15秒以内に応答がありませんでした。受信側は先に 2xx を返し、後から処理してください。',
    en: 'No answer within 15 seconds. Let the receiver answer 2xx first and work afterwards.',
  },
  'bad-answer': {
    ja: '応答が読めませんでした。空の 2xx を返してください。',
    en: 'The answer could not be read. An empty 2xx is enough.',
  },
  'no-secret': {
    ja: '署名シークレットが読めません。新しいシークレットを作ってください。',
    en: 'The signing secret cannot be read. Make a new one.',
  },
}

export const TEST_WORDS: Words = { ja: 'テスト', en: 'Test' }

export const WORDS = defineWords({
  test: { ja: 'テストを送る', en: 'Send a test' },
  pause: { ja: '一時停止', en: 'Pause' },
  fromWhen: { ja: 'どこから知らせますか', en: 'Told from when' },
  fromNow: { ja: 'これからの変更だけ', en: 'From now on' },
  withMissed: {
    ja: (count: number, isMore: boolean) =>
      `停止中の変更も（${formatCount(count, 'ja')}件${isMore ? '以上' : ''}）`,
    en: (count: number, isMore: boolean) =>
      `Also what was missed (${isMore ? 'more than ' : ''}${formatCount(count, 'en')} ${count === 1 ? 'change' : 'changes'})`,
  },
  missedText: {
    ja: '停止中の変更は30日前まで、取り込んだ投稿の知らせは7日前まで残っています。内容は、いまの状態で届きます。',
    en: 'Changes of the last 30 days are still known, of posts that were heard those of the last 7. Each is told as things stand now.',
  },
  missed: { ja: '停止中の変更', en: 'Missed while off' },
  missedSoFar: {
    ja: (count: number, isMore: boolean) => `${formatCount(count, 'ja')}件${isMore ? '以上' : ''}`,
    en: (count: number, isMore: boolean) =>
      `${isMore ? 'more than ' : ''}${formatCount(count, 'en')} ${count === 1 ? 'change' : 'changes'}`,
  },
  tellingMissed: { ja: '送信待ちに加えています', en: 'Being told now' },
  turnOn: { ja: '有効にする', en: 'Turn on' },
  renew: { ja: 'シークレットを更新', en: 'New secret' },
  renewTitle: { ja: '署名シークレットの更新', en: 'New signing secret' },
  renewText: {
    ja: '新しいシークレットを作ります。24時間は、以前のシークレットの署名も付けて送ります。',
    en: 'Makes a new secret. For 24 hours deliveries are signed with the old one as well.',
  },
  remove: { ja: '削除', en: 'Delete' },
  removeTitle: { ja: 'Webhook の削除', en: 'Delete webhook' },
  removeText: {
    ja: (name: string) => `「${name}」への配信を止め、配信の記録も削除します。`,
    en: (name: string) => `“${name}” is told nothing more, and its deliveries are deleted.`,
  },
  settings: { ja: '設定', en: 'Settings' },
  oldSecret: { ja: '以前のシークレット', en: 'Old secret' },
  oldSecretUntil: { ja: 'この時刻まで署名に使用', en: 'signs until' },
  since: { ja: 'この状態になった時刻', en: 'Since' },
  gone: {
    ja: '受信側が「もう要らない」（410）と応答したため、停止しました。受信側を確認し、必要なら有効にしてください。止まっている間の変更は知らせません。',
    en: 'The receiver answered that it wants no more (410), so this was switched off. Turn it on again if that was wrong. What changed meanwhile is not told.',
  },
  failing: {
    ja: '三日間一件も届かなかったため、停止しました。受信側を直し、テストを送ってから有効にしてください。止まっている間の変更は知らせません。',
    en: 'Nothing got through for three days, so this was switched off. Mend the receiver, send a test, then turn it on. What changed meanwhile is not told.',
  },
  trouble: {
    ja: 'この時刻から届いていません:',
    en: 'Nothing has got through since',
  },
  deliveries: { ja: '配信', en: 'Deliveries' },
  kept: { ja: '30日分を表示します。', en: 'Those of the last thirty days.' },
  find: { ja: '配信を探す', en: 'Find deliveries' },
  findHint: { ja: '種類・ID・番号・応答コード', en: 'Kind, id, number, answer code' },
  kind: { ja: '種類', en: 'Kind' },
  none: { ja: 'まだ何も送っていません。', en: 'Nothing was sent yet.' },
  noneText: {
    ja: '「テストを送る」で受信側が受け取れるか確かめてください。選んだ変更が起きると、ここに並びます。',
    en: 'Choose “Send a test” to see whether the receiver takes it. What changes from now on is listed here.',
  },
  attempts: {
    ja: (attempts: number) => `試行 ${formatCount(attempts, 'ja')}回`,
    en: (attempts: number) =>
      `${formatCount(attempts, 'en')} ${attempts === 1 ? 'attempt' : 'attempts'}`,
  },
  answered: {
    ja: (status: number) => `応答 ${status}`,
    en: (status: number) => `answered ${status}`,
  },
  took: {
    ja: (milliseconds: number) => `${formatCount(milliseconds, 'ja')}ミリ秒`,
    en: (milliseconds: number) => `${formatCount(milliseconds, 'en')} ms`,
  },
  next: { ja: '次の試行', en: 'next try' },
  show: { ja: '内容', en: 'Body' },
  showOf: {
    ja: (sequence: number) => `${sequence} 番の内容を表示`,
    en: (sequence: number) => `Body of number ${sequence}`,
  },
  hide: { ja: '閉じる', en: 'Hide' },
  hideOf: {
    ja: (sequence: number) => `閉じる: ${sequence} 番の内容`,
    en: (sequence: number) => `Hide the body of number ${sequence}`,
  },
  again: { ja: '再送', en: 'Send again' },
  againOf: {
    ja: (sequence: number) => `${sequence} 番を再送`,
    en: (sequence: number) => `Send again: number ${sequence}`,
  },
  againAll: { ja: '未達をすべて再送', en: 'Send all undelivered again' },
  againDone: {
    ja: (count: number) => `${formatCount(count, 'ja')}件を再送します。`,
    en: (count: number) =>
      `${formatCount(count, 'en')} ${count === 1 ? 'delivery goes' : 'deliveries go'} out again.`,
  },
  erased: {
    ja: '含まれていた人物が消去されたため、内容はありません。',
    en: 'Somebody in it was erased, so its body is gone.',
  },
})
