import type { Claim } from './concept.ts'

/** How goods show themselves day by day: who hears them, when they came, how long they held. */
export const GOODS_DAILY_CLAIMS: readonly Claim[] = [
  {
    id: 'disturbs-nobody',
    kind: 'claim',
    side: 1,
    name: { ja: '音が気にならない', en: 'makes hardly a sound' },
    ja: `起きない 起きなかった 起きてこない 起こさな 起こさず 起こさない 目を覚まさな 寝たまま 寝ている横で 寝てる横で 寝てる間に 寝ている間に 寝てる隣で
      夜中に使え 夜中でも使え 夜中でも 深夜でも 早朝でも 早朝に使え 朝早くても 夜に使え 音がしな 音もしな 音も小さ 聞こえない 聞こえん 会話ができ 会話でき
      会話の邪魔 会話が途切れ テレビの音が聞 動いてるか 動いてるのか 動いているか 動いているのか 耳を澄ま 消音 音を立て 音をたて 音が静か 音も静か 作動音 動作音
      運転音 沸騰音 稼働音 音のストレス 音に気づ 音に気付 存在を忘れ 忍者 ひっそり しーんと しずかに 静寂 静けさ 静かやし 静かすぎ 猫が逃げな 猫も逃げな 猫も寝
      犬が吠えな 犬も吠えな 赤ちゃんが寝 赤ん坊が寝 子供が寝 子どもが寝 家族が寝 夫が寝 妻が寝 旦那が寝 嫁が寝 隣で寝 壁の薄 アパートでも マンションでも 朝五時
      朝5時 電話しながら 電話中でも 会議中でも リモート会議中 夜中に動か 夜中に使って 夜中に使っても 深夜に使 深夜に使っても 早朝に使っても 朝早くに使 音がせえへん
      音せえへん 音がせん 音しない 音しません 音がやさし 音が控えめ 音がうるさくな うるさくな うるさくあり うるさない 耳障りじゃ 耳障りでな 気にならない音 騒音がな
      騒音じゃな 騒音とは無縁`,
    en: `doesn't_wake didn't_wake never_wakes won't_wake hasn't_woken without_waking
      sleeps_through still_asleep stays_asleep asleep_next_door hardly_hear couldn't_hear_it
      can_hardly_hear can_barely_hear almost_silent nearly_silent near_silent whisper
      whispers purrs makes_no_noise no_noise without_a_sound not_a_sound hold_a_conversation
      have_a_conversation talk_over_it over_the_phone on_a_call during_calls in_meetings
      is_it_even_on is_it_on check_it's_on checked_it_was_on not_a_peep hear_a_pin pin_drop
      hush hushed soft_hum gentle_hum low_hum murmur soundless forget_it's_on
      forgot_it_was_on forget_it's_running didn't_notice_it don't_notice_it hardly_notice
      barely_notice can't_tell_it's_on can't_tell_if_it's_on nobody_wakes nobody_woke
      no_one_wakes no_one_woke baby_sleeps baby_stays baby_slept kids_sleep kids_stay
      cat_doesn't dog_doesn't cat_stays dog_stays cat_sleeps dog_sleeps housemates flatmate
      flatmates six_in_the_morning five_in_the_morning in_the_morning_without hear_the_radio
      hear_the_birds hear_the_clock hear_myself_think quiet_enough so_quiet really_quiet
      very_quiet super_quiet quietest quietly barely_a_sound barely_makes_a hardly_makes_a
      hardly_a_sound makes_hardly makes_barely makes_almost_no no_racket no_din not_loud
      isn't_loud isn't_noisy without_waking_anyone doesn't_disturb won't_disturb
      never_disturbs doesn't_bother_anyone nobody_hears no_one_hears didn't_hear_it
      never_hear_it don't_hear_it you_can't_hear`,
  },
  {
    id: 'disturbs-people',
    kind: 'claim',
    side: -1,
    name: { ja: '音がうるさい', en: 'is loud' },
    ja: `起きちゃ 起きてしま 起こして 起こされ 起こしてしま 目が覚め 飛び起き 泣き出 近所迷惑 苦情が 轟音 工事現場 工事みたい 掃除機みたい ジェット機
      飛行機みたい ドリル 耳をふさ 耳栓 音デカ 音がすご 音がひど 音が響 響きわた 響き渡 響く テレビが聞こえ テレビの音が聞こえな 声が聞こえな 会話ができな
      会話にならな 夜は使えな 夜中は使えな 朝は使えな ガーガー ブーン キーン うるさく うるさす うるせ けたたまし 音がきつ 音が耳 音がやば 音やば 音がえぐ
      音が気にな 音が不快 音に驚 音にびっく 音が苦手`,
    en: `wakes_the wakes_up_the wakes_everyone wakes_everybody wakes_me woke_the woke_up_the
      woke_everyone woke_me wake_the_whole wake_the_dead waking_the like_a_jet like_a_drill
      lawnmower helicopter construction_site building_site vacuum_cleaner rattle screeches
      screech shrieks whines whining buzzes earplugs ear_plugs ear_defenders hear_it_from
      hear_it_upstairs hear_it_through next_door_can_hear through_the_wall can't_hear_the_tv
      can't_hear_myself shout_over scares_the frightens_the dog_runs cat_runs loud_enough
      louder loudest din sounds_like_a_plane sounds_like_a_drill sounds_like_a_truck
      sounds_like_a_train sounds_like_an can't_hear_the_radio neighbours_complain
      neighbors_complain woke_my wakes_my`,
  },
  {
    id: 'came-quickly',
    kind: 'claim',
    side: 1,
    name: { ja: 'すぐ届く', en: 'comes quickly' },
    ja: `翌日には 翌日到着 次の日には 次の日届 翌朝 翌朝に 当日中に 即日 もうきた すぐに来た 思ったより早 届くの早 届くのが早 届くの速 届くのが速 発送はや
      配送はや 配達が速 到着が早 到着早 二日で届 2日で届 一日で届 1日で届 配達が翌 翌日配 届いたのが早 届くまで早 届くまでが早 到着が速 到着も早 到着はや
      発送が迅速 発送がはや 発送も速 配送がはや 配送も早 配送も速 配送爆速 届くのはや 届くのも早 届くんはや 届くん早 届くのめちゃ 届くのがはや すぐに着 すぐ着
      すぐ手元に 頼んだ次の日 注文した次の日 注文した翌 注文の翌 頼んだ翌 ポチった翌 昨日頼 昨日注文 昨日ポチ 夜に頼 夜頼 朝頼 朝に頼 今日届 今日来 中一日`,
    en: `next_day next_morning following_day following_morning same_day overnight
      came_quickly came_fast came_in_two came_within arrived_within arrived_in_two
      arrived_before here_the_next on_my_doorstep on_the_doorstep at_my_door at_the_door
      doorstep ordered_yesterday ordered_last_night delivered_within two_days_later
      a_day_early day_early came_next came_the_next came_the_very came_the_same came_the_day
      came_the_following came_so came_really came_in_a_day came_in_one_day came_in_24
      came_in_less came_before arrived_next arrived_the_next arrived_the_very
      arrived_the_same arrived_the_following arrived_in_a_day arrived_in_one arrived_in_less
      arrived_so arrived_really arrived_super delivered_next delivered_in delivered_so
      delivered_before delivery_was_so delivery_is_fast delivery_is_quick delivery_so
      delivery_took_a_day delivery_in_a_day shipping_was_fast shipping_was_quick shipping_so
      quick_to_arrive quick_to_ship quick_turnaround sent_it_the_same dispatched_the_same
      here_next here_in_a_day here_within here_before turned_up_next turned_up_the
      turned_up_before faster_than_i quicker_than_i sooner_than`,
  },
  {
    id: 'died-early',
    kind: 'claim',
    side: -1,
    name: { ja: 'すぐ壊れる', en: 'breaks early' },
    ja: `すぐに壊 もう壊 また壊 早くも壊 月で壊 年で壊 週間で壊 日で壊 回で壊 初日に壊 電源つかな 電源が入らへん 反応しなくな 反応しな スイッチが入らな 死んだ
      死にまし 逝きまし お亡くな 昇天 保証期間 保証が切れ 保証切れ 保証書 修理に出 修理出し 修理行き 交換してもら 交換になっ 使えなくな ひびが 焦げ 煙が 買い直
      買い替えるはめ 壊れまし 壊れや 故障しまし 故障 取っ手が取れ 蓋が割れ 蓋が壊 蓋が取れ 部品が割れ 部品が欠け 部品が折れ 早くも故障 もう故障 突然死 突然動か
      いきなり動か 急に動か 動かなかっ 起動しな つかなくな 付かなくな 温まらなくな 沸かなくな 回らなくな 充電できなくな 耐久性に難 耐久性がひど もたなかっ もたへん
      もたん 一年もた 1年もた 半年もた 半年で 一年で 1年で 一か月で 1か月で 3か月で 一ヶ月で 1ヶ月で 数か月で 数ヶ月で`,
    en: `stopped_heating stopped_turning died_after dead_after broke_in broken_after
      broken_already broke_already bust kicked_the_bucket bit_the_dust won't_power
      lasted_two lasted_three lasted_a lasted_less out_of_warranty after_the_warranty
      warranty_expired under_warranty within_a_month within_months within_a_year
      second_replacement replacement_broke it_died it's_dead now_dead died_today died_on
      went_dead is_dead_after totally_dead completely_dead it_just_broke handle_came
      handle_snapped handle_broke lid_broke lid_snapped lid_cracked hinge_broke
      hinge_snapped seal_went packed_up_after gone_already failed_after failed_within
      failed_in gave_up_after quit_after stopped_after not_working_after no_longer_turns
      no_longer_heats didn't_survive lasted_barely not_built_to
      not_made_to_last`,
  },
  {
    id: 'worth-its-price',
    kind: 'claim',
    side: 1,
    name: { ja: '値段に見合う', en: 'is worth its price' },
    ja: `価格に見合 金額に見合 値段相応 値段の割 値段のわり 価格の割 価格のわり この金額で このお値段で 元は取れ 元を取 元とれ もと取れ 安い買い物 安い買物
      いい買い物 良い買い物 高くない 高く感じな 妥当 納得の値段 納得の価格 コスパ 得した 払ってよ 出す価値 損なし 惜しくな 値段のわりに 値段からし 値段を考え
      価格を考え 値段にしては 価格にしては 値段分 値段なり 値段に納得 値段に満足 値段も手頃 値段が手頃 手頃 手ごろ 値段も良心 値段がちょうど 値段が良心 適正
      納得できる値 納得できる価 納得価格 お値打ち 値打ち 安いと思 安く感じ 安いくらい 安いもん 安いもの むしろ安 実質タダ 実質無料 一回あたり 一杯あたり 一日あたり
      1日あたり 一日何円 日割り コスパが コスパ最 コスパええ 高いけど納得 高いけど価値 高い金払`,
    en: `worth_it worth_every worth_what worth_its_price worth_paying for_the_price
      for_the_money at_this_price at_that_price for_this_price for_that_price for_that_money
      for_what_you_pay for_what_you_get for_what_it_is for_what_it_costs for_how_much
      well_priced priced_fairly priced_right price_is_right price_is_fair
      price_is_reasonable sensible_price honest_price good_price paid_for_themselves
      no_regrets_about less_than_i_expected cheaper_than_expected bang_for cost_per_use
      per_cup price_makes_sense price_seems_fair price_feels_fair price_feels_right
      price_felt price_was_fair price_was_right price_was_reasonable price_is_good
      price_is_great price_is_spot price_is_ok price_is_okay price_is_decent price_isn't_bad
      can't_argue_with_the_price can't_complain_at_the_price can't_complain_about_the_price
      nothing_to_complain_about_at got_my_money's money's_worth my_money's_worth
      good_for_the_price great_for_the_price excellent_for_the_price not_bad_for_the_price
      decent_price cheap_for for_less_than for_under for_the_cost pays_off earned_its_keep
      earns_its_keep cost_me_less costs_less_than pennies_a_day pennies_per pence_a_day
      per_day per_use reasonable not_expensive isn't_expensive wasn't_expensive fair_for
      honest_value value_is`,
  },
  {
    id: 'not-worth-its-price',
    kind: 'claim',
    side: -1,
    name: { ja: '値段が高すぎる', en: 'is not worth its price' },
    ja: `値段に見合わ 価格に見合わ 金額に見合わ ぼったく ぼりすぎ たかすぎ 高くて買え 高くて手が 手が出ん 値が張 強気な値段 強気な価格 強気の値 値段がネック
      価格がネック 値段だけが 値段さえ 半額なら もう少し安 もうちょい安 もうちょっと安 安ければ 安くなれば 安かったら 値下げし セールまで セールになる ブランド代
      値段は高 価格は高 高すぎる 高くて 高いんよ 高級品 高級すぎ 値段に驚 値段に引 値段見て 値段を見て 値札 何万 一万円も 桁が`,
    en: `not_worth wasn't_worth too_pricey too_steep more_expensive_than expensive_for
      too_much_for a_lot_of_money how_much for_half_the_price half_the_price twice_the_price
      double_the_price cheaper_elsewhere paying_for_the_name paying_for_the_brand ripping_us
      if_it_were_cheaper can't_justify hard_to_justify price_tag price_is_high price_is_too
      price_is_a_lot price_is_hard price_is_ridiculous price_is_silly price_is_daft
      price_is_mad price_is_insane price_is_the_only price_puts price_put_me high_price
      higher_price asking_price what_they_ask what_they_charge cost_an_arm cost_a_bomb
      costs_a_bomb dear dearer`,
  },
]
