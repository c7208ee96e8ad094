import type { Claim } from './concept.ts'

/** What is said of dealings with businesses: advice, sales, bookings, packing, terms. */
export const DEALING_CLAIMS: readonly Claim[] = [
  {
    id: 'explains-clearly',
    kind: 'claim',
    side: 1,
    name: { ja: '説明がわかりやすい', en: 'explains things clearly' },
    ja: `説明がわかりやす 説明が分かりやす 説明もわかりやす 説明も分かりやす 丁寧に説明
      わかりやすく説明 分かりやすく説明 詳しく説明 納得いくまで説明 教え方が上手 教え方がうま
      教え方がわかりやす 教え方が分かりやす 丁寧に教え 親身に教え 質問に答えてくれ`,
    en: `explained_everything explains_everything explained_clearly explained_it_clearly
      clearly_explained explains_well explained_well took_the_time_to_explain answered_all_my
      answered_all_our answers_all_my easy_to_follow_explanation walked_me_through
      talked_me_through broke_it_down`,
  },
  {
    id: 'explains-poorly',
    kind: 'claim',
    side: -1,
    name: { ja: '説明が足りない', en: 'does not explain enough' },
    ja: `説明不足 説明が足り 説明がな 説明もな 説明がわかりにく 説明が分かりにく 説明が下手
      説明が雑 説明されな 説明してくれな ちゃんと説明し 何の説明も 教え方が下手 教え方が悪
      教えてくれなかっ 言ってることが違 人によって言うこと`,
    en: `no_explanation without_explanation without_any_explanation poorly_explained
      explained_nothing didn't_explain doesn't_explain never_explained not_explained
      lack_of_information not_enough_information no_information conflicting_information
      contradictory_information told_different_things vague_answers vague_response`,
  },
  {
    id: 'pushy-sales',
    kind: 'claim',
    side: -1,
    name: { ja: '売り込みがしつこい', en: 'is pushy' },
    ja: `押し売り おしうり 勧誘がしつこ 営業がしつこ しつこい営業 しつこい勧誘 しつこく勧め
      しつこく電話 営業電話 勧誘電話 無理やり契約 無理に勧め 契約を迫 買わせようと 売りつけ
      不要なオプション`,
    en: `pushy high-pressure pressured_me_into pressured_into hard_sell upsell upselling upsold
      tried_to_sell_me sales_pitch aggressive_sales aggressive_selling cold_call cold_calls
      cold_calling pestered pestering won't_take_no_for`,
  },
  {
    id: 'no-pressure',
    kind: 'claim',
    side: 1,
    name: { ja: '無理に勧めない', en: 'does not push sales' },
    ja: `無理に勧めな 無理な勧誘がな 無理な勧誘もな 勧誘がな 勧誘もな 押し売りがな 押し売りもな
      しつこくな 売り込みがな 営業トークがな ゆっくり見られ ゆっくり選べ`,
    en: `no_pressure no-pressure no_hard_sell wasn't_pushy weren't_pushy not_pushy never_pushy
      isn't_pushy without_being_pushy no_sales_pitch left_us_to_browse`,
  },
  {
    id: 'listens',
    kind: 'claim',
    side: 1,
    name: { ja: '話を聞いてくれる', en: 'listens' },
    ja: `話を聞いてくれ 話をよく聞 話をしっかり聞 話をちゃんと聞 じっくり聞いて 親身になって
      親身に相談 相談に乗ってくれ 相談しやす 寄り添って 寄り添ってくれ 意見を聞いてくれ 要望を聞
      声が届い 要望が通`,
    en: `listened_to_me listened_to_us really_listens actually_listens listens_to_feedback
      listen_to_their_customers took_the_time_to_listen listened_to_my felt_heard felt_listened
      heard_my_concerns sympathetic empathetic compassionate`,
  },
  {
    id: 'does-not-listen',
    kind: 'claim',
    side: -1,
    name: { ja: '話を聞かない', en: 'does not listen' },
    ja: `話を聞かな 話を聞いてくれな 話も聞かな 話が通じな 話にならない対応 話をさえぎ 話を遮
      人の話を 意見を無視 要望を無視 声が届か 聞いてもらえな 決めつけ 上から決め`,
    en: `doesn't_listen didn't_listen don't_listen never_listen never_listens won't_listen
      refused_to_listen not_listening falls_on_deaf_ears fell_on_deaf_ears deaf_ears
      talked_over_me talks_over dismissed_my dismissive ignores_feedback`,
  },
  {
    id: 'flexible',
    kind: 'claim',
    side: 1,
    name: { ja: '融通が利く', en: 'is flexible' },
    ja: `融通が利く 融通がきく 融通を利かせ 融通をきかせ 柔軟に対応 柔軟な対応 柔軟性
      日程変更に応じ 変更に応じて 急な変更にも 無理を聞いて わがままを聞いて 要望に応えて
      希望に応じて`,
    en: `flexible flexibility accommodating accommodated_us accommodated_my accommodated_our
      rearranged_it let_us_change let_me_change no_problem_changing worked_around_my fit_around_my
      squeezed_us_in squeezed_me_in`,
  },
  {
    id: 'indifferent',
    kind: 'claim',
    side: -1,
    name: { ja: 'そっけない', en: 'is indifferent' },
    ja: `そっけな 素っ気な 事務的 機械的な対応 流れ作業 マニュアル通り マニュアルどおり 定型文
      テンプレの返 コピペ回答 愛想な ぶあいそう やる気な 他人事 ひとごと`,
    en: `indifferent indifference disinterested uninterested didn't_care cold_and robotic
      copy-paste canned_responses generic_reply automated_reply scripted half-hearted apathetic
      lack_of_interest conveyor_belt like_a_number`,
  },
  {
    id: 'short-staffed',
    kind: 'claim',
    side: -1,
    name: { ja: '人手が足りない', en: 'is short-staffed' },
    ja: `人手不足 ひとで不足 人手が足り 人が足り スタッフが足り スタッフ不足 店員が足り
      店員さんが足り 人員不足 ワンオペ わんおぺ 回っていな 回ってな スタッフが少な 店員が少な`,
    en: `short-staffed short_staffed understaffed under-staffed not_enough_staff
      only_one_member_of one_person_working only_one_cashier staff_shortage staff_shortages
      rushed_off_their_feet no_staff nobody_around skeleton_staff stretched_thin`,
  },
  {
    id: 'inconsistent',
    kind: 'claim',
    side: -1,
    name: { ja: 'ばらつきがある', en: 'is inconsistent' },
    ja: `ばらつきがあ バラつきがあ ばらつきが ムラがあ むらがあ 個体差 当たり外れ あたりはずれ
      当たりはずれ 人によって対応が 店舗によって 担当者によって 日によって違 一貫性がな 安定しな
      安定しませ 波があ`,
    en: `inconsistency inconsistently varies_wildly quality_control_issues depends_on_who
      depends_who luck_of_the_draw potluck lottery_whether never_know_what_you'll uneven_quality
      patchy`,
  },
  {
    id: 'well-packed',
    kind: 'claim',
    side: 1,
    name: { ja: '包装が丁寧', en: 'is well packed' },
    ja: `梱包が丁寧 梱包も丁寧 丁寧な梱包 丁寧に梱包 梱包がしっかり しっかり梱包
      しっかりとした梱包 厳重に梱包 綺麗に梱包 きれいに梱包 包装が丁寧 丁寧な包装 過不足ない梱包`,
    en: `well_packed well_packaged well-packaged well-packed carefully_packed carefully_packaged
      securely_packed securely_packaged beautifully_packaged beautifully_wrapped nicely_packaged
      nicely_packed lovely_packaging great_packaging safely_packaged`,
  },
  {
    id: 'badly-packed',
    kind: 'claim',
    side: -1,
    name: { ja: '包装が雑', en: 'is badly packed' },
    ja: `梱包が雑 雑な梱包 梱包が酷 梱包がひど 梱包が簡素 簡易包装すぎ 緩衝材がな 緩衝材な
      緩衝材もな 箱がボロボロ 箱がつぶれ 箱が破れ 箱が凹 むき出し 剥き出し 包装が雑 裸で届`,
    en: `badly_packed badly_packaged poorly_packed poorly_packaged poor_packaging
      terrible_packaging no_padding no_bubble_wrap box_was_crushed box_was_damaged crushed_box
      dented_box damaged_box damaged_packaging thrown_in_a_box packaging_was_torn`,
  },
  {
    id: 'unclear-pricing',
    kind: 'claim',
    side: -1,
    name: { ja: '料金がわかりにくい', en: 'has unclear pricing' },
    ja: `料金がわかりにく 料金が分かりにく 料金体系がわかりにく 料金体系が分かりにく
      料金体系が複雑 料金が不明 料金不明瞭 明朗会計じゃな 値段が書いてな 値段がわからな
      値段が分からな 価格が書いてな 総額がわからな 見積もりと違 見積もりより高 見積と違`,
    en: `unclear_pricing confusing_pricing no_prices_listed no_price_listed prices_not_displayed
      no_prices_on_the not_transparent lack_of_transparency lacks_transparency
      pricing_is_confusing misleading_price misleading_prices misleading_pricing
      different_price_at dynamic_pricing surge_pricing price_was_different`,
  },
  {
    id: 'clear-pricing',
    kind: 'claim',
    side: 1,
    name: { ja: '料金が明瞭', en: 'has clear pricing' },
    ja: `料金が明確 料金が明瞭 明朗会計 めいろう会計 料金体系がわかりやす 料金体系が分かりやす
      料金がわかりやす 料金が分かりやす 追加料金がな 追加料金もな 追加料金なし 見積もり通り
      見積もりどお 隠れた費用がな`,
    en: `clear_pricing transparent_pricing upfront_pricing honest_pricing no_hidden_fees
      no_hidden_costs no_hidden_charges no_extra_charge no_extra_charges no_surprises fixed_price
      what_you_see_is_what all_inclusive transparent_about`,
  },
  {
    id: 'easy-to-cancel',
    kind: 'claim',
    side: 1,
    name: { ja: 'すぐ解約できる', en: 'is easy to cancel' },
    ja: `解約が簡単 解約も簡単 解約簡単 すぐ解約でき すぐに解約でき 簡単に解約 いつでも解約
      解約がスムーズ 解約もスムーズ 返品が簡単 返品も簡単 簡単に返品 すぐ返金され すぐに返金され
      返金がスムーズ`,
    en: `easy_to_cancel cancel_anytime cancel_any_time easy_cancellation easy_returns easy_return
      hassle-free_return* hassle-free_refund easy_refund quick_refund instant_refund
      refunded_immediately refunded_straight_away free_returns no_quibble no_questions_asked`,
  },
  {
    id: 'hard-to-reserve',
    kind: 'claim',
    side: -1,
    name: { ja: '予約しにくい', en: 'is hard to book' },
    ja: `予約しにく 予約しづら 予約が面倒 予約がしづら 予約がしにく 予約システムが使
      予約サイトが重 予約サイトが落 予約電話がつな 予約電話が繋 予約枠がすぐ 数ヶ月待ち 何ヶ月も先
      数か月先まで 1ヶ月先まで`,
    en: `hard_to_book difficult_to_book impossible_to_book booking_system_is_terrible
      no_appointments can't_get_an_appointment couldn't_get_an_appointment couldn't_book
      can't_book waiting_list_is months_for_an_appointment weeks_for_an_appointment
      booked_months_in`,
  },
  {
    id: 'painless',
    kind: 'claim',
    side: 1,
    name: { ja: '痛くない', en: 'is painless' },
    ja: `痛くない 痛くなく 痛くありま 痛みがな 痛みもな 痛みが少な 痛みを感じな 全然痛くな 無痛
      むつう 痛みに配慮 優しく処置 ダウンタイムがな ダウンタイムもな`,
    en: `painless pain-free didn't_hurt doesn't_hurt did_not_hurt no_pain barely_felt
      didn't_feel_a_thing gentle_hands gentle_touch no_downtime put_me_at_ease calmed_my_nerves
      eased_my`,
  },
  {
    id: 'misdiagnoses',
    kind: 'claim',
    side: -1,
    name: { ja: '診察が雑', en: 'does not examine properly' },
    ja: `誤診 診察が雑 診察が適当 診察が短 診察時間が短 3分診療 三分診療 ろくに診 ろくに検査
      ちゃんと診て 診てもらえな 薬を出すだけ 薬漬け たらい回し 顔も見ず パソコンばかり見て`,
    en: `misdiagnosed misdiagnosis wrong_diagnosis didn't_examine never_examined
      didn't_take_me_seriously wasn't_taken_seriously not_taken_seriously dismissed_my_symptoms
      dismissed_my_pain fobbed_off rushed_appointment rushed_me_out two-minute_appointment
      medical_negligence malpractice`,
  },
  {
    id: 'child-welcoming',
    kind: 'claim',
    side: 1,
    name: { ja: '子ども連れに優しい', en: 'welcomes children' },
    ja: `子連れに優し 子連れにやさし 子連れでも行 子連れでも楽 子連れでも安心 子連れ歓迎
      子ども連れでも 子供連れでも 赤ちゃん連れでも 子どもが喜 子供が喜 子どもも大喜 子供も大喜
      子供も楽し 子どもも楽し 家族で楽し 家族みんなで楽 親子で楽し`,
    en: `great_for_kids great_for_children great_for_families kids_loved kids_love_it
      kids_loved_it my_kids_love children_loved perfect_for_families perfect_for_kids
      family-friendly kid_friendly child_friendly fun_for_all_the_family fun_for_the_whole_family
      welcomed_our_kids`,
  },
]
