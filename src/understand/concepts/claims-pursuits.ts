import type { Claim } from './concept.ts'

/** What is said of works, games, places, teaching, news and work. */
export const PURSUIT_CLAIMS: readonly Claim[] = [
  {
    id: 'accurate',
    kind: 'claim',
    side: 1,
    name: { ja: '正確', en: 'is accurate' },
    ja: `正確 正確に 正確で 精度が高 精度が良 精度がい 高精度 的確 誤差がな 誤差がほとんど
      ほぼ正確 ドンピシャ どんぴしゃ 予報が当た`,
    en: `accurate accurately accuracy_is pinpoint precise precisely_right spot_on_accuracy
      on_point_accuracy highly_accurate very_accurate exact_measurements`,
  },
  {
    id: 'inaccurate',
    kind: 'claim',
    side: -1,
    name: { ja: '不正確', en: 'is inaccurate' },
    ja: `不正確 ふせいかく 精度が低 精度が悪 誤差が大き 誤差がひど 間違った情報 間違いが多
      間違いだらけ 誤字が多 誤字脱字 誤訳 でたらめ デタラメ 当てにならな あてにならな ズレてい
      ずれてい 狂ってい 嘘の情報`,
    en: `inaccurate inaccurately inaccuracy inaccuracies not_accurate isn't_accurate
      wasn't_accurate way_off wildly_off full_of_errors riddled_with_errors wrong_information
      incorrect_information incorrect_info factually_wrong typos full_of_mistakes hallucinates
      hallucinating hallucination`,
  },
  {
    id: 'outdated',
    kind: 'claim',
    side: -1,
    name: { ja: '古い', en: 'is outdated' },
    ja: `老朽化 ろうきゅう 古びた 古ぼけ 年季が入 施設が古 設備が古 建物が古 部屋が古 古くて汚
      昭和のまま 時代遅れ じだいおくれ 情報が古 古い情報 更新されていな 更新されてな ずっと更新
      型落ち`,
    en: `outdated out-of-date out_of_date dated_decor dated_room old-fashioned old_and_tired
      tired_decor run-down run_down shabby needs_updating needs_a_refurb needs_refurbishment
      in_need_of_updating worn_and stuck_in_the past_its_best obsolete antiquated past_its_prime
      showing_its_age`,
  },
  {
    id: 'modern',
    kind: 'claim',
    side: 1,
    name: { ja: '新しい', en: 'is modern' },
    ja: `新しくて綺麗 新しくてきれい 新しくて清潔 真新し 最新式 最新鋭 最先端 さいせんたん
      改装され リニューアルされ リノベされ 新築で ピカピカ ぴかぴか モダンな 近代的`,
    en: `modern state-of-the-art cutting-edge up-to-date brand_new_hotel newly_renovated
      recently_renovated newly_refurbished refurbished_rooms contemporary sleek_and futuristic
      leading-edge`,
  },
  {
    id: 'innovative',
    kind: 'claim',
    side: 1,
    name: { ja: '画期的', en: 'is innovative' },
    ja: `画期的 かっきてき 革新的 革命的 斬新 ざんしん 新感覚 今までにな これまでにな 独創的
      発想がすご 発想が天才 アイデアがい アイデアが素晴 目からうろこ 目から鱗 時代を変え
      未来を感じ 未来すぎ`,
    en: `innovative innovation groundbreaking ground-breaking revolutionary revolutionised
      revolutionized pioneering original_idea clever_idea brilliant_idea ingenious_idea
      ahead_of_its_time next-level next_level like_nothing_else breath_of_fresh_air fresh_take`,
  },
  {
    id: 'copycat',
    kind: 'claim',
    side: -1,
    name: { ja: '二番煎じ', en: 'is a copycat' },
    ja: `にばんせんじ 真似し まねし 丸パクリ 既視感 使い回し 使いまわし 焼き直し 代わり映え
      変わり映え マイナーチェンジ 前作と同じ`,
    en: `copycats copied_from copied_the knockoff_of knock-off_of plagiarised plagiarized
      plagiarism stolen_idea rip-off_of rehash rehashed recycled_content reskin clone_of
      seen_it_all_before nothing_new`,
  },
  {
    id: 'addictive',
    kind: 'claim',
    side: 1,
    name: { ja: 'やみつきになる', en: 'is addictive' },
    ja: `クセになり 中毒性 やめられな 時間が溶け 時間泥棒 沼にはま リピ確 リピ決 にハマってる
      ハマりそう`,
    en: `addictive addicting got_me_hooked i'm_hooked totally_hooked can't_stop_playing
      can't_stop_eating can't_stop_listening can't_stop_watching couldn't_stop binge-watched
      binge-worthy on_repeat lost_track_of_time one_more_turn`,
  },
  {
    id: 'too-difficult',
    kind: 'claim',
    side: -1,
    name: { ja: '難しすぎる', en: 'is too difficult' },
    ja: `難易度が高 難易度高 難しすぎて無 鬼畜 きちく 無理ゲー むりげー クリアできな クリア出来な
      勝てない 勝てなさ 理不尽な難 理不尽難 初見殺し 初心者お断 初心者には難 敷居が高 ついていけな
      付いていけな`,
    en: `too_difficult too_hard_for_me impossible_to_beat unbeatable_boss unfairly_hard
      insanely_hard brutally_hard difficulty_spike artificially_difficult punishing
      not_beginner_friendly over_my_head can't_beat_this couldn't_keep_up ragequit rage_quit
      rage_quitting`,
  },
  {
    id: 'too-easy',
    kind: 'claim',
    side: -1,
    name: { ja: '簡単すぎる', en: 'is too easy' },
    ja: `簡単すぎ かんたんすぎ ヌルゲー ぬるげー 温すぎ ぬるすぎ 難易度が低 難易度低
      やりごたえがな やり応えがな 手応えがな 手ごたえがな 歯ごたえのない敵 作業ゲー
      すぐ終わってしま`,
    en: `too_easy way_too_easy no_challenge not_challenging lack_of_challenge lacks_challenge
      walk_in_the_park walkover for_babies beat_it_in_a finished_it_in_a`,
  },
  {
    id: 'bad-balance',
    kind: 'claim',
    side: -1,
    name: { ja: 'バランスが悪い', en: 'is badly balanced' },
    ja: `バランスが悪 バランス悪 バランス崩壊 ゲームバランスが バランス調整し 調整不足 調整が下手
      チート性能 ぶっ壊れ性能 壊れキャラ 課金ゲー 課金前提 課金しないと 課金しなきゃ 無課金だと
      無課金には 排出率が 確率がおかし 確率操作 格差マッチ`,
    en: `unbalanced imbalanced badly_balanced poorly_balanced balance_is_terrible overpowered
      too_op broken_meta pay-to-win pay_to_win p2w pay_wall paywalled predatory
      predatory_monetization predatory_monetisation unfair_matchmaking one-sided_matches
      full_of_cheaters cheaters_everywhere`,
  },
  {
    id: 'predictable',
    kind: 'claim',
    side: -1,
    name: { ja: '先が読める', en: 'is predictable' },
    ja: `先が読め 展開が読め 先の展開が読 予想通りの展開 ベタすぎ べたすぎ ベタな展開 王道すぎ
      テンプレ展開 お約束すぎ ワンパターンな展 オチが読め オチが見え`,
    en: `predictable so_predictable saw_it_coming saw_that_coming could_see_it_coming cliched
      clichéd cliche_ridden full_of_cliches formulaic by-the-numbers by_the_numbers
      paint-by-numbers`,
  },
  {
    id: 'unpredictable-plot',
    kind: 'claim',
    side: 1,
    name: { ja: '先が読めない', en: 'is full of surprises' },
    ja: `先が読めな 展開が読めな 予想がつかな 予想できな 予想外の展開 まさかの展開 どんでん返し
      ドンデン返し 予想を裏切 衝撃の展開 衝撃のラスト 目が離せな 続きが気にな`,
    en: `unpredictable plot_twists twists_and_turns never_saw_it_coming kept_me_guessing
      keeps_you_guessing jaw-dropping_ending full_of_surprises edge-of-your-seat jaw_hit_the_floor`,
  },
  {
    id: 'too-long',
    kind: 'claim',
    side: -1,
    name: { ja: '長すぎる', en: 'is too long' },
    ja: `長すぎ ながすぎ 長ったらし 冗長 じょうちょう だらだら ダラダラ 間延び まのび 引き伸ばし
      引き延ばし テンポが悪 テンポ悪 話が進まな 尺が長 無駄に長`,
    en: `too_long way_too_long overlong long-winded drawn-out drawn_out dragged_out drags_out
      drags_on padded_out bloated filler_episode* filler_content slow-paced slow_paced
      glacial_pace could_have_been_shorter`,
  },
  {
    id: 'too-short',
    kind: 'claim',
    side: -1,
    name: { ja: '短すぎる', en: 'is too short' },
    ja: `ボリュームが足り 内容が薄 中身が薄 薄っぺらい内 尺が足り 尺不足 すぐ終わっ
      あっという間に終わ もっと見たかっ もっと読みたかっ 短いのが残念 短くて残念 駆け足`,
    en: `over_too_soon over_too_quickly ended_too_soon too_short far_too_short way_too_short
      so_little_content not_enough_content lack_of_content lacks_content left_me_wanting
      short_and_unsatisfying felt_rushed`,
  },
  {
    id: 'educational',
    kind: 'claim',
    side: 1,
    name: { ja: 'ためになる', en: 'is instructive' },
    ja: `勉強にな べんきょうにな ためにな 為にな 参考にな さんこうにな 学びが多 学びがあ
      学びになっ 視野が広 知らなかったこと 知見が得 有益 ゆうえき 考えさせられ 気づきが 気付きが
      身につい 身に付い 力がつい 成績が上が 上達し`,
    en: `educational informative insightful learned_a_lot learned_so_much learnt_a_lot
      learnt_so_much taught_me eye-opening eye-opener thought-provoking food_for_thought
      very_instructive broadened_my gained_a_lot picked_up_so_much enlightening`,
  },
  {
    id: 'good-atmosphere',
    kind: 'claim',
    side: 1,
    name: { ja: '雰囲気がいい', en: 'has a good atmosphere' },
    ja: `雰囲気がい 雰囲気が良 雰囲気が好 雰囲気が最高 雰囲気が素敵 雰囲気もい 雰囲気も良 雰囲気良
      雰囲気抜群 いい雰囲気 良い雰囲気 素敵な雰囲気 落ち着いた雰囲気 おしゃれな雰囲気 アットホーム
      和気あいあい 風情があ 趣のある 風情のある`,
    en: `great_atmosphere good_atmosphere lovely_atmosphere amazing_atmosphere electric_atmosphere
      atmospheric great_ambience great_ambiance lovely_ambience nice_ambiance nice_vibe good_vibes
      great_vibe great_vibes chill_vibe buzzing charming_place quaint romantic_setting`,
  },
  {
    id: 'bad-atmosphere',
    kind: 'claim',
    side: -1,
    name: { ja: '雰囲気が悪い', en: 'has a bad atmosphere' },
    ja: `雰囲気が悪 雰囲気悪 雰囲気が最悪 空気が悪 空気が重 空気が悪か 殺伐 さつばつ ギスギス
      ぎすぎす ピリピリした雰 居づらい 常連ばかり 内輪ノリ うちわノリ ガラが悪 店に入りづら
      店に入りにく`,
    en: `no_atmosphere lacks_atmosphere lacking_atmosphere soulless_place bad_atmosphere
      terrible_atmosphere bad_vibes bad_vibe weird_vibe toxic_environment hostile_environment
      toxic_community cliquey cliquish dodgy_area depressing_place felt_unwelcome`,
  },
  {
    id: 'good-workplace',
    kind: 'claim',
    side: 1,
    name: { ja: '働きやすい', en: 'is good to work for' },
    ja: `働きやす はたらきやす 職場環境がい 職場環境が良 人間関係がい 人間関係が良 人間関係良
      風通しがい 風通しが良 福利厚生がい 福利厚生が充実 残業がな 残業な 残業ほぼな 休みが取りやす
      有給が取りやす ホワイト企業 ホワイトすぎ 定時で帰れ`,
    en: `great_place_to_work good_place_to_work great_employer good_work-life_balance
      great_work-life_balance great_culture supportive_team supportive_management great_benefits
      good_benefits love_my_job love_working_here flexible_working great_colleagues
      great_coworkers`,
  },
  {
    id: 'overworks-people',
    kind: 'claim',
    side: -1,
    name: { ja: '働かせすぎる', en: 'overworks people' },
    ja: `働かせすぎ 働きすぎ 激務 げきむ 長時間労働 サービス残業 サビ残 残業が多 残業多 残業ばかり
      残業代が出 残業代でな 休みがな 休みが取れな 有給が取れな 有給取れな 休日出勤 過労 人使いが荒
      使い潰 使い捨て 社畜 終電まで`,
    en: `overworked overworks overworking unpaid_overtime no_work-life_balance
      no_work_life_balance poor_work-life_balance long_hours 12-hour_shifts 60-hour_weeks
      burned_me_out slave_driver slave_labour slave_labor modern_slavery no_breaks no_days_off
      high_turnover revolving_door sweatshop expect_you_to_work`,
  },
  {
    id: 'underpays',
    kind: 'claim',
    side: -1,
    name: { ja: '給料が安い', en: 'pays badly' },
    ja: `給料が安 給料安 給料が低 給料低 給料が上がらな 給料上がらな 給与が低 時給が低 時給が安
      時給安 最低賃金で 待遇が悪 待遇悪 薄給すぎ 昇給がな 昇給しな 昇給な ボーナスがな ボーナスな
      給料未払 やりがい搾取`,
    en: `low_pay poor_pay bad_pay pays_peanuts peanuts underpaid_and low_wages poverty_wages
      pay_is_terrible pay_is_bad pay_is_low pay_is_awful not_paid_enough don't_pay_enough
      doesn't_pay_enough below_market no_pay_rise no_raise unpaid_wages wage_theft pay_freeze`,
  },
  {
    id: 'pays-well',
    kind: 'claim',
    side: 1,
    name: { ja: '給料がいい', en: 'pays well' },
    ja: `給料がい 給料が良 給料良 給料高 給料が高 時給が高 時給がい 時給が良 高収入 好待遇
      待遇がい 待遇が良 稼げる かせげる ボーナスがい 昇給し`,
    en: `pays_well good_pay great_pay competitive_salary competitive_pay well-paid well_paid
      good_money great_money good_salary decent_pay generous_salary paid_well pay_is_great
      pay_is_good`,
  },
  {
    id: 'biased',
    kind: 'claim',
    side: -1,
    name: { ja: '偏っている', en: 'is biased' },
    ja: `偏っている 偏ってい 偏ってる 偏向 偏見がひど えこひいき エコひいき 依怙贔屓 ひいき 贔屓
      肩入れ 忖度して 印象操作 切り取り報道 切り取りがひど 捏造報道 フェイクニュース マッチポンプ`,
    en: `biased bias one-sided partisan fake_news misleading_headline misleading_headlines
      clickbait click-bait sensationalist sensationalism favouritism favoritism plays_favourites
      plays_favorites agenda-driven cherry-picked cherry_picking taken_out_of_context spin_doctor`,
  },
]
