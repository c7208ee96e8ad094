import type { Act } from './concept.ts'

/** What authors do once they have or know a thing: use, advise, ask, return, leave, come back. */
export const HAVING_ACTS: readonly Act[] = [
  {
    id: 'arrived',
    kind: 'act',
    side: 0,
    ja: `届いた とどいた 届きました 届いて 届いたので 届いたよ 届いたー やっと届 ついに届
      ようやく届 今日届 昨日届 さっき届 到着した 到着しま 着弾 着荷 受け取った 受け取りま 受取りま
      開封 開封の儀 開けてみた 箱を開け 早速使 さっそく使 早速開 初使用 デビューし 納車 納車され
      使ってみま 飲んでみた 食べてみた やってみた 行ってきま 行きました 観ました 見ました
      読みました 食べました クリアしま 泊まりま`,
    en: `has_arrived have_arrived just_arrived it_arrived it's_arrived finally_arrived
      arrived_today arrived_yesterday arrived_this_morning arrived_in_the_mail came_today
      came_in_the_mail came_in_the_post came_yesterday it's_here it's_finally_here they're_here
      got_mine just_got_mine just_got_my just_got_a just_got_the just_received i_received
      received_my received_mine delivered_today unboxing unboxed opened_the_box first_impression
      tried_it tried_this tried_out just_tried finally_tried went_to went_there stayed_at
      just_watched just_saw just_read just_played been_there ate_at dined_at`,
  },
  {
    id: 'uses-for-years',
    kind: 'act',
    side: 0,
    ja: `年使って 年使い 年愛用 年目 年使用 年経 年たっ ヶ月使って か月使って ヶ月使い カ月使って
      週間使って ずっと使って ずっと使い ずっと愛用 長年愛用 長年使って 愛用して 愛用者 愛用してま
      使い倒 使い込ん 毎日使って 毎日使い 毎日飲んで 毎日食べて 毎朝 毎晩 リピート リピート買い
      リピ買い リピ確 リピしま リピ決 何度もリピ 何回もリピ 何本目 3本目 2本目 2個目 3個目 二個目
      二本目 三本目 通ってい 通い詰め 常連 行きつけ 週一で 週1で また買い また買う また買お
      また買った また行きたい また行き また行く また行こ また来たい また来ま また来よ
      また泊まりたい また利用 また使いたい また頼み また頼む また食べたい また観たい 2回目 3回目
      二回目 三回目 5回目 回目の視聴 箱推し 古参`,
    en: `for_years for_years_now for_over_a_year for_a_year for_two_years for_three_years
      for_five_years for_months for_six_months for_three_months for_weeks years_in year_later
      months_later weeks_later years_and_counting had_it_for had_mine_for had_this_for have_had_it
      had_it_a owned_for owned_it_for i've_owned been_using been_using_it been_using_this
      i've_been_using been_wearing been_driving been_playing been_a_customer been_with_them
      been_going_to been_coming_here loyal_customer longtime_customer long-time_customer
      longtime_user long-time_user regular_customer regular_here repeat_customer use_it_every_day
      use_it_daily use_this_every_day used_it_every_day use_mine_every daily_driver
      every_single_day my_second_one my_third my_third_one second_pair third_pair second_bottle
      third_bottle bought_another bought_a_second bought_two_more buy_again would_buy_again
      will_buy_again buying_again ordering_again will_order_again would_order_again order_again
      will_be_back will_be_going_back will_definitely_be_back we'll_be_back i'll_be_back
      will_return will_definitely_return would_return would_go_back will_go_back would_come_again
      will_come_again would_stay_again will_stay_again can't_wait_to_go_back use_them_again
      will_use_again would_use_again swear_by re-watch rewatching re-reading stocked_up
      stocking_up`,
  },
  {
    id: 'advises-for',
    kind: 'act',
    side: 1,
    ja: `おすすめ オススメ お勧め お薦め おススメ オヌヌメ 推奨 イチオシ いちおし 一押し 激推し
      超おすすめ おすすめです おすすめします オススメです オススメします おすすめしたい 勧めたい
      薦めたい 勧めて 買うべき 買うべし 買っとけ 買っておけ 買っておくべき 買った方がい
      買ったほうがい 買って損 買って損な 損はない 損しない 損はさせ 買い一択 買いです 買いだ
      これ買え 買え! 買って! 買ってみて 行くべき 行った方がい 行ったほうがい 行ってみて 行って損
      観るべき 見るべき 観た方がい 見た方がい 見たほうがい 見て! 観て! みんな見て 全人類 全員見
      全員買 読むべき 読んでほしい 読んで! 使うべき 使ってみて 使った方がい 使ったほうがい
      使ってほしい 試してみて 試してほしい 一度試し ぜひ試 是非試 お試しあれ 騙されたと思って
      だまされたと思って 食べてみて 食べて! 飲んでみて 聴いて! 聴いてほしい やってみて やるべき
      やった方がい 知ってほしい みんなに知って 広まれ ひろまれ もっと評価され 評価されるべき 布教
      ふきょう マストバイ 必見 必須 必読 必聴 一見の価値 一度は 一度は行 ぜひ一度 是非一度 ぜひ行
      是非行 ぜひ観 是非観 ぜひ見 騙されたと`,
    en: `recommend recommended recommends recommending recommendable highly_recommend
      highly_recommended would_recommend i'd_recommend can't_recommend_enough
      cannot_recommend_enough can't_recommend_it_enough definitely_recommend strongly_recommend
      thoroughly_recommend wholeheartedly_recommend 10/10_would_recommend recommend_to_anyone
      you_should_try you_should_get you_should_buy you_should_go you_should_watch you_should_read
      you_should_check you_need_to_try you_need_to_buy you_need_to_watch you_need_this
      you_need_one you_have_to_try you_have_to_see you_must_try you_gotta_try you_won't_regret
      won't_regret_it you_won't_be_disappointed won't_be_disappointed you'll_love_it you'll_love
      do_yourself_a_favor do_yourself_a_favour treat_yourself_to give_it_a_try give_it_a_go
      give_it_a_shot give_them_a_try worth_a_try worth_trying worth_a_visit worth_visiting
      worth_a_watch worth_watching worth_reading worth_checking_out well_worth_a_visit
      check_it_out check_them_out check_this_out check_out_this go_see_it go_watch go_and_see
      go_buy go_get_one go_for_it get_one get_yourself_a get_it_now buy_it buy_this buy_one
      buy_it_now just_buy_it don't_hesitate don't_sleep_on don't_miss don't_miss_out
      don't_think_twice run_don't_walk must_try must-try must-visit a_must an_absolute_must
      must_see everyone_should try_it try_this try_them trust_me take_my_word i_suggest
      i'd_suggest my_advice hot_tip vouch_for can_vouch two_words: stop_what_you're_doing do_it`,
  },
  {
    id: 'advises-against',
    kind: 'act',
    side: -1,
    ja: `やめとけ やめておけ やめた方がい やめたほうがい 止めとけ 止めた方がい やめといた方
      やめといたほう やめときな やめなさい やめておいた方 おすすめしな オススメしな おすすめできな
      オススメできな お勧めしな お勧めできな お薦めしな お薦めできな おすすめしませ
      おすすめできませ オススメしませ オススメできませ お勧めしませ お勧めできませ 買うな
      買わない方がい 買わないほうがい 買ってはいけ 買っちゃだめ 買っちゃダメ 買ってはダメ
      絶対買うな 行くな 行かない方がい 行かないほうがい 行ってはいけ 見ない方がい 見なくてい
      見なくてもい 使わない方がい 使わないほうがい 使うな 使ってはいけ 避けた方がい 避けたほうがい
      避けるべき 避けて 契約するな 契約しない方 契約しないほう 入らない方がい 近づくな 関わるな
      関わらない方 気をつけて 気を付けて 気をつけろ ご注意 注意して 要注意 ご用心 用心 注意喚起
      被害に遭わない 騙されないで だまされないで 騙されるな 地雷 じらい 様子見が吉 様子見推奨
      待った方がい 待ったほうがい 別のにし 他のにし 他の方がい 他のほうがい 拡散希望 拡散お願い`,
    en: `avoid avoid_at_all_costs avoid_like_the_plague avoid_this avoid_them avoided stay_away
      stay_away_from steer_clear steer_well_clear keep_away_from stay_clear don't_buy do_not_buy
      don't_bother don't_waste don't_waste_your do_not_waste don't_go do_not_go don't_use
      do_not_use don't_order do_not_order don't_get don't_fall_for don't_be_fooled don't_book
      do_not_book don't_sign don't_even_think don't_touch don't_do_it don't_make_the_same
      don't_recommend do_not_recommend not_recommend not_recommended would_not_recommend
      wouldn't_recommend cannot_recommend can't_recommend couldn't_recommend would_never_recommend
      never_buy never_use_this never_order you'll_regret think_twice look_elsewhere go_elsewhere
      go_somewhere_else shop_elsewhere spend_your_money_elsewhere save_your_money
      save_yourself_the save_your_time run_away run_a_mile skip_it skip_this skip_this_one
      give_it_a_miss give_this_a_miss give_it_a_wide_berth wide_berth pass_on_this hard_pass
      wouldn't_touch wouldn't_wish wouldn't_bother not_worth_your_time not_worth_your_money beware
      beware_of buyer_beware be_careful be_warned be_aware consider_yourself_warned
      you've_been_warned warning warning_to_all watch_out watch_out_for word_of_warning red_flag
      red_flags heads_up heads-up`,
  },
  {
    id: 'asks-for-advice',
    kind: 'act',
    side: 0,
    ja: `おすすめある オススメある おすすめあれば オススメあれば おすすめがあれば オススメがあれば
      おすすめあったら おすすめあり おすすめは オススメは おすすめの教え おすすめ教え オススメ教え
      おすすめを教え オススメを教え お勧め教え お勧めの お勧めがあ お勧めあ おすすめのお店
      おすすめの店 おすすめない おすすめください オススメください おすすめ募集 オススメ募集
      おすすめありますか オススメありますか おすすめありませんか オススメありませんか
      おすすめの方法 いいお店知 いい店知 いい店ない いいとこない いいところない 良い店知
      知りませんか 知ってる人 知ってる方 知っている方 ご存知の方 ご存じの方 ご存知な 誰か教えて
      誰か知 どなたか 教えて欲し 教えてほし 教えてくださ 教えて下さ 教えて! 教えてくれ 教えてちょ
      教えて~ おしえて 教えてエロい人 有識者 有識者の 詳しい人 詳しい方 経験者 使ってる人
      使ってる方 使っている方 持ってる人 行ったことある人 行ったことある方 使ったことある
      意見ください 意見聞 アドバイスくださ アドバイスお願 アドバイスほし 相談させ 相談に乗
      どれがおすす どこがおすす どこがい どこのがい どうですか どう思 どう思います みなさんどう
      皆さんどう みんなは 皆さんは みんなどう 使い心地どう 使用感教え 感想聞 感想教え レビュー求
      情報求 求む 募集中 候補教え`,
    en: `any_recommendations any_recommendation any_recs any_reccs recs recs_for recs?
      recommendations recommendations_for recommendations? recommendations_please
      can_anyone_recommend could_anyone_recommend does_anyone_recommend anyone_recommend
      anybody_recommend can_you_recommend could_you_recommend who_would_you_recommend
      what_do_you_recommend what_would_you_recommend which_do_you_recommend do_you_recommend
      would_you_recommend do_you_guys_recommend please_recommend recommend_me recommend_a_good
      looking_for_recommendations need_recommendations need_recs any_suggestions any_suggestion
      any_tips any_advice any_ideas any_thoughts suggestions_please suggestions_for suggestions?
      suggestions_welcome open_to_suggestions advice_please advice_needed advice_on need_advice
      need_some_advice seeking_advice looking_for_advice any_advice? tips_please thoughts?
      thoughts_on what_are_your_thoughts what_do_you_think what_do_you_guys_think
      what_do_y'all_think what_would_you_do what's_your_opinion opinions_on opinions? your_opinion
      what's_your_favorite what's_your_favourite what's_the_best what_is_the_best
      what_are_the_best whats_the_best who_has_the_best where's_the_best where_is_the_best
      best_way_to anyone_know anybody_know anyone_know_of anyone_know_a_good does_anyone_know
      does_anybody_know do_you_know_any know_any_good know_of_any anyone_tried has_anyone_tried
      has_anyone_used anyone_used anyone_else_use anyone_have_experience does_anyone_have
      has_anyone_had anyone_had has_anyone_been anyone_been_to is_anyone_using who_do_you_use
      what_do_you_use what_are_you_using experiences_with any_experience_with asking_for_a_friend
      hive_mind hivemind help_me_choose help_me_decide help_me_pick dear_twitter
      twitter_do_your_thing lazyweb`,
  },
  {
    id: 'asks-how-to',
    kind: 'act',
    side: 0,
    ja: `どうやって どうやったら どうやるの どうすれば どうしたら やり方 やり方教え やり方がわか
      やり方が分か 方法を教え 方法教え 方法があ 方法はあ 方法って 使い方を教え 使い方教え
      使い方がわか 使い方が分か 使い方って 設定方法 設定の仕方 手順を教え 手順教え どこから
      どこで確認 どこで設定 どこで変更 どこを押 どこに連絡 どこに問い合わせ できますか
      できるんですか できるのか 可能ですか 可能でしょうか 変更できます 変更したい 解除方法
      解約方法 解約の仕方 退会方法 キャンセル方法 戻し方 直し方 治し方 対処法 対処方法 解決方法
      解決策 なぜ どうして 原因は 原因が なぜか どういうこと どういう意味`,
    en: `how_do_i how_do_you how_can_i how_can_we how_do_we how_would_i how_should_i how_does_one
      how_does_it how_does_this what's_the_way what_is_the_way what_is_the_process
      what's_the_process steps_to instructions_for walk_me_through show_me_how tell_me_how
      explain_how can_i_change can_i_get can_i_use can_i_still is_it_possible is_there_a_way
      is_there_any_way any_way_to where_do_i where_can_i where_is_the where's_the when_will
      when_is when_does why_is why_does why_do why_did why_was why_are why_can't why_isn't
      why_won't why_has what_does_it_mean what_does_this_mean what_happens_if do_i_need_to
      do_i_have_to can_someone_explain can_anyone_explain could_someone_explain`,
  },
  {
    id: 'asks-for-refund',
    kind: 'act',
    side: -1,
    ja: `返金 へんきん 返金して 返金しろ 返金お願い 返金希望 返金を求 返金要求 返金してほし
      返金してくださ 返金でき 返金は 返金対応 返金手続 返品 へんぴん 返品しま 返品して 返品希望
      返品でき 返品したい 返却 交換して 交換希望 交換お願い 交換したい 交換でき 払い戻し 払戻
      クーリングオフ 補償 補償して 弁償 賠償 金返せ! 全額返金`,
    en: `refund refunds refunded refund_me refund_please want_a_refund want_my_refund
      need_a_refund get_a_refund request_a_refund requested_a_refund requesting_a_refund
      asked_for_a_refund demand_a_refund demanding_a_refund where_is_my_refund where's_my_refund
      my_refund a_refund full_refund partial_refund reimburse* compensation compensate compensated
      chargeback charge_back dispute_the_charge disputed_the_charge disputing return_it
      send_it_back sending_back returning_this returned_this want_to_return want_my_money
      exchange_it exchange_for replacement_please need_a_replacement want_a_replacement
      request_a_return return_label return_policy`,
  },
  {
    id: 'asks-for-help',
    kind: 'act',
    side: 0,
    ja: `助けて たすけて 助けてくださ ヘルプ へるぷ help! 対処お願 対応お願 対応をお願 ご対応
      ご確認 確認してくださ 確認お願 確認をお願 ご連絡 連絡くださ 連絡お願 連絡をお願
      連絡してくださ 問い合わせしま 問い合わせした 問い合わせまし サポートお願 サポートに連絡
      サポートに問 修理お願 修理に出 修理したい 修理してもら 修理でき 調査お願 同じ症状 同じ人い
      同じ現象 同じ方い 同じ状況 私だけ? 俺だけ? わたしだけ? 私だけかな 自分だけ? 困ってます
      困っています どうにかしてくださ 何とかしてくださ なんとかしてくださ 早急に 至急 至急対応
      解決方法を`,
    en: `help help_me help_please please_help pls_help plz_help need_help need_some_help
      need_assistance need_support can_someone_help can_anyone_help can_you_help could_you_help
      could_someone_help can_somebody_help anyone_help help_needed any_help help_with
      having_trouble having_a_problem having_an_issue having_issues_with i_have_an_issue
      i_have_a_problem have_a_problem_with problem_with_my issue_with_my trouble_with_my
      please_advise kindly_advise please_assist assist_me assistance please_fix pls_fix fix_this
      fix_it fix_your please_respond please_reply please_get_back please_contact please_call
      please_check please_look_into look_into_this can_you_look_into can_you_check can_you_please
      could_you_please please_dm dm_me_please contact_me urgent urgently asap as_soon_as_possible
      anyone_else_having is_anyone_else anyone_else_getting is_it_just_me just_me_or am_i_the_only
      sos mayday send_help support_ticket case_number order_number ticket_number reference_number`,
  },
  {
    id: 'wishes-feature',
    kind: 'act',
    side: 0,
    ja: `してほしい して欲しい してほしく てほしい て欲しい でほしい で欲しい てほしかった
      て欲しかった してくれないかな てくれないかな してくれたらい してくれれば してくれると嬉
      てくれると嬉 てくれると助 していただけると できるようにして できるようになら できるようにな
      できたらいい できればい できたら最高 できると嬉し できると助か 出来るようにして 出来たらい
      機能がほし 機能が欲し 機能ほし 機能欲し 機能つけ 機能を付け 機能追加 機能を追加 追加してほし
      追加希望 追加お願い 対応してほし 対応希望 対応求 実装してほし 実装して 実装希望 実装まだ
      実装はよ 実装求 あればいいのに あればいいな あればい あったらいい あったらいいな
      あったらいいのに あれば完璧 があれば嬉 があると嬉 があると助 だったらいいのに だったら最高
      だったら完璧 なればいいのに 改善してほし 改善希望 改善求 改善お願い 改善して 直してほし
      復活希望 復活してほし 復活求 再販希望 再販してほし 再販求 出してほし 出して欲し 作ってほし
      作って欲し ダークモード 要望 リクエスト 希望します`,
    en: `i_wish_it i_wish_you i_wish_they i_wish_there wish_it_had wish_it_was wish_it_were
      wish_it_could wish_it_would wish_it_came wish_they_had wish_they_would wish_they'd
      wish_they_made wish_there_was wish_there_were wish_you_could wish_you_would wish_you'd
      if_only_it if_only_there if_only_they would_be_nice would_be_nice_if would_be_great_if
      it_would_be_great would_be_good_if would_be_cool_if would_be_awesome would_be_perfect_if
      would_love_to_see would_love_if i'd_love_to_see love_to_see_a would_love_an_option
      would_like_to_see like_to_see hope_they_add hope_you_add hoping_for_an_update please_add
      please_add_a pls_add can_you_add could_you_add can_we_get can_we_please can_we_have
      please_bring please_bring_back please_make bring_back please_consider please_implement
      please_support please_release please_give_us please_let_us should_add should_have_a
      should_let_us should_be_able_to why_isn't_there why_is_there_no why_can't_i why_can't_we
      why_don't_you feature_request suggestion: feature_suggestion needs_a needs_an needs_more
      needs_an_option needs_to_have an_option_to option_to dark_mode all_it_needs
      only_thing_missing the_only_thing_missing just_needs missing_is`,
  },
  {
    id: 'cancels',
    kind: 'act',
    side: -1,
    ja: `解約した 解約しま 解約する 解約します 解約して 解約しよ 解約したい 解約手続 解約済 解約決
      解約を 解約 退会した 退会しま 退会する 退会します 退会しよ 退会して 退会手続 退会
      アンインストール アンインスト アンスコ アンイン 消した アプリ消 削除した 削除しま
      サブスクやめ サブスク解約 サブスク切 やめました やめた やめます やめる やめよう やめようかな
      やめたい 辞めた 辞めます 辞める 辞めよう 辞めたい キャンセルした キャンセルしま
      キャンセルする キャンセルしたい キャンセルで キャンセルお願 キャンセル料かか 契約解除
      契約更新しな 更新しな 更新しません 更新やめ 引退 いんたい 引退しま 引退した 卒業する推し
      担降り 他界隈 切った 課金やめ 不買`,
    en: `i_cancelled i_canceled cancelled_my_subscription canceled_my_subscription
      cancelled_my_membership canceled_my_membership cancelled_my_account canceled_my_account
      cancelling_my canceling_my cancel_my cancel_my_subscription cancel_my_account
      cancel_my_order cancel_my_membership cancelling canceling cancelled_it canceled_it
      just_cancelled just_canceled want_to_cancel need_to_cancel going_to_cancel gonna_cancel
      cancel_it cancel_subscription cancel_the unsubscribe unsubscribed unsubscribing uninstall
      uninstalled uninstalling deleted_the_app delete_the_app deleting_the_app delete_my_account
      deleted_my_account deleting_my_account deactivated_my close_my_account closed_my_account
      closing_my_account quit_the quitting not_renewing won't_be_renewing won't_renew didn't_renew
      terminate terminated_my ended_my_subscription stopped_using stopped_going stopped_watching
      stopped_buying stop_using stop_buying unfollowed unfollowing gave_up_on dropped_this i'm_out`,
  },
  {
    id: 'switches',
    kind: 'act',
    side: 0,
    ja: `乗り換え のりかえ 乗り換えよ 乗り換える 乗り換えま 乗り換えて 乗り換え検討 乗換え
      切り替え 切り替えた 切り替えよ 変えた 替えた 変えました 替えました 変えます 変えよう
      変えようかな 変えたい 変えて正解 変えてよかった 変えて良かった に変えたら に替えたら
      から変え から替え から移行 に移行 移行した 移行しま 引っ越し先 他社に 他のとこ 他の店に 他店
      別の会社 別のところに 別の店 機種変 きしゅへん mnp 浮気しよ 鞍替え`,
    en: `switch_to switched_to switching_to switched_from switching_from switch_from
      made_the_switch making_the_switch switched_over switching_over switched switch_provider
      switching_provider switch_providers switching_providers switch_banks switching_banks
      moved_to_a moving_to_a moved_over_to moving_over_to moved_away_from moving_away_from
      migrated_to migrating_to migrate_to changed_to changing_to changed_provider
      changing_provider change_provider replaced_it_with replaced_with jumped_ship jumping_ship
      jump_ship taking_my_business took_my_business take_my_business business_elsewhere
      going_elsewhere went_elsewhere going_to_a_competitor competitor defected_to trade-in`,
  },
  {
    id: 'threatens-to-leave',
    kind: 'act',
    side: -1,
    ja: `二度と買わ 二度と行か 二度と使わ 二度と利用し 二度と頼ま 二度と見 二度と観 二度と来
      二度と乗ら 二度と泊ま 二度と注文 二度と契約 二度とごめん 二度と御免 にどと 2度と もう買わな
      もう買いませ もう行かな もう行きませ もう使わな もう使いませ もう頼まな もう頼みませ
      もう利用しな もう利用しませ もう来な もう来ませ もう見な もう乗らな もう泊まらな もう二度
      次はない 次は無い 次はないな 次はないで リピなし リピはな リピートはな リピしな リピート無し
      リピ無し 再訪なし 再訪はな 再訪しな 縁を切 見限 見切りを 見切りつけ 愛想が尽き 愛想尽か
      愛想をつか 離れる 離れます 離れたくな さよなら さようなら さらば 出禁にして 訴える 訴訟
      消費者庁 国民生活センター 通報 通報し 晒します 拡散します 弁護士`,
    en: `never_again never_again_will never_going_back never_going_there never_coming_back
      never_buying never_buying_again never_buy_from never_using never_use_them never_use_again
      never_shopping never_shop never_ordering never_order_from never_flying never_fly
      never_staying never_stay never_eating never_return never_returning never_go_back
      never_step_foot never_set_foot won't_be_back will_not_be_back won't_be_going_back
      won't_be_returning will_not_return won't_return won't_be_buying will_not_buy won't_buy
      won't_buy_again wouldn't_buy_again won't_be_using won't_be_coming won't_use_them
      won't_be_ordering won't_order_again not_going_back not_coming_back not_buying_again
      not_using_them last_time_i last_time_i_buy last_time_i_use last_time_ordering
      first_and_last_time last_purchase lost_a_customer lost_my_business lost_me_as_a_customer
      lost_another_customer losing_a_customer losing_customers lost_a_loyal lose_a_customer
      done_with i'm_done_with so_done_with i_am_done_with goodbye_to good_riddance saying_goodbye
      leaving leaving_you leave_you i'm_leaving we're_leaving thinking_of_leaving
      thinking_of_cancelling thinking_of_canceling thinking_about_cancelling
      considering_cancelling considering_leaving considering_switching ready_to_cancel
      tempted_to_cancel about_to_cancel might_cancel might_switch might_have_to_switch
      time_to_switch time_to_leave time_to_find_another looking_for_another_provider ombudsman bbb
      my_lawyer reported_them reporting_you report_you`,
  },
  {
    id: 'comes-back',
    kind: 'act',
    side: 1,
    ja: `戻ってきた 戻ってきま 戻ってきちゃ 戻りました 出戻り でもどり 復帰した 復帰しま 復帰勢
      再開した 再開しま 再契約 再加入 再登録 再訪した 久しぶりに買 久々に買 久しぶりに行 久々に行
      久しぶりに食べ 久々に食べ 結局これに 結局ここに 結局戻 やっぱりこれ やっぱこれ やっぱりここ
      やっぱここ 一周回って 原点回帰`,
    en: `came_back_to come_back_to coming_back_to i'm_back we're_back back_to_my went_back_to
      going_back_to gone_back_to switched_back switching_back resubscribed re-subscribed rejoined
      re-joined reinstalled returned_to returning_customer back_again revisited revisiting
      back_on_the always_come_back always_go_back keep_going_back`,
  },
]
