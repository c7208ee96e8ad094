import { OUTCOME_TYPES, type OutcomeType } from '#vocabulary/index.ts'

/** What shops, contracts and desks call the outcomes, folded. */
const WORDS: Record<OutcomeType, string> = {
  'sign-up':
    '登録 会員登録 新規登録 入会 申込 申し込み 申込み 無料登録 資料請求 アカウント作成 signup signedup registration register registered trial trialstarted subscribed optin',
  purchase:
    '購入 注文 受注 成約 契約 新規契約 売上 決済 支払 支払い 入金 商談成立 purchase purchased order ordered sale sold buy bought payment paid checkout closedwon won contract newbusiness',
  renewal:
    '更新 契約更新 継続 契約継続 再購入 リピート 定期購入 renewal renewed renew repeat repeatpurchase recurring existingbusiness upsell',
  referral: '紹介 お客様紹介 紹介成立 友達紹介 referral referred refer recommendation',
  churn:
    '解約 退会 契約終了 解除 キャンセル 離脱 失注 返品 churn churned cancel canceled cancelled cancellation unsubscribe unsubscribed terminated lost closedlost refund refunded return',
  'case-solved':
    '解決 問い合わせ解決 問合せ解決 対応完了 完了 クローズ casesolved solved resolved closed ticketclosed caseclosed caseresolved resolution',
}

const TYPE_OF = new Map([
  ...OUTCOME_TYPES.map((type) => [type.replace(/-/g, ''), type] as const),
  ...Object.entries(WORDS).flatMap(([type, words]) =>
    words.split(' ').map((word) => [word, type as OutcomeType] as const),
  ),
])

/** The outcome that a cell names, undefined for a word that names none. */
export function outcomeTypeNamed(cell: string): OutcomeType | undefined {
  return TYPE_OF.get(
    cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_・.-]+/g, ''),
  )
}
