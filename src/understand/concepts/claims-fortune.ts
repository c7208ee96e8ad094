import type { Claim } from './concept.ts'

/** What befalls people: wins, losses, accidents, days off, news from their lives. */
export const FORTUNE_CLAIMS: readonly Claim[] = [
  {
    id: 'won',
    kind: 'claim',
    side: 1,
    name: { ja: '勝った', en: 'won' },
    ja: `勝った 勝ちま 勝利 しょうり 快勝 圧勝 完勝 逆転勝 サヨナラ勝 優勝 ゆうしょう 優勝し 優勝お
      連勝 初優勝 制覇 全勝 金メダル 銀メダル 銅メダル メダル獲 表彰台 世界一 日本一 昇格 決勝進出
      突破 勝ち越し 勝ち点3 ナイスゲーム ナイスゴール ナイッショ ナイス! 神ゴール ゴラッソ
      ゴール決 ホームラン 満塁 完封 神セーブ 好プレー スーパープレー いい試合 良い試合 好ゲーム
      熱い試合 名勝負 受賞 入賞 入選 1位 一位 当選 当たった 抽選当た`,
    en: `won wins winning we_won winner winners victory victorious champions champion
      championship_win three_points comeback_win clean_sheet what_a_win what_a_goal great_goal
      great_win big_win huge_win massive_win what_a_game what_a_match great_game great_match
      thriller hat_trick hat-trick golazo screamer worldie top_bins buzzer_beater walk-off
      home_run grand_slam touchdown gold_medal silver_medal bronze_medal podium trophy undefeated
      unbeaten clinched promoted_to through_to_the_final into_the_final qualified clutch mvp motm
      man_of_the_match player_of_the_match award award-winning first_place prize`,
  },
  {
    id: 'lost-game',
    kind: 'claim',
    side: -1,
    name: { ja: '負けた', en: 'lost' },
    ja: `負けた 負けて 負けま 敗北 惨敗 完敗 大敗 逆転負 連敗 敗退 予選落ち 降格 最下位 惜敗 ボロ負
      失点 エラー連発 三振 ゲッツー 併殺 無得点 完封され 凡退 炎上した投手 誤審 クソ審判 退場
      采配が 采配クソ 監督辞め つまらない試合 クソ試合 塩試合 しょっぱい試合 弱すぎ よわすぎ 弱い
      下手すぎ へたくそ 下手くそ ヘタクソ`,
    en: `we_lost lost_again they_lost lose_again losing losers defeat defeated beaten_by thrashed
      hammered trounced battered_by relegat* knocked_out knocked_out_of eliminated bottled_it
      choked collapse own_goal missed_penalty missed_a_penalty bad_call terrible_call referee_was
      ref_was refs_are robbed_of var_is sent_off red_card boring_match boring_game dull_game
      sack_the_manager fire_the_coach sack_him outplayed outclassed embarrassing_performance
      embarrassing_loss woeful toothless couldn't_score turnover_machine strikeout blew_the_lead
      blew_a_lead threw_it_away`,
  },
  {
    id: 'passed-exam',
    kind: 'claim',
    side: 1,
    name: { ja: '合格した', en: 'was passed' },
    ja: `合格 ごうかく 合格し 合格お 受かった 受かりま うかった 内定 ないてい 採用され 採用決 就職決
      転職決 昇進 しょうしん 進級 卒業し 卒業しま 卒業でき 単位取れ 単位きた 満点取 免許取 資格取
      資格取れ 通った! 書類通過 審査通 選ばれま 選ばれた 選ばれた! 採択 デビュー決`,
    en: `passed_my passed_the_exam passed_the_test i_passed passed_first_time got_the_job got_a_job
      got_a_new_job new_job job_offer got_hired hired got_accepted accepted_into got_into
      got_in_to graduated graduating graduation straight_a's got_an_a distinction scholarship
      got_my_license got_my_licence passed_my_driving_test qualified_as promotion promoted
      made_the_team made_the_cut got_picked was_selected got_published`,
  },
  {
    id: 'failed-exam',
    kind: 'claim',
    side: -1,
    name: { ja: '不合格だった', en: 'was failed' },
    ja: `落ちた試験 不合格 ふごうかく 受からな 受かんな 落第 留年 単位落 赤点 お祈りメール お祈りされ
      不採用 書類落ち 書類選考落 面接落ち 面接落 最終落ち クビになっ リストラ 解雇 失業 無職
      就活がつら 滑り止め 浪人`,
    en: `failed_my failed_the failed_again i_failed flunked failing didn't_get_the_job didn't_get_in
      got_rejected rejected rejection rejection_email got_fired fired_me laid_off layoff layoffs
      made_redundant redundancy unemployed lost_my_job job_hunting_sucks failure bombed_the
      turned_me_down`,
  },
  {
    id: 'got-tickets',
    kind: 'claim',
    side: 1,
    name: { ja: '手に入った', en: 'was secured' },
    ja: `チケット取れた チケット取れ チケット当 チケットとれ チケットゲット 当落当選 当選して 全通
      神席 アリーナ席 最前列 良席 席がよ 席が近 ファンサ ファンサもら 会えた 会えて 会えました
      会えてよか 生で見れ 生で見られ 拝め サインもら サイン貰 握手 目が合っ レス来 認知され`,
    en: `got_tickets got_my_tickets got_our_tickets got_the_tickets have_tickets secured_tickets
      tickets_secured front_row great_seats amazing_seats met_my_idol met_my_hero got_to_meet
      finally_met got_an_autograph got_a_selfie backstage meet_and_greet noticed_me
      replied_to_me_omg followed_me_back`,
  },
  {
    id: 'day-off',
    kind: 'claim',
    side: 1,
    name: { ja: '休み', en: 'is on holiday' },
    ja: `休みだ 休みだー 休みだぁ 休み! 休みになっ お休みだ お休み! 連休 れんきゅう 三連休 3連休
      夏休み 冬休み 春休み 有給 有休 有給取 休暇 花金 華金 金曜日だ やっと金曜 週末だ 定時退社
      定時で帰 定時上が 早上がり 仕事納め 仕事終わり 仕事終わった 帰省 旅行に来 旅行来 旅行中
      到着! 着いた! やってきた`,
    en: `day_off days_off my_day_off long_weekend bank_holiday on_vacation on_holiday vacation_mode
      vacation_time holiday_mode annual_leave out_of_office tgif friday_feeling finally_friday
      happy_friday weekend_vibes its_the_weekend it's_the_weekend weekend_is_here
      finally_the_weekend snow_day work_from_home_day finished_work clocked_off home_time
      school's_out summer_break spring_break road_trip off_to_the_beach off_on_holiday`,
  },
  {
    id: 'lost-thing',
    kind: 'claim',
    side: -1,
    name: { ja: 'なくなった', en: 'was lost' },
    ja: `失くした 無くした なくした 無くしちゃ 無くしま 落とした 落としま 落としちゃ 忘れた わすれた
      忘れて 忘れちゃ 忘れ物 忘れもの 忘れました 盗まれ 盗難 パクられ パクられた 空き巣 財布がな
      財布なくし 財布落と 鍵なくし 鍵がな 鍵忘れ 定期忘れ 見つからな 見当たらな どこいった
      どこ行った`,
    en: `lost_my_phone lost_my_keys lost_my_wallet lost_my_passport lost_my_bag lost_my lost_it
      can't_find_my misplaced left_my_phone left_my_bag left_my_wallet left_it_on forgot_my
      forgot_to forgotten_my stolen got_stolen was_stolen stole_my robbed mugged burgled
      broken_into break-in pickpocketed someone_stole`,
  },
  {
    id: 'found-thing',
    kind: 'claim',
    side: 1,
    name: { ja: '見つかった', en: 'was found' },
    ja: `見つかった! 見つかりました 落とし物届 財布戻って 財布が戻 戻ってきた 戻ってきま 帰ってきた猫
      無事見つか`,
    en: `found_my got_it_back got_my_phone_back got_my_wallet_back returned_my_wallet handed_in_my
      turned_up_safe found_safe safely_returned`,
  },
  {
    id: 'missed-out',
    kind: 'claim',
    side: -1,
    name: { ja: '逃された', en: 'was missed' },
    ja: `行けなかっ 行けない 行けなくな 見れなかっ 見られなかっ 見れない 食べられなかっ 食べれなかっ
      参加できな 買い逃し 録画忘れ 録画し忘れ チケット外れ 当たらな 当たらん 当たらなかっ
      ガチャ爆死 爆死 推しが出な 出なかった すり抜け 抽選落ち 抽選落`,
    en: `missed_out missing_out missed_it missed_the_show missed_the_game missed_the_concert
      missed_the_sale didn't_get_to_see didn't_get_to couldn't_go couldn't_make couldn't_attend
      can't_go_to didn't_win never_win lost_the_bid outbid just_missed too_late_for`,
  },
  {
    id: 'accident',
    kind: 'claim',
    side: -1,
    name: { ja: '事故に遭った', en: 'had an accident' },
    ja: `骨折 こっせつ 捻挫 ねんざ 転んだ 転んで 転びま こけた コケた こけて コケて 階段から落
      ぶつけた ぶつけて ぶつけられ 足をくじ 足くじ 怪我 けがした 車ぶつけ 車擦 擦った 追突
      もらい事故 交通事故 パンク バッテリー上が レッカー エンスト 事故渋滞 渋滞 じゅうたい
      スマホ割れ 画面割れ 画面バキバキ スマホ落と コーヒーこぼ こぼした こぼして 焦がした 水漏れ
      雨漏り 停電 断水 火事 鳥の糞 犬のうんこ 財布落とし`,
    en: `broke_my_leg broke_my_arm broke_my_wrist broke_my_ankle broke_my_foot broke_my_toe
      broke_my_nose broke_my_collarbone broke_a_bone broke_my_finger broken_leg broken_arm
      broken_bone fractured fracture twisted_my_ankle fell_down fell_over fell_off
      fell_down_the_stairs tripped slipped_on crashed_my_car car_accident car_crash rear-ended
      hit_my_car got_hit accident injured injury injuries flat_tire flat_tyre puncture
      car_broke_down won't_start_this breakdown_on towed got_a_ticket parking_ticket
      speeding_ticket traffic_jam stuck_in_traffic traffic_is dropped_my_phone cracked_my_screen
      cracked_screen smashed_my spilled spilt spilled_coffee burst_pipe leak_in_the house_fire
      locked_myself_out locked_out`,
  },
  {
    id: 'bad-luck',
    kind: 'claim',
    side: -1,
    name: { ja: 'ついていない', en: 'is unlucky' },
    ja: `運が悪 運悪 運がな 運ない ついてない ツイてない ついてな ツイてな 不運 アンラッキー 不幸
      ふこう 厄年 厄日 踏んだり 泣きっ面に蜂 弱り目 よりによって 大凶 タイミング悪 間が悪 雨で中止
      雨で延期 雨天順延 なんで私だけ なんで俺だけ なんで今日に限`,
    en: `bad_luck unlucky just_my_luck tough_luck hard_luck worst_luck rotten_timing bad_timing
      what_are_the_odds murphy's_law jinxed cursed when_it_rains_it_pours of_all_days
      why_does_this_always_happen why_me rain_ruined ruined_by_the_rain ruined_by_rain bad_day
      worst_day terrible_day awful_day horrible_day worst_week bad_week not_my_day
      one_of_those_days woke_up_on_the_wrong`,
  },
  {
    id: 'good-luck',
    kind: 'claim',
    side: 1,
    name: { ja: 'ついている', en: 'is lucky' },
    ja: `運がい 運が良 運よく 運良く ついてる ツイてる ラッキー らっきー ラッキーだ 幸運 強運 豪運
      神引き 一発ツモ 単発で 単発神引 大吉 おみくじ大吉 奇跡 きせき 奇跡的 引きが強 推し引け
      推しが出た 推し来た たまたま見つけ 運命の出会い 思わぬ収穫 棚ぼた 偶然`,
    en: `lucky so_lucky luckily got_lucky lucky_day stroke_of_luck good_fortune fortunate fortunately
      so_fortunate feel_lucky feeling_lucky lucky_to_have lucky_enough miracle miraculous
      miraculously serendipity blessing_in_disguise silver_lining perfect_timing pulled_the_rare
      first_pull`,
  },
  {
    id: 'celebrates',
    kind: 'claim',
    side: 1,
    name: { ja: '祝われている', en: 'is celebrated' },
    ja: `おめでと オメデト おめでとう おめで㌧ お誕生日 誕生日おめ 誕生日 誕おめ ハピバ はぴば お祝い
      祝! 祝って 祝っ 祝杯 乾杯 かんぱい カンパイ 記念日 周年 結婚し 結婚しま 結婚おめ 入籍 婚約
      プロポーズ 結婚式 出産 生まれた 生まれま 産まれ 誕生しま 妊娠 ご懐妊 成人式 入学式 卒業式
      内定おめ あけおめ あけまして 明けまして メリクリ メリークリスマス クリスマスプレゼント
      サプライズ もらった! プレゼントもら いただきました! 差し入れ`,
    en: `congrats congratulations congratulate congratulating happy_birthday hbd bday birthday_girl
      birthday_boy my_birthday anniversary happy_anniversary celebrate celebrating celebrated
      celebration cheers_to toast_to engaged engagement she_said_yes he_proposed wedding
      getting_married got_married just_married newlyweds baby_shower newborn new_baby baby_boy
      baby_girl gave_birth expecting_a pregnant it's_a_boy it's_a_girl happy_new_year
      merry_christmas merry_xmas happy_christmas happy_holidays happy_easter happy_halloween
      happy_mother's_day happy_father's_day happy_thanksgiving housewarming surprise_party
      retirement milestone`,
  },
  {
    id: 'life-chores',
    kind: 'claim',
    side: 0,
    name: { ja: '日課', en: 'is a daily routine' },
    ja: `洗濯 掃除した 掃除して 片付け 買い出し ごみ出し 自炊 お弁当作 晩ご飯 晩ごはん 夕飯 昼ごはん
      ランチ 朝ごはん 朝食 今日のおやつ 散歩 通勤 通学 電車の中 出勤 退勤 会議 宿題 課題
      テスト勉強 バイト 筋トレ ジム行 ジョギング 美容院 歯医者 病院の帰`,
    en: `laundry doing_the_dishes dishes grocery_shopping groceries cooking_dinner making_dinner
      for_dinner for_lunch for_breakfast commute commuting on_my_way_to homework studying gym_time
      at_the_gym workout walking_the_dog dog_walk school_run nap_time bedtime dentist haircut
      at_work meeting_after errands gardening meal_prep`,
  },
]
