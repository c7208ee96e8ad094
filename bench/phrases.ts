import { searchTokens, toTsVectorLiteral } from '#language/index.ts'

/** A piece of text that is a run of its own, with its search tokens as a `tsvector` literal. */
export interface Phrase {
  text: string
  tokens: string
}

const JA_THINGS =
  '返品 配送 電池 画面 充電器 掃除機 炊飯器 イヤホン カメラ スマホ 冷蔵庫 洗濯機 扇風機 ケーブル 保証書 説明書 店員 店舗 アプリ 会員証 クーポン 価格 送料 在庫 予約 修理 故障 交換 返金 問い合わせ サポート 品質 音質 画質 デザイン サイズ 重さ 色 匂い 味 食感 容器 ラベル 箱 包装 限定品 新作 旧型 試供品 広告'.split(
    ' ',
  )
const JA_SAYS =
  'したいのですが|が最高でした|がひどい|を買いました|を迷っている|をおすすめします|はどうですか|が壊れた|が届かない|に満足しています|を比較してみた|が高すぎる|が安くなった|を探しています|が気になる|をやめました|は二度と買わない|がとても良い|を友人に勧めた|について教えてください|が思ったより軽い|の評判が良い|を使い始めて一週間|が売り切れ|を予約した|が見つからない|を家族が喜んだ|の使い方が分からない|が静かで驚いた|を返したい|に期待している|が好き|が苦手|を忘れてきた|を毎日使う|がまた値上げ|の色違いが欲しい|を写真に撮った|が丁寧だった|に三十分待った|が便利すぎる|を店で試した|は普通|を待っている|が欲しい|をもう一つ|が臭い|の説明が親切|を捨てた|が長持ち|の音がうるさい|を選んで正解|に失望した|が増えた|を誰か譲って|が改善された|の写真と違う|を調べた|が一番|を続けたい'.split(
    '|',
  )
const EN_THINGS =
  'iPhone refund delivery battery screen charger vacuum cooker headphones camera phone fridge washer fan cable warranty manual staff store app coupon price shipping stock order repair failure exchange support quality sound picture design size weight colour smell taste texture package label box wrapper edition release model sample advert'.split(
    ' ',
  )
const EN_SAYS =
  'is amazing|is terrible|broke after a week|arrived late|never arrived|I would recommend|I bought yesterday|compared with others|is too expensive|got cheaper|looking for advice on|made me happy|let me down|how do you use|works as expected|is out of stock|any experience with|switched away from|could be better|worth every penny|is so quiet|waiting for|told my friend about|thinking about buying|the best so far|not for me|ordered another|returned it because of|wish they fixed|was polite about|is lighter than I thought|lasted ten years|in blue please|photo does not match|improved a lot|keeps failing|daily use of|is ok|loving|hating'.split(
    '|',
  )

/** Japanese phrases (3,000) and English ones (about 1,900), each with its tokens. */
export function makePhrases(): { ja: Phrase[]; en: Phrase[] } {
  const ja = JA_THINGS.flatMap((thing) => JA_SAYS.map((says) => `${thing}${says}`))
  const en = EN_THINGS.flatMap((thing) => EN_SAYS.map((says) => `${thing} ${says}`))
  return { ja: scatter(ja).map(phraseOf), en: scatter(en).map(phraseOf) }
}

export function phraseOf(text: string): Phrase {
  return { text, tokens: toTsVectorLiteral(searchTokens(text)) }
}

/** The same order every time, without neighbours that share their thing. */
function scatter(texts: string[]): string[] {
  return texts.map((_, i) => texts[(i * 1_237) % texts.length] ?? '')
}

export const FAMILY_NAMES =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 Smith Jones Taylor Brown Wilson Evans Walker Wright Green Hall'.split(
    ' ',
  )
export const GIVEN_NAMES =
  '太郎 花子 一郎 美咲 健太 由美 翔 葵 大輔 陽菜 直樹 恵子 誠 智子 拓也 James Mary Oliver Amelia Jack Emily George Sophie Harry Grace Leo Ivy Max Ruby Sam'.split(
    ' ',
  )
