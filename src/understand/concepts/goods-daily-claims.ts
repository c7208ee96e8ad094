import type { Claim } from './concept.ts'

/** How goods show themselves day by day: who hears them, when they came, how long they held. */
export const GOODS_DAILY_CLAIMS: readonly Claim[] = [
  {
    id: 'disturbs-nobody',
    kind: 'claim',
    side: 1,
    name: { ja: '音で起こさない', en: 'wakes nobody' },
    ja: `起きない 起きなかった 起きてこない 起こさな 起こさず 起こさない 目を覚まさな 寝たまま 寝ている横で 寝てる横で 寝てる間に 寝ている間に 寝てる隣で
      夜中に使え 夜中でも使え 夜中でも 深夜でも 早朝でも 早朝に使え 朝早くても 夜に使え 音がしな 音もしな 音がほとんど 音が小さ 音も小さ 音が気にならな
      音も気にならな 聞こえない 聞こえん 無音 ほぼ無音 会話ができ 会話でき 会話の邪魔 会話が途切れ テレビの音が聞 邪魔にならな 動いてるか 動いてるのか 動いているか
      動いているのか 耳を澄ま 静音 消音 音を立て 音をたて 音が静か 音も静か 作動音 動作音 運転音 沸騰音 稼働音 音のストレス 音に気づ 音に気付 存在を忘れ 忍者
      ひっそり しーんと シーンと しずか しずかに 静寂 静けさ 静かやし 静かすぎ 猫が逃げな 猫も逃げな 猫も寝 犬が吠えな 犬も吠えな 赤ちゃんが寝 赤ん坊が寝 子供が寝
      子どもが寝 家族が寝 夫が寝 妻が寝 旦那が寝 嫁が寝 隣で寝 壁が薄 壁の薄 アパートでも マンションでも 朝五時 朝5時 電話しながら 電話中でも 会議中でも
      リモート会議中`,
    en: `doesn't_wake didn't_wake never_wakes won't_wake hasn't_woken without_waking
      sleeps_through slept_through still_asleep stays_asleep asleep_next_door barely_hear
      hardly_hear can't_hear_it couldn't_hear_it can_hardly_hear can_barely_hear
      barely_audible almost_silent nearly_silent near_silent whisper whispers whisper-quiet
      purrs makes_no_noise no_noise without_a_sound not_a_sound hold_a_conversation
      have_a_conversation talk_over_it over_the_phone on_a_call during_calls in_meetings
      is_it_even_on is_it_on check_it's_on checked_it_was_on not_a_peep hear_a_pin pin_drop
      silent silently hush hushed soft_hum gentle_hum low_hum murmur noiseless soundless
      forget_it's_on forgot_it_was_on forget_it's_running didn't_notice_it don't_notice_it
      hardly_notice barely_notice can't_tell_it's_on can't_tell_if_it's_on nobody_wakes
      nobody_woke no_one_wakes no_one_woke baby_sleeps baby_stays baby_slept kids_sleep
      kids_stay cat_doesn't dog_doesn't cat_stays dog_stays cat_sleeps dog_sleeps housemates
      flatmate flatmates thin_walls six_in_the_morning five_in_the_morning
      in_the_morning_without hear_the_radio hear_the_birds hear_the_clock hear_myself_think`,
  },
  {
    id: 'disturbs-people',
    kind: 'claim',
    side: -1,
    name: { ja: '音で起こす', en: 'wakes people up' },
    ja: `起きちゃ 起きてしま 起こして 起こされ 起こしてしま 目が覚め 飛び起き 泣き出 近所迷惑 苦情が 騒音 轟音 爆音 工事現場 工事みたい 掃除機みたい ジェット機
      飛行機みたい ドリル 耳をふさ 耳栓 音がでか 音が大き 音デカ 音でか 音がすご 音がひど 音が響 響きわた 響き渡 響く テレビが聞こえ テレビの音が聞こえな
      声が聞こえな 会話ができな 会話にならな 夜は使えな 夜中は使えな 朝は使えな 異音 ガタガタ ガーガー ブーン キーン`,
    en: `wakes_the wakes_up_the wakes_everyone wakes_everybody wakes_me woke_the woke_up_the
      woke_everyone woke_me wake_the_whole wake_the_dead waking_the like_a_jet jet_engine
      like_a_drill lawnmower helicopter construction_site building_site vacuum_cleaner
      rattles rattling rattle screeches screech shrieks whines whining grinding_noise
      buzzing buzzes earplugs ear_plugs ear_defenders hear_it_from hear_it_upstairs
      hear_it_through next_door_can_hear through_the_wall can't_hear_the_tv
      can't_hear_myself shout_over scares_the frightens_the dog_runs cat_runs`,
  },
  {
    id: 'came-quickly',
    kind: 'claim',
    side: 1,
    name: { ja: 'すぐ届く', en: 'comes quickly' },
    ja: `翌日届 翌日に届 翌日には 翌日到着 次の日に届 次の日には 次の日届 翌朝 翌朝に 当日届 当日中に 即日 即日発送 もう届 もう来た もうきた すぐ届 すぐに届
      すぐ来た すぐに来た 早く来た 早く着 予定より早 思ったより早 届くの早 届くのが早 届くの速 届くのが速 発送が早 発送も早 発送が速 発送早 発送はや 配送が早
      配送が速 配送早 配送はや 配達が早 配達が速 到着が早 到着早 迅速 爆速 二日で届 2日で届 一日で届 1日で届`,
    en: `next_day next-day next_morning following_day following_morning same_day same-day
      overnight came_quickly came_fast came_early came_in_two came_within arrived_within
      arrived_in_two arrived_before arrived_quickly arrived_fast here_the_next
      on_my_doorstep on_the_doorstep at_my_door at_the_door doorstep ordered_yesterday
      ordered_last_night fast_shipping fast_delivery quick_delivery quick_shipping speedy
      shipped_fast shipped_quickly delivered_within two_days_later a_day_early day_early
      ahead_of_schedule`,
  },
  {
    id: 'died-early',
    kind: 'claim',
    side: -1,
    name: { ja: 'すぐ壊れる', en: 'breaks early' },
    ja: `すぐ壊 すぐに壊 もう壊 また壊 早くも壊 月で壊 年で壊 週間で壊 日で壊 回で壊 初日に壊 動かなくな 動かなくなっ 動かん 動かへん 電源が入らな 電源入らな
      電源がつかな 電源つかな 電源が入らへん 反応しなくな 反応しな スイッチが入らな うんともすんとも 死んだ 死にまし 逝った 逝きまし お亡くな ご臨終 昇天 寿命が短
      短命 保証期間 保証が切れ 保証切れ 保証書 修理に出 修理出し 修理行き 交換してもら 交換になっ 使えなくな 使えなくなっ もげた ひびが ヒビが 焦げ 煙が 買い直
      買い替えるはめ 不良品 初期不良`,
    en: `stopped_working stopped_heating stopped_turning packed_in packed_up
      gave_up_the_ghost gave_up gave_out dies_after died_after dead_after died_on_me
      broke_after broke_within broke_in broke_on broken_after broken_already broke_already
      already_broken bust busted conked_out kicked_the_bucket bit_the_dust kaput knackered
      fell_apart falls_apart fell_off came_off won't_turn_on won't_switch_on won't_power
      doesn't_turn_on didn't_last lasted_two lasted_three lasted_a lasted_less lasted_only
      out_of_warranty after_the_warranty warranty_expired under_warranty within_a_month
      within_months within_a_year second_replacement replacement_broke paperweight landfill`,
  },
  {
    id: 'worth-its-price',
    kind: 'claim',
    side: 1,
    name: { ja: '値段に見合う', en: 'is worth its price' },
    ja: `値段に見合 価格に見合 金額に見合 値段相応 値段以上 値段の割 値段のわり 価格以上 価格の割 価格のわり この値段で この値段なら この価格で この価格なら
      この金額で このお値段で お値段以上 元が取れ 元は取れ 元を取 元取れ 元とれ もと取れ 安い買い物 安い買物 いい買い物 良い買い物 高くない 高く感じな 妥当
      納得の値段 納得の価格 良心的 コスパ お得 お買い得 買い得 得した 払う価値 払ってよ 出す価値 損はな 損しな 損なし 惜しくな 価値がある 価値はある`,
    en: `worth_it worth_every worth_the_money worth_the_price worth_what worth_its_price
      worth_paying well_worth for_the_price for_the_money at_this_price at_that_price
      for_this_price for_that_price for_that_money for_what_you_pay for_what_you_get
      for_what_it_is for_what_it_costs for_how_much fair_price fairly_priced
      reasonably_priced reasonable_price well_priced priced_fairly priced_right
      price_is_right price_is_fair price_is_reasonable sensible_price honest_price good_deal
      great_deal good_price bargain pays_for_itself paid_for_itself paid_for_themselves
      money_well_spent no_regrets_about less_than_i_expected cheaper_than_expected bang_for
      value_for_money cost_per_use per_cup`,
  },
  {
    id: 'not-worth-its-price',
    kind: 'claim',
    side: -1,
    name: { ja: '値段に見合わない', en: 'is not worth its price' },
    ja: `値段に見合わ 価格に見合わ 金額に見合わ 割高 ぼったく ボッタク ぼりすぎ 高すぎ 高過ぎ たかすぎ 高いわ 高くて買え 高くて手が 手が出な 手が出ん お高い
      お高め 値が張 強気な値段 強気な価格 強気の値 値段がネック 価格がネック 値段だけが 値段さえ 半額なら もう少し安 もうちょい安 もうちょっと安 安ければ 安くなれば
      安かったら 値下げし 値下がり セールまで セールになる ブランド代 足元見`,
    en: `not_worth isn't_worth wasn't_worth overpriced over-priced too_pricey pricey
      steep_price a_bit_steep too_steep price_is_steep costs_too_much too_expensive
      so_expensive more_expensive_than expensive_for too_much_for too_much_money
      a_lot_of_money how_much for_half_the_price half_the_price twice_the_price
      double_the_price cheaper_elsewhere paying_for_the_name paying_for_the_brand
      daylight_robbery rip-off ripping_us if_it_were_cheaper can't_afford can't_justify
      hard_to_justify eye-watering price_tag out_of_my_budget over_budget`,
  },
]
