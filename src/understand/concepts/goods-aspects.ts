import type { Aspect } from './concept.ts'

/** What is asked and said of goods at home, told apart more finely than the reader needs it. */
export const GOODS_ASPECTS: readonly Aspect[] = [
  {
    id: 'gift-wrapping',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ギフト包装', en: 'gift wrapping' },
    ja: `ギフト ラッピング プレゼント 贈り物 贈答 贈る用 贈りたい のし 熨斗 包装紙 包んで 包装して 包装でき メッセージカード 結婚祝い 内祝い 手提げ袋 紙袋`,
    en: `gift gifts gift_wrap gift-wrap gift_wrapping gift-wrapping wrapping wrap_it gift-wrapped wrapping_paper wrapping_service wrapped ribbon gift_bag
      gift_box gift_message gift_note gift_receipt as_a_present birthday_present
      wedding_present for_a_present presentable`,
  },
  {
    id: 'dishwasher',
    kind: 'aspect',
    side: 0,
    name: { ja: '食洗機', en: 'dishwasher' },
    ja: `食洗機 食洗器 食器洗い機 食器洗浄機 食洗対応 食洗可`,
    en: `dishwasher dishwashers dishwasher-proof dishwashable`,
  },
  {
    id: 'child-lock',
    kind: 'aspect',
    side: 0,
    name: { ja: '子どもの安全', en: 'child safety' },
    ja: `チャイルドロック 子供ロック 子どもロック 誤操作防止 子供が触 子どもが触 子が触 赤ちゃんがい 赤ちゃんが触 乳幼児 小さい子 小さな子 子供がい 子どもがい 子供のいる
      子どものいる 子どもでも 子供でも つかまり立ち 子供に 子どもに 子供のいたずら 子供の手 子どもの手 子供でも安 子どもでも安 子供が使 子どもが使 子供が開け
      子どもが開け 子供がボタン 子どもがボタン 孫が 赤ちゃん 赤ん坊 安全ロック ロック機能 ロックは ロックが`,
    en: `child_lock child-lock childproof child-proof child-locks child-proofing child-safe child-safety child-resistant baby-proof
      toddler toddlers toddler-proof kid-proof kid-safe kids_in_the_house little_ones
      small_children young_children small_hands little_hands curious_kids burn_themselves
      scalding safety_lock with_kids around_kids around_children with_children
      with_a_toddler around_toddlers safe_for_kids safe_for_children safe_for_a safe_with_a
      safe_with_kids safe_around small_kids small_child young_kids two-year-old
      three-year-old one-year-old year-old baby babies the_kids my_kids kid kids child
      children grandchildren lock_on locking`,
  },
]
