import type { Claim } from './concept.ts'

/** How a thing fits what people have, expect and need: compatibility, effect, taste, safety, choice, place. */
export const FIT_CLAIMS: readonly Claim[] = [
  {
    id: 'compatible',
    kind: 'claim',
    side: 1,
    name: { ja: '対応している', en: 'is compatible' },
    ja: `対応してる 対応している 対応してます 対応済 使えました 使えた 使えてる 使えます
      互換性があ 互換性あ 相性がい 相性が良 相性抜群 ピッタリはま ぴったりはま 問題なく使え
      問題なく接続 普通に動`,
    en: `compatible works_with works_great_with works_perfectly_with works_well_with
      goes_well_with goes_great_with pairs_well pairs_perfectly pairs_with plays_nicely
      plays_nice_with integrates_with connects_to_my fits_my syncs_with cross-platform`,
  },
  {
    id: 'incompatible',
    kind: 'claim',
    side: -1,
    name: { ja: '対応していない', en: 'is not compatible' },
    ja: `対応してな 対応していな 対応してません 対応していません 非対応 未対応 互換性がな 互換性な
      相性が悪 相性悪 規格が合わな 型が合わな サポート外 対象外 はまらな 合わなかった
      取り付けられな 取付できな 入らなかった`,
    en: `incompatible not_compatible isn't_compatible doesn't_support does_not_support not_supported
      unsupported doesn't_work_with won't_work_with not_work_with doesn't_fit does_not_fit
      didn't_fit won't_fit wouldn't_fit don't_fit doesn't_connect_to doesn't_integrate proprietary
      no_longer_supported no_longer_supports not_supported_on region_locked region-locked`,
  },
  {
    id: 'effective',
    kind: 'claim',
    side: 1,
    name: { ja: '効果がある', en: 'works well' },
    ja: `効果があ 効果あり 効果あった 効果が出 効果抜群 効果的 効果を実感 効果てきめん 効いた
      効いて 効きま 効く 効き目があ よく効く 肌の調子がい 肌の調子が良 肌がきれい 肌が綺麗 肌つや
      肌荒れが治 痩せた 痩せま やせた 体重が減 痛みが消え 痛みがなくな 楽になっ 楽になり 良く落ち
      よく落ち しっかり落ち ちゃんと落ち 上達した 上達しま 点数が上が 伸びた成績`,
    en: `really_works actually_works it_works works_wonders works_great works_well works_perfectly
      works_amazingly works_fine works_like_magic worked_wonders worked_like_a_charm
      worked_a_treat works_a_treat works_beautifully worked_perfectly worked_for_me does_the_job
      does_the_trick did_the_trick did_the_job gets_the_job_done effective saw_results
      seen_results noticed_a_difference noticeable_difference made_a_difference makes_a_difference
      made_such_a_difference makes_a_huge_difference makes_such_a_difference cleared_my
      lost_weight lost_10 results_are_amazing great_results amazing_results miracle_cure
      miracle_product life_changing life-changing changed_my_life transformed_my holy_grail`,
  },
  {
    id: 'ineffective',
    kind: 'claim',
    side: -1,
    name: { ja: '効果がない', en: 'has no effect' },
    ja: `効果がな 効果な 効果なし 効果無 効果を感じな 効果が感じられ 効果が実感 効果は感じ 効果が出な
      効き目がな 効かなかっ 意味がな 意味ない 意味なか 意味ねえ 無意味だ 落ちなかった 落ちない汚れ
      汚れが落ちな 役に立たな 役に立ちま 役立たず やくたたず 変化な 変わらなかっ 何も変わらな
      全然変わらな 痩せない 痩せなかっ 気休め プラシーボ`,
    en: `ineffective no_effect no_results no_difference didn't_notice_a_difference
      didn't_notice_any_difference made_no_difference makes_no_difference doesn't_do_a_thing
      did_nothing did_absolutely_nothing does_absolutely_nothing does_nothing_for didn't_help
      didn't_do_anything doesn't_help doesn't_make_a_difference didn't_make_a_difference
      had_no_effect saw_no_results placebo gimmick gimmicky snake-oil not_effective
      isn't_effective hasn't_helped`,
  },
  {
    id: 'exceeds-expectations',
    kind: 'claim',
    side: 1,
    name: { ja: '期待以上', en: 'exceeds expectations' },
    ja: `期待以上 期待を超え 期待を上回 想像以上 想像を超え 予想以上 予想を超え 予想を上回
      予想外に良 思った以上に 思っていた以上 思ってた以上 思ったより良 思ったよりい 思ってたより良
      思ってたよりい 思いのほか良 思いのほかい 意外と良 意外といい 意外によ 意外にい 意外と美味
      意外とおいし 意外と使え 意外とあり いい意味で裏切 良い意味で裏切 良い意味で期待を ナメてた
      舐めてた 侮れな あなどれな 期待してなかったけど 期待していなかったけど 期待してなかったのに
      思った通り 思っていた通り 思ってた通り`,
    en: `exceeded_my_expectations exceeded_expectations exceeds_expectations
      exceeded_our_expectations exceeded_all_expectations beyond_my_expectations
      beyond_expectations better_than_expected better_than_i_expected better_than_i_thought
      better_than_we_expected even_better_than far_better_than_i blew_me_away blown_away
      blows_me_away blew_my_mind mind-blowing mind_blown pleasantly_surprised surprisingly_good
      surprisingly_decent surprisingly_great surprisingly_comfortable was_skeptical was_sceptical
      i_was_skeptical_but had_my_doubts didn't_expect_to_love lives_up_to_the_hype worth_the_hype
      believe_the_hype everything_i_hoped all_i_hoped just_what_i_wanted exactly_what_i_wanted
      exactly_what_i_needed just_what_i_needed met_my_expectations meets_expectations`,
  },
  {
    id: 'falls-short',
    kind: 'claim',
    side: -1,
    name: { ja: '期待外れ', en: 'falls short of expectations' },
    ja: `期待外れ 期待はずれ きたいはずれ 期待を裏切 期待したほど 期待していたほど 期待してたほど
      期待ほど 期待しすぎ 期待してただけに 期待していただけに 期待して損 思ったほど 思っていたほど
      思ってたほど 思ったより良くな 思ってたんと違 コレジャナイ これじゃない感 これじゃない
      肩透かし 拍子抜け 見掛け倒し 見かけ倒し 名前負け 物足りな ものたりな 物足りず イマイチ
      いまいち 今一 今ひとつ いまひとつ 微妙だ 微妙で 微妙すぎ 微妙な 微妙… 微妙。 びみょー
      ビミョー びみょう 残念な出来 惜しい 惜しかっ 評判倒れ 言うほど 言われてるほど ハズレだ
      はずれだった ハズレ引 外れだった 不合格レベル 可もなく 普通だった 普通でした`,
    en: `below_expectations fell_short falls_short falling_short let-down a_let_down letdown
      let_me_down let_us_down lets_me_down let_down_by didn't_live_up doesn't_live_up not_live_up
      did_not_live_up not_as_good_as not_what_i_expected not_what_i_was_expecting
      wasn't_what_i_expected isn't_what_i_expected not_worth_the_hype not_up_to_scratch
      not_up_to_standard not_up_to_par not_impressed wasn't_impressed weren't_impressed
      unimpressed underwhelm* anticlimax anticlimactic expected_more expected_better
      expected_so_much_more expecting_more expecting_better i_expected_more could_do_better
      could_have_been_so_much leaves_a_lot_to_be_desired left_a_lot_to_be_desired
      leaves_much_to_be_desired not_great wasn't_great isn't_great not_that_good not_very_good
      not_so_good not_good not_good_enough isn't_good_enough wasn't_very_good
      nothing_to_write_home_about worse_than_expected worse_than_i_expected dud flop damp_squib
      doesn't_meet didn't_meet_my not_fit_for_purpose unfit_for_purpose hyped_up_for_nothing`,
  },
  {
    id: 'suits-me',
    kind: 'claim',
    side: 1,
    name: { ja: '好みに合う', en: 'suits people' },
    ja: `自分に合って 私に合って 合ってる 合ってた 肌に合 好みにぴった 好みど真ん中 どストライク
      ドストライク 刺さる 刺さった 刺さりま 性癖に刺さ どツボ タイプすぎ 好みすぎ 好みの
      ちょうどいい ちょうど良い ちょうどよ 丁度良 丁度い しっくり シックリ 馴染む なじむ 手に馴染
      ぴったり ピッタリ ベストマッチ 最適 もってこい うってつけ 痒いところに`,
    en: `perfect_for_me perfect_for_my perfect_for_our perfect_for_us suits_me suits_my
      right_up_my_street right_up_my_alley just_my_style my_cup_of_tea hits_the_spot hit_the_spot
      hits_different just_right just_perfect spot_on made_for_me tailor-made ideal_for ideal_size
      perfect_gift perfect_combination perfect_balance ticks_all_the_boxes checks_all_the_boxes
      fits_the_bill`,
  },
  {
    id: 'not-for-me',
    kind: 'claim',
    side: -1,
    name: { ja: '好みに合わない', en: 'does not suit people' },
    ja: `合わなかっ 合わない 合いません 私には合わ 自分には合わ 僕には合わ 好みじゃな 好みではな
      好みに合わ 趣味じゃな 趣味に合わ 苦手 にがて 受け付けな 無理だっ 生理的に無理 無理すぎ
      刺さらな はまれな 向いてな 向いていな 人を選ぶ 好き嫌いが分か 好みが分かれ`,
    en: `not_for_me isn't_for_me wasn't_for_me not_my_cup_of_tea not_my_thing not_my_style
      not_my_type not_a_fan never_been_a_fan didn't_click doesn't_suit didn't_suit_me not_suited
      not_suitable isn't_suitable unsuitable acquired_taste not_everyone's_cup can't_stand_the
      not_my_jam didn't_like_it don't_like_it don't_like_the didn't_like_the didn't_enjoy
      didn't_care_for dislike disliked`,
  },
  {
    id: 'intrusive-ads',
    kind: 'claim',
    side: -1,
    name: { ja: '広告がうっとうしい', en: 'is full of intrusive ads' },
    ja: `広告が多 広告多 広告うざ 広告ウザ 広告がうざ 広告がウザ 広告ばっか 広告ばか 広告がしつこ
      広告しつこ 広告まみれ 広告だらけ 広告邪魔 広告が邪魔 広告が長 広告飛ばせな 広告出すぎ
      広告出過ぎ 不快な広告 エロ広告 通知がうざ 通知うざ 通知が多 通知多すぎ スパムメール
      迷惑メール メルマガがしつこ メルマガ多 dmがしつこ しつこいメール 個人情報が漏 個人情報漏
      情報漏洩 情報漏えい 流出した 流出し 監視され 追跡され プライバシー侵害`,
    en: `too_many_ads so_many_ads ads_everywhere ads_every full_of_ads riddled_with_ads ad-ridden
      unskippable_ad* unskippable annoying_ads intrusive_ads ads_are_annoying popups pop-ups
      pop_up_ads spam_emails spam_calls spamming_me spammed won't_stop_emailing keep_emailing_me
      keep_texting_me keep_calling_me can't_unsubscribe unsubscribe_button too_many_notifications
      data_breach data_leak leaked_my privacy_violation invasion_of_privacy sells_my_data
      selling_our_data selling_my_data spying_on tracks_everything spyware malware bloatware
      bots_everywhere`,
  },
  {
    id: 'unsafe',
    kind: 'claim',
    side: -1,
    name: { ja: '危ない', en: 'is unsafe' },
    ja: `危ない 危なかっ 危なすぎ あぶない あぶなかっ 危険 きけん 怪我しそう 火傷し 火傷した
      やけどした やけどし 感電 漏電 ヒヤリ ヒヤッと 事故った 事故る 事故に遭 事故になっ 有害
      発がん 健康被害 リコール 安全性に 安全性が疑 不衛生な 治安が悪 治安悪`,
    en: `dangerous danger unsafe not_safe hazard hazardous safety_concern* safety_issue*
      health_hazard death_trap accident_waiting_to_happen nearly_killed almost_killed
      could_have_killed burned_myself burnt_my_hand burned_me electric_shock electrocuted
      choking_hazard recall recalled toxic_chemicals carcinogen* sharp_edges cut_my_finger_on
      rough_area sketchy_area rough_neighborhood`,
  },
  {
    id: 'safe',
    kind: 'claim',
    side: 1,
    name: { ja: '安全', en: 'is safe' },
    ja: `安全に 安全な 安全だ 安全で 安全性が高 安全運転 治安がい 治安が良 無添加 オーガニック
      有機 敏感肌でも 赤ちゃんでも 子どもでも安心 子供でも安心 低刺激 体に優し 体にやさし 肌に優し
      肌にやさし ヘルシー 健康的 体に良 体にい`,
    en: `safe_to_use safe_for_kids safe_for safe_area felt_safe feel_safe feels_safe feeling_safe
      safety_first non-toxic organic all-natural gentle_on cruelty-free dog-friendly pet-friendly
      healthy good_for_you`,
  },
  {
    id: 'eco-friendly',
    kind: 'claim',
    side: 1,
    name: { ja: '環境にやさしい', en: 'is eco-friendly' },
    ja: `環境に優し 環境にやさし 環境に良 エコな エコだ エコで 省エネ 節電にな 再生可能
      リサイクルでき サステナブル 脱プラ プラスチックフリー 地球に優し`,
    en: `eco-friendly environmentally_friendly sustainable sustainably sustainability recyclable
      recycled_materials biodegradable compostable plastic-free carbon_neutral energy_efficient
      energy-efficient good_for_the_planet zero_waste`,
  },
  {
    id: 'wasteful',
    kind: 'claim',
    side: -1,
    name: { ja: '無駄が多い', en: 'is wasteful' },
    ja: `過剰包装 過剰梱包 ゴミが増え 環境に悪 プラスチックだらけ 電気代がかか 電気代やば 電気代が高
      燃費が悪 燃費悪 食品ロス`,
    en: `excessive_packaging so_much_packaging too_much_packaging too_much_plastic so_much_plastic
      unnecessary_plastic wasteful bad_for_the_environment not_recyclable environmental_disaster
      greenwashing gas_guzzler e-waste polluting pollution landfill`,
  },
  {
    id: 'rich-in-choice',
    kind: 'claim',
    side: 1,
    name: { ja: '充実している', en: 'offers plenty of choice' },
    ja: `種類が豊富 種類が多 品揃えが豊富 品揃えがい 品揃えが良 品揃えも 品ぞろえ 豊富
      バリエーション豊 選択肢が多 選び放題 なんでも揃 何でも揃 何でもある よりどりみどり 充実した
      充実して 充実の 多機能 機能が豊富 機能満載 高機能 高性能 性能がい 性能が良 スペックが高
      ハイスペ カスタマイズでき`,
    en: `great_selection wide_selection huge_selection large_selection good_selection great_variety
      wide_variety wide_range huge_range great_range so_many_options lots_of_options
      plenty_of_options lots_of_choice plenty_of_choice spoilt_for_choice spoiled_for_choice
      feature-rich packed_with_features tons_of_features loads_of_features well-stocked
      well_equipped well-equipped powerful high-performance customizable customisable
      something_for_everyone has_everything`,
  },
  {
    id: 'poor-in-choice',
    kind: 'claim',
    side: -1,
    name: { ja: '物足りない', en: 'offers too little choice' },
    ja: `種類が少な 品揃えが悪 品揃え悪 品揃えが少な 選択肢が少な 選択肢がな 選べない 機能が少な
      機能がな 機能不足 性能が低 スペックが低 スペック不足 低スペ 低性能 メモリが足り 非力
      パワー不足`,
    en: `limited_selection poor_selection small_selection limited_options limited_choice few_options
      no_options not_much_choice no_choice limited_menu lacks_features lacking_features
      missing_features missing_feature bare-bones barebones underpowered under-powered
      not_powerful_enough low_spec low-end limited_functionality no_vegetarian_options
      no_vegan_options limited_range very_limited`,
  },
  {
    id: 'well-located',
    kind: 'claim',
    side: 1,
    name: { ja: '便利な場所にある', en: 'is well located' },
    ja: `駅近 駅から近 駅チカ 駅ちか 駅前で便利 立地がい 立地が良 立地も 立地最高 好立地 アクセスがい
      アクセスが良 アクセス抜群 アクセス良 徒歩1分 徒歩3分 徒歩5分 近くて便利 交通の便がい
      交通の便が良 駐車場が広 駐車場も広 家から近 家の近く`,
    en: `great_location good_location perfect_location excellent_location amazing_location
      ideal_location location_is_great location_is_perfect location_was_perfect location_was_great
      well_located centrally_located central_location close_to_everything walking_distance
      within_walking_distance stone's_throw minutes_from_the minutes'_walk easy_to_get_to
      easy_to_find easily_accessible ample_parking free_parking plenty_of_parking
      wheelchair_accessible`,
  },
  {
    id: 'badly-located',
    kind: 'claim',
    side: -1,
    name: { ja: '不便な場所にある', en: 'is badly located' },
    ja: `駅から遠 駅遠 遠すぎ 遠くて 遠い 立地が悪 立地悪 アクセスが悪 アクセス悪 辺鄙 へんぴ
      交通の便が悪 駐車場がな 駐車場が少な 駐車場が狭 駐車場狭 駐車場ない バリアフリーじゃ
      段差が多 階段しかな エレベーターがな 坂がきつ 場所が分かりにく 場所がわかりにく`,
    en: `bad_location poor_location terrible_location location_is_terrible location_isn't_great
      middle_of_nowhere hard_to_get_to far_from_everything far_from_the too_far_away far_away_from
      nowhere_near no_parking nowhere_to_park parking_is_a_nightmare parking_nightmare
      parking_is_terrible not_wheelchair_accessible not_accessible no_lift no_elevator
      no_step-free`,
  },
  {
    id: 'overcomplicated-rules',
    kind: 'claim',
    side: -1,
    name: { ja: '手続きが面倒', en: 'is tied up in red tape' },
    ja: `手続きが面倒 手続き面倒 手続きが多 手続きが煩雑 手続きがややこし 書類が多 審査落ち
      審査に落ち 審査が通らな 審査通らな お役所仕事 縦割り 役所の対応 たかが書類 平日しか
      本人確認が 解約できな 解約させ 解約しにく 解約しづら 解約が面倒 解約方法がわか 解約方法が分
      退会できな 退会しにく 退会方法が 引き止め 縛りが 2年縛り 電話でしか解約 融通が利かな
      融通がきかな 融通利かな 杓子定規 四角四面 マイナンバー 印鑑が必要 fax必須`,
    en: `red_tape bureaucracy bureaucratic bureaucrats paperwork jobsworth can't_cancel cannot_cancel
      unable_to_cancel won't_let_me_cancel impossible_to_cancel hard_to_cancel difficult_to_cancel
      make_it_so_hard_to make_it_impossible_to no_way_to_cancel call_to_cancel locked_into_a
      locked_in_contract stuck_in_a_contract stuck_with_them inflexible rigid_policy
      ridiculous_policy stupid_policy terrible_return_policy return_policy_is rules_are_rules
      dark_pattern* catch-22 rejected_my_application application_was_rejected declined_my_card
      card_was_declined card_declined account_suspended suspended_my_account banned_my_account
      locked_my_account account_locked frozen_account froze_my_account`,
  },
]
