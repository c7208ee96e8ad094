import type { Claim } from './concept.ts'

/** How customers were treated: kindness, answers, honesty, competence. */
export const TREATMENT_CLAIMS: readonly Claim[] = [
  {
    id: 'kind-service',
    kind: 'claim',
    side: 1,
    name: { ja: '親切', en: 'is kind' },
    ja: `親切 しんせつ 優しい対応 優しい店員 優しい方 優しくして 優しくて 優しかった 丁寧 ていねい
      懇切丁寧 対応がい 対応が良 対応も良 対応がよ 対応が素晴らし 対応が早 対応が神 対応も神
      対応に感動 対応に感激 神対応 かみ対応 神サポート 良い対応 いい対応 素晴らしい対応 誠実な対応
      真摯な対応 迅速な対応 迅速に対応 サポートが神 サポートが手厚 手厚い 接客がい 接客が良
      接客も良 接客が丁寧 接客が素晴らし 接客最高 感じのい 感じの良 感じがい 感じが良
      気持ちのいい接客 気持ちの良い接客 店員さんが優 店員さんも優 店員さんが親 笑顔で対応
      笑顔で接客 愛想がい 愛想が良 気さく フレンドリー 人柄がい 人柄が良 ホスピタリティ おもてなし
      気配り 気遣い 心遣い 細やかな 気が利 きがきく 行き届い 至れり尽くせり 痒い所に手が届
      かゆいところに手が届 寄り添った 親身 居心地のいい接客 歓迎して 温かく迎え あたたかく迎え
      また来ますと言 ありがたい対応 頼れる先生 説明が丁寧 先生が優 スタッフが優 スタッフが親`,
    en: `friendly friendliest friendly_staff helpful super_helpful so_helpful very_helpful
      kind_staff so_kind very_kind kindness polite courteous attentive welcoming hospitable
      hospitality great_service excellent_service amazing_service good_service fantastic_service
      outstanding_service wonderful_service best_service superb_service brilliant_service
      exceptional_service first-class_service great_customer_service excellent_customer_service
      amazing_customer_service fantastic_customer_service good_customer_service service_was_great
      service_was_excellent service_was_amazing service_was_fantastic service_was_good
      service_is_great service_is_excellent staff_were_lovely staff_were_great staff_were_amazing
      staff_were_so staff_was_great staff_was_amazing staff_are_lovely staff_are_amazing
      staff_are_great lovely_staff great_staff amazing_staff wonderful_staff caring
      patient_with_me good_bedside_manner personable well_looked_after looked_after_us
      looked_after_me made_us_feel_welcome made_me_feel_welcome felt_welcome treated_us_like
      treated_like_family treated_like_royalty thoughtful_touch`,
  },
  {
    id: 'went-out-of-their-way',
    kind: 'claim',
    side: 1,
    name: { ja: '期待を超えて尽くす', en: 'goes the extra mile' },
    ja: `わざわざ対応 わざわざ探し わざわざ届け わざわざ電話 期待以上の対応 想像以上の対応
      マニュアルを超え 融通が利 融通きかせ 臨機応変 無理なお願い 特別に サービスしてくれ
      おまけしてくれ オマケしてくれ 追いかけてきて 休みなのに対応 閉店後なのに`,
    en: `went_out_of_their_way went_out_of_his_way went_out_of_her_way goes_out_of_their_way
      above_and_beyond went_the_extra_mile goes_the_extra_mile go_the_extra_mile extra_mile
      bent_over_backwards stayed_late_to came_in_on_his_day_off free_upgrade upgraded_us
      upgraded_me for_free_without threw_in_a_free hand-written_note handwritten_note
      personal_touch`,
  },
  {
    id: 'rude',
    kind: 'claim',
    side: -1,
    name: { ja: '失礼', en: 'is rude' },
    ja: `態度が悪 態度悪 態度が酷 態度がひど 態度が最悪 態度最悪 態度がでか 態度デカ 態度が横柄
      横柄 おうへい 高圧的 高飛車 上から目線 偉そう えらそう 失礼 無礼 しつれいな 無愛想
      ぶっきらぼう 愛想がな 愛想が悪 愛想悪 愛想もな 無表情で 接客が悪 接客悪 接客がひど 接客最悪
      接客が最悪 接客態度 客を見下 見下し 見下され バカにされ 馬鹿にされ バカにして 馬鹿にして
      鼻で笑 舌打ち 舌打 睨まれ 睨んで 怒鳴ら 怒鳴る 怒鳴って 怒鳴り タメ口 ため口 感じが悪 感じ悪
      感じの悪 不愛想 不親切 冷たい対応 対応が冷た 塩対応 しょっぱい対応 事務的な対応 投げやり
      なげやり ぞんざい 邪険 雑な対応 対応が雑 雑に扱 めんどくさそうに 面倒くさそうに 面倒臭そうに
      嫌そうに 嫌な顔 嫌味を言 やる気がな やる気のな やる気なさ やる気ない 私語 おしゃべりして
      店員がスマホ 舐めて なめてん なめとん 舐めた態度 ふざけてる ふざけた対応 ふざけんな 暴言
      マナーが悪 マナー悪 ガチャ切り 電話を切られ 電話切られ 割り込み 割り込んで`,
    en: `rude rudest rudely rudeness ruder impolite disrespectful disrespect discourteous
      unfriendly unwelcoming unhelpful not_helpful wasn't_helpful weren't_helpful no_help_at_all
      hostile_staff surly snarky snotty condescending patronising patronizing arrogant arrogance
      abrupt curt couldn't_be_bothered couldn't_care_less couldn't_have_cared_less doesn't_care
      don't_care_about don't_care_about_customers doesn't_care_about bad_attitude
      terrible_attitude awful_attitude nasty_attitude attitude_problem attitude_stinks
      rolled_her_eyes rolled_his_eyes rolled_their_eyes eye-rolling yelled_at_me shouted_at
      yelled_at snapped_at talked_down_to spoke_to_me_like treated_like_dirt treated_like_crap
      treated_like_a_criminal treated_us_like_dirt made_me_feel_stupid made_to_feel unprofessional
      unprofessionalism hung_up_on hung_up_the_phone put_the_phone_down cold_and_unfriendly
      ignorant_staff staff_were_rude staff_was_rude bad_manners no_manners stroppy obnoxious
      short_with_me`,
  },
  {
    id: 'bad-service',
    kind: 'claim',
    side: -1,
    name: { ja: '対応が悪い', en: 'treats customers badly' },
    ja: `対応が悪 対応悪 対応がひど 対応が酷 対応最悪 対応が最悪 最悪な対応 ひどい対応 酷い対応
      対応が遅 対応遅 対応が不誠実 不誠実な対応 お粗末 おそまつ 杜撰 ずさん ズサン いい加減な対応
      適当な対応 適当すぎ 適当にあしらわ テキトーな サービスが悪 サービス悪 サービスがひど
      サービスが酷 サービス最悪 サービスが低下 サービス低下 サービスがな サポートが悪
      サポートが最悪 サポート最悪 サポートがひど サポートがクソ サポートが使えな サポートがゴミ
      サポートが機能 サポートがな 運営がクソ 運営クソ クソ運営 無能運営 クソ対応 ゴミ対応
      ありえない対応 あり得ない対応 あり得ない接客 話にならな 話になら 話通じな 要領を得な
      要領が悪 要領を得ま 的外れな回答 コピペ コピペの回答 テンプレ回答 テンプレ返信 定型文しか
      定型文の 定型文で 不手際 手際が悪 段取りが悪 教育がな 教育されてな 教育がなって
      日本語が通じな 質問に答えな 質問に答えて`,
    en: `bad_service terrible_service awful_service horrible_service poor_service
      appalling_service shocking_service worst_service disgraceful_service atrocious_service
      dreadful_service lousy_service service_was_terrible service_was_awful service_was_poor
      service_was_bad service_was_horrible service_is_terrible service_is_awful
      service_is_appalling service_is_shocking poor_customer_service bad_customer_service
      terrible_customer_service awful_customer_service horrible_customer_service
      worst_customer_service customer_service_is_terrible customer_service_is_awful
      customer_service_is_a_joke customer_service_is_non-existent customer_service_sucks
      service_sucks zero_customer_service no_customer_service lack_of_customer_service
      useless_customer_service useless_support support_is_useless support_is_terrible
      terrible_support awful_support clueless incompetent incompetence inept shambles shambolic
      omnishambles poorly_managed badly_managed badly_organised badly_organized poorly_organized
      poorly_organised disorganized disorganised unorganized unorganised mismanaged mismanagement
      copy-paste_response copy_and_paste canned_response* scripted_response* generic_response*
      automated_response* untrained made_a_mess_of messed_up_my messed_up_the messed_up_our
      screwed_up_my got_my_order_wrong got_the_order_wrong wrong_order mixed_up_my botched bungled`,
  },
  {
    id: 'ignored-by-service',
    kind: 'claim',
    side: -1,
    name: { ja: '取り合ってくれない', en: 'ignores customers' },
    ja: `無視され 無視する 無視して 無視し続 無視か ガン無視 スルーされ スルーする スルーかよ
      放置され 放置して 放置プレイ 放置かよ 放ったらかし ほったらかし ほっとかれ 盥回し
      たらいまわし 取り合って 取り合わな 取り合ってくれ 相手にされ 相手にしてくれ 相手にしてもらえ
      門前払い 対応してくれな 対応してもらえな 対応されな 対応しない 対応なし 何もしてくれな
      何の対応もな 聞いてくれな 聞く耳を持た 聞く耳持た 後回しにされ 後回し 泣き寝入り 忘れられて
      忘れ去られ オーダー忘れ 注文忘れ 注文が通って 注文通って 気づいてくれな 声をかけても
      呼んでも来な 見て見ぬふり`,
    en: `ignored ignoring ignores ignored_us ignored_me completely_ignored being_ignored
      keep_ignoring fobbing brushed_off brush_off passed_from_pillar pillar_to_post passed_around
      passed_from_one given_the_runaround the_runaround run_around sent_from_one transferred_from
      transferred_me_to turned_away shrugged won't_help refuse_to_help refused_to_help
      refuses_to_help wouldn't_help nobody_helped no_one_helped nobody_cares no_one_cares
      didn't_want_to_know don't_want_to_know washed_their_hands left_in_limbo left_hanging
      left_us_waiting left_stranded stranded abandoned_by forgot_our_order forgot_my_order
      forgot_about_us forgot_about_me ghosted ghosting`,
  },
  {
    id: 'on-hold',
    kind: 'claim',
    side: -1,
    name: { ja: 'つながらない', en: 'cannot be reached' },
    ja: `繋がらない電話 電話が繋がら 電話つながら 電話がつながら 電話が全然 電話しても 電話に出な
      電話出な 電話に誰も 電話もつながら 電話も繋がら コールセンター繋がら 話し中 通話中で
      保留にされ 保留のまま 保留音 自動音声 音声ガイダンス ナビダイヤル オペレーターに繋がら
      オペレーターにつなが 混み合って 只今電話が 折り返しがな 折り返しが来な 折り返し来な
      折り返しの電話が`,
    en: `on_hold hold_music hold_time* hold_for_over hold_for_an_hour waiting_on_the_phone
      been_on_the_phone spent_hours_on_the_phone hours_on_the_phone an_hour_on_the_phone
      can't_get_through couldn't_get_through unable_to_get_through can't_reach_anyone
      can't_reach_a_human cannot_reach can't_speak_to can't_talk_to_a_human no_human
      talk_to_a_human speak_to_a_human real_person speak_to_a_real automated_system automated_menu
      automated_phone phone_rings_out nobody_answers no_one_answers nobody_picks_up
      no_one_picks_up no_one_picked_up never_pick_up don't_answer_the_phone
      doesn't_answer_the_phone never_answer_the_phone call_volume call_volumes in_the_queue_for
      calls_dropped call_dropped cut_off_after got_cut_off cut_me_off useless_chatbot chatbot_is`,
  },
  {
    id: 'no-reply',
    kind: 'claim',
    side: -1,
    name: { ja: '返事をしない', en: 'does not reply' },
    ja: `返信がな 返信がき 返信来な 返信こな 返信もな 返信が来な 返信が来ま 返信がありま 返信がない
      返信なし 返事がな 返事が来 返事こな 返事来な 返事もな 返事がありま 返答がな 返答なし
      音沙汰な 音沙汰なし おとさたな 連絡がな 連絡が来な 連絡来な 連絡こな 連絡もな 連絡がありま
      連絡がつかな 連絡つかな 連絡が取れな 連絡取れな 連絡がとれな 連絡なし 何の連絡も
      問い合わせても 問い合わせたのに メールしても メールの返信が 回答がな 回答が来な 回答なし
      既読無視 既読スルー 未読無視 未読スルー 梨の礫 なしのつぶて 返信遅 返信が遅 返事が遅 返事遅
      連絡が遅 回答が遅`,
    en: `no_reply no_response no_answer no_replies never_replied never_reply never_responded
      never_respond never_answered never_answer never_got_back never_gets_back never_called_back
      never_heard_back never_hear_back haven't_heard_back haven't_heard_anything
      haven't_heard_from still_haven't_heard not_heard_back not_heard_anything heard_nothing
      hear_nothing radio_silence crickets didn't_reply didn't_respond didn't_answer don't_reply
      don't_respond doesn't_reply doesn't_respond hasn't_replied haven't_replied hasn't_responded
      haven't_responded still_no_response still_no_reply still_no_answer still_waiting_to_hear
      still_waiting_for_a_response still_waiting_for_a_reply awaiting_a_response
      emails_go_unanswered unanswered_emails unanswered ignored_my_email* ignored_my_message*
      ignore_my_email* left_on_read no_call_back no_callback nobody_got_back no_one_got_back
      no_one_has_got_back promised_to_call_back said_they_would_call`,
  },
  {
    id: 'quick-reply',
    kind: 'claim',
    side: 1,
    name: { ja: '返事が早い', en: 'replies quickly' },
    ja: `返信が早 返信が速 返信早 返信はや 返事が早 返事早 返答が早 即返信 即レス 即対応 即日対応
      すぐに対応 すぐ対応 すぐに返 すぐ返信 すぐに連絡 すぐに返事 すぐに電話 早い対応 早急に対応
      素早い対応 素早く対応 対応早 対応が速 対応の早 対応スピード 迅速 じんそく レスが早
      電話がすぐ繋が すぐに繋が すぐ繋がっ すぐにつなが 即座に`,
    en: `quick_reply quick_response fast_response rapid_response prompt promptly speedy_response
      swift swiftly replied_within replied_in replied_immediately replied_straight_away
      responded_within responded_quickly responded_immediately responded_right_away
      got_back_to_me_within got_back_to_me_in got_back_to_me_quickly got_back_to_me_straight
      got_back_to_me_right answered_within answered_right_away answered_straight_away
      quick_to_respond quick_to_reply quick_to_help fast_to_respond very_responsive
      super_responsive so_responsive within_minutes within_the_hour sorted_it_out_straight
      sorted_within resolved_within resolved_quickly fixed_within fixed_it_in`,
  },
  {
    id: 'problem-solved',
    kind: 'claim',
    side: 1,
    name: { ja: '解決してくれる', en: 'solves the problem' },
    ja: `解決しま 解決した 解決でき 解決して 無事解決 即解決 一発で解決 一発解決 直りました 直った
      直して 治りました 治った 復旧した 復旧しま 復活した 復活しま 交換してくれ 交換してもらえ
      交換して頂 交換していただ 返金してくれ 返金され 返金してもらえ 返金対応して 無償交換
      無償修理 無料で交換 無料で直 無料で修理 新品と交換 新品に交換 見つけてくれ 見つかった
      見つかりま 助かった 助けてくれ 助けてもら 助けられ 直してくれ 治してくれ 対応してくれ
      対応してもらえ 対応していただ 対応して頂 修正された 修正されて 改善された 改善されて`,
    en: `sorted_it sorted_out_my sorted_it_out all_sorted problem_solved problem_sorted
      issue_resolved resolved_my_issue resolved_my_problem resolved_the_issue resolved_it
      solved_my_problem solved_the_problem solved_it fixed_it fixed_my fixed_the_issue
      fixed_the_problem finally_fixed got_it_fixed got_it_working it_works_now working_again
      back_up_and_running up_and_running refunded_me refunded_in_full full_refund_given
      got_my_refund got_my_money_back got_a_full_refund got_a_refund gave_me_a_refund
      gave_me_a_full_refund issued_a_refund replaced_it_for_free replaced_it_free
      sent_me_a_replacement sent_a_replacement sent_me_a_new_one free_replacement replaced_without
      good_as_new came_to_my_rescue came_to_the_rescue saved_the_day saved_my_life lifesaver
      life-saver helped_me_out helped_us_out helped_me_find`,
  },
  {
    id: 'problem-unsolved',
    kind: 'claim',
    side: -1,
    name: { ja: '解決してくれない', en: 'leaves the problem unsolved' },
    ja: `解決しな 解決してな 解決していな 解決されな 解決せず 未解決 直らない 直らなかっ 直りません
      直ってな 直っていな 治らない 治らなかっ 治りません 治ってな 改善されな 改善されてな 改善しな
      改善されず 修正されな 修正されてな 復旧しな 復旧してな 返金してくれな 返金されな
      返金されてな 返金してもらえな 返金に応じ 返金できな 返金不可 返金拒否 返品できな 返品不可
      返品を受け付け 返品拒否 交換してくれな 交換してもらえな 交換できな 保証対象外 保証外
      修理できな 修理不可 修理に出しても 埒があかな 埒が明か らちがあか 堂々巡り
      いつまで経っても直 何度言っても 何度問い合わせ 何回問い合わせ 何回言っても`,
    en: `still_not_fixed still_isn't_fixed still_not_resolved still_unresolved unresolved
      not_resolved hasn't_been_resolved hasn't_been_fixed haven't_fixed not_fixed never_fixed
      never_resolved didn't_fix doesn't_fix can't_fix couldn't_fix won't_fix won't_refund
      refuse_to_refund refused_a_refund refused_to_refund refusing_to_refund refuses_to_refund
      no_refund denied_a_refund denied_my_refund denied_my_claim claim_denied claim_was_denied
      rejected_my_claim refused_my_claim won't_replace refuse_to_replace refused_to_replace
      won't_honor won't_honour didn't_honor wouldn't_honor won't_take_it_back won't_accept_returns
      non-refundable still_waiting_for_my_refund still_no_refund still_waiting_for_a_refund
      waiting_for_my_refund haven't_received_my_refund no_solution no_resolution no_closer_to
      back_to_square_one same_problem_again same_issue_again problem_persists issue_persists
      still_happening still_having_issues still_having_problems`,
  },
  {
    id: 'blames-customer',
    kind: 'claim',
    side: -1,
    name: { ja: '責任を認めない', en: 'blames the customer' },
    ja: `客のせい お客様のせい 客が悪い こちらのせい こっちのせい 私のせいに 責任転嫁 責任逃れ
      責任のなすりつけ なすりつけ 言い訳ばかり 言い訳ばっか 言い訳しか 言い訳がまし 逆ギレ 逆切れ
      開き直 ひらきなお 知らんぷり 知らぬ存ぜぬ 知らん顔 謝らない 謝罪もな 謝罪がな 謝罪なし
      謝りもしな お詫びもな お詫びの一言もな 一言の謝罪 非を認め 認めようとしな 自己責任
      クレーマー扱い お客様都合 仕様です 仕様ですと 使い方が悪いと`,
    en: `blamed_me blames_me blaming_me blame_me blamed_us blaming_the_customer blame_the_customer
      blames_the_customer blamed_on_me said_it_was_my_fault told_it_was_my_fault
      told_me_it_was_my_fault shifting_the_blame shifting_blame pass_the_buck passing_the_buck
      passed_the_buck blaming_each_other nothing_to_do_with_us not_our_problem not_their_problem
      won't_take_responsibility took_no_responsibility take_no_responsibility no_accountability
      refuse_to_take_responsibility excuse_after_excuse nothing_but_excuses full_of_excuses
      endless_excuses excuses_excuses no_apology not_even_an_apology without_an_apology
      didn't_even_apologise didn't_even_apologize never_apologised never_apologized
      refused_to_apologise refused_to_apologize gaslight* accused_me_of called_me_a_liar`,
  },
  {
    id: 'scam',
    kind: 'claim',
    side: -1,
    name: { ja: 'だましている', en: 'is a scam' },
    ja: `詐欺 詐偽 騙され だまされ 騙し だまし 騙す 騙そう 騙した 騙して 釣られた 釣りだっ 嘘つき
      うそつき ウソつき 嘘ばかり 嘘ばっか 嘘つかれ 嘘をつか 嘘をつい 嘘だった 嘘くさ 胡散臭
      うさんくさ うさん臭 怪しい あやしい 怪しすぎ 怪しげ 悪質 悪徳 あくどい 悪どい 誇大表現
      景品表示法 さくらレビュー サクラレビュー ステマ ヤラセ やらせ 水増し 不正アクセス 乗っ取られ
      乗っ取り フィッシング なりすまし 架空請求 ワンクリック 持ち逃げ ネズミ講 ねずみ講 マルチ商法
      マルチ勧誘 情報商材 押し売 話がちが 約束を破 聞いてた話と 聞いていた話と 広告と全然 不誠実
      信用できな 信用出来な 信用ならな 信頼できな 信頼出来な 信用なくし 信用を失 不信感 不透明
      隠蔽 隠ぺい いんぺい 裏切 うらぎ`,
    en: `scam scams scammed scammer scammers scamming scammy con_artist* con_men conned swindle*
      swindler fraud fraudulent fraudster* defraud* phishing deceived deceiving deceptive deceit
      deceitful misled misleading mislead mis-sold mis-selling missold dishonest dishonesty
      lied_to lied_about liars liar lies_and lying_about they_lied full_of_lies pack_of_lies
      false_advertising false_advertisement false_promises empty_promises pyramid_scheme ponzi
      shady sketchy dodgy dodgy_as fishy_business smells_fishy sus crooks crook thieves thieving
      stole_my_money took_my_money took_my_money_and stealing_money stealing_from untrustworthy
      not_trustworthy can't_be_trusted don't_trust do_not_trust can't_trust cannot_trust
      lost_all_trust lost_trust fake_reviews paid_reviews bogus_reviews bogus con_job hustle*
      identity_theft hacked got_hacked account_was_hacked high-pressure_sales pushy_sales
      pushy_salesman pushy_salesperson sneaky underhanded covered_up`,
  },
  {
    id: 'trustworthy',
    kind: 'claim',
    side: 1,
    name: { ja: '信頼できる', en: 'is trustworthy' },
    ja: `信頼できる 信頼出来る 信頼して 信頼感 信頼性が高 信用できる 信用出来る 信頼のおける
      信頼の置け 信頼がおけ 安心でき 安心して使え 安心して任せ 安心して利用 安心して頼め 安心安全
      安全安心 安心感 誠実 良心的 正直な店 正直に話 正直に教えて 正直に言ってくれ 約束を守
      約束通り 透明性が高 公正 フェアな 裏切らない 裏切らなかっ 間違いない 間違いなし まちがいない
      ハズレがな ハズレなし はずれがな 鉄板 定番の安心 さすが老舗 安定の 安定感 安定して
      任せて安心 お任せでき おまかせで安心`,
    en: `trustworthy trusted reliable reliably reliability_is dependable honest_mechanic
      honest_company honest_people honest_advice honest_and honesty transparent transparency
      upfront fair_and_honest integrity can_trust can_be_trusted you_can_trust kept_their_promise
      kept_their_word does_what_it_says does_exactly_what_it_says does_what_it's_supposed
      never_let_me_down never_lets_me_down never_disappoint* has_never_failed never_fails
      consistently_good consistent_quality safe_pair_of_hands peace_of_mind no_nonsense no_hidden
      reputable go-to you_can't_go_wrong can't_go_wrong safe_bet rock_solid_reliability`,
  },
  {
    id: 'competent',
    kind: 'claim',
    side: 1,
    name: { ja: '有能', en: 'is competent' },
    ja: `知識が豊富 知識豊富 詳しい店員 詳しく教え プロの仕事 さすがプロ プロだな プロ意識
      プロフェッショナル 腕がい 腕が良 腕の良 腕は確か 手際がい 手際が良 手際よ てきぱき テキパキ
      的確な 有能 優秀 ベテラン 経験豊富 慣れてる感じ 名医 腕利き 段取りがい 仕事が丁寧 仕事ができ
      分かりやすい説明 わかりやすい説明`,
    en: `knowledgeable knows_their_stuff knew_their_stuff know_what_they're_doing
      knows_what_they're_doing knew_what_he_was_doing professional professionally professionalism
      skilled skillful skilful talented_staff expert expertise efficient efficiently efficiency
      well_organized well-organised well_organised well-organized well-run well_run competent
      thorough experienced highly_skilled great_job good_job excellent_job amazing_job
      fantastic_job took_the_time_to`,
  },
  {
    id: 'great-company',
    kind: 'claim',
    side: 1,
    name: { ja: '会社として優れている', en: 'is a great place' },
    ja: `神企業 神運営 有能運営 良い会社 いい会社 素晴らしい会社 応援したい企業 いい店 良い店
      いいお店 良いお店 素敵なお店 名店 いい病院 良い病院 良い先生 いい先生 最高のスタッフ
      最高のチーム`,
    en: `great_company amazing_company best_company wonderful_company fantastic_company
      good_company great_place amazing_place best_place lovely_place wonderful_place great_team
      amazing_team great_bunch family-run great_doctor amazing_doctor great_teacher great_shop
      great_little_place love_this_place love_this_company a_credit_to`,
  },
  {
    id: 'bad-company',
    kind: 'claim',
    side: -1,
    name: { ja: '会社としてひどい', en: 'is a terrible company' },
    ja: `ブラック企業 ブラック会社 ブラックすぎ クソ企業 クソ会社 ダメ企業 ダメ会社 最低の会社
      最悪の会社 最低な会社 最悪な会社 最低な店 最悪な店 最低の店 クソ店 ヤブ医者 やぶ医者 ヤブだ
      潰れろ つぶれろ 潰れてしま 潰れればい 倒産しろ 儲け主義 金儲けのこと 金儲けしか 金のことしか
      殿様商売 殿様 客をなめ 客を舐め 客をバカに 客を馬鹿に 企業体質 企業努力が 企業としてどう
      会社としてどう`,
    en: `worst_company terrible_company awful_company horrible_company bad_company evil_company
      joke_of_a_company this_company_is_a_joke company_is_a_joke shit_company shitty_company
      disgrace disgraceful absolute_disgrace absolute_joke absolute_shambles an_absolute_joke
      complete_joke what_a_joke total_joke is_a_joke cowboys cowboy_builders sharks vultures
      profit_over_people profits_over profits_before only_care_about_money only_care_about_profit
      all_about_the_money corporate_greed should_be_ashamed should_be_shut_down deserve_to_go_bust
      hope_they_go_bust going_downhill gone_downhill went_downhill gone_to_the_dogs went_to_shit
      gone_to_pot terrible_management bad_management toxic_workplace`,
  },
]
