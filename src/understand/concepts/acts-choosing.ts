import type { Act } from './concept.ts'

/** What authors do on the way to a thing: want, wonder, weigh, ask, order. */
export const CHOOSING_ACTS: readonly Act[] = [
  {
    id: 'wants',
    kind: 'act',
    side: 0,
    ja: `欲しい ほしい 欲しすぎ ほしすぎ 欲しく 欲しいな 欲しいんだけど 欲しくなっ 欲しくな ほしくな
      欲しいもの ほちい ほしみ 買いたい かいたい 買いてえ 行きたい いきたい 行ってみたい
      いってみたい 行きたすぎ 食べたい たべたい 食べてみたい 飲みたい 飲んでみたい 使ってみたい
      試したい 試してみたい 見たい 観たい 見てみたい 観てみたい 読みたい 読んでみたい やりたい
      やってみたい 着たい 履きたい 住みたい 泊まりたい 泊まってみたい 遊びたい 乗りたい 聴きたい
      憧れる 物欲 ぶつよく 欲しいものリスト 誰か買って 買ってくれ 誕プレに サンタさん`,
    en: `i_want want_one want_this want_it want_that want_to_try wanna_try want_to_buy wanna_buy
      want_to_get wanna_get want_to_go wanna_go want_to_visit want_to_see wanna_see want_to_read
      want_to_watch want_to_eat want_to_own i_need_this need_this need_it_in_my_life need_these
      want_these gimme dying_to_try would_love_to would_love_one would_love_a would_kill_for
      craving wishlist wish_list bucket_list on_my_list shut_up_and_take_my_money take_my_money
      dream_car dream_house i'd_love`,
  },
  {
    id: 'curious',
    kind: 'act',
    side: 0,
    ja: `気になる きになる 気になって 気になっ 気になり 気になりすぎ 気になってる 気になっている
      気になってきた 興味ある 興味あり 興味がある 興味が出 興味が湧 興味深い 興味津々 調べてみよ
      調べてみる 調べてる ググ 検討してみよ ちょっと見てみ 覗いてみ 試しに どんな感じなん
      どんな感じだろ どんな味なん どんな味だろ どうなんだろ どうなんやろ 何だろう 何これ なにこれ
      なんだこれ なんやこれ これなに これ何 どこのやつ どこで買え どこで買った どこに売って
      どこで売って どこの店`,
    en: `curious curious_about intrigued intrigued_by interested_in i'm_interested piqued_my_interest
      caught_my_eye caught_my_attention tempted so_tempted tempting wondering_about wonder_if
      i_wonder wonder_what wonder_how what_is_this what's_this what_is_that what_are_these
      anyone_know_what where_can_i_get where_can_i_buy where_can_i_find where_do_you_get
      where_do_i_get where_did_you_get where_did_you_buy where_do_you_buy where_is_this_from
      where's_this_from keep_hearing_about keep_seeing everyone_keeps_talking what's_the_deal_with
      what's_the_fuss what's_the_hype what's_all_the_fuss looks_interesting sounds_interesting
      looks_cool looks_fun looks_promising worth_a_look`,
  },
  {
    id: 'just-found-out',
    kind: 'act',
    side: 0,
    ja: `初めて知っ はじめて知っ 今知っ いま知っ 今さら知 今更知 さっき知っ 最近知っ ついさっき知
      知らなかった 知らんかった しらなかった しらんかった 知りませんで こんなのあるん
      こんなのあった こんなのある こんなんある こんなものが こんなサービス こんなアプリ こんな店
      あるんだ あるんや あったんだ 出てたんだ 出てたの 出るんだ 新発売 発売するらし 出るらし
      できるらし オープンするらし できたらしい できたみたい 新しくでき 見かけた みかけた 流れてき
      タイムラインで tlで見 広告で見 テレビで見 テレビで紹介 インスタで見 ティックトックで見
      tiktokで見 友達に教え 教えてもらった 発見した 発見! 見つけてしまっ 偶然見つけ`,
    en: `just_found_out just_discovered just_learned just_heard_about just_came_across came_across
      stumbled_upon stumbled_across stumbled_on just_saw_an_ad saw_an_ad saw_this_on saw_it_on
      discovered discovered_this i_just_found til today_i_learned had_no_idea didn't_know_there
      did_not_know_that didn't_know_that never_heard_of first_time_hearing first_i've_heard
      apparently_there's apparently_there_is turns_out_there new_place new_cafe new_restaurant
      just_opened opening_soon heard_about heard_good_things heard_great_things friend_told_me
      someone_told_me_about a_friend_recommended recommended_by_a_friend`,
  },
  {
    id: 'needs-new-one',
    kind: 'act',
    side: 0,
    ja: `買い替え 買い換え かいかえ 買い替えたい 買い替えどき 買い替え時 買い替えなきゃ 買い替えよう
      買い換えたい 乗り換えたい 新しいのが欲 新しいの欲 新しいの買 新しいのを買 新調 新しくしたい
      替え時 替えどき そろそろ買 そろそろ替 そろそろ新し 寿命かな 寿命かも 引っ越しするので
      引っ越しにあたって 必要になっ 必要に迫られ ないと困る 足りなくなっ 探してい 探してる 探し中
      探してます 探してて 探してるんだ 物色 いいのないか いいのない いいの無 いいのあ`,
    en: `need_a_new need_to_replace needs_replacing time_for_a_new time_to_replace time_to_upgrade
      due_an_upgrade due_for_an_upgrade looking_for looking_to_buy looking_to_get
      looking_to_switch looking_to_upgrade looking_into in_the_market_for on_the_hunt_for
      on_the_lookout hunting_for searching_for shopping_for shopping_around in_need_of
      need_something need_one need_a_good i_need_a in_search_of iso replacement_for
      an_alternative_to alternative_to alternatives_to any_alternatives`,
  },
  {
    id: 'compares',
    kind: 'act',
    side: 0,
    ja: `より安い より良い より使いやす 比べて 比べる 比べた ひかく 比較して 比較中 比較検討 見比べ
      くらべて vs どっち どちら どっちがい どちらがい どっちが良 どちらが良 どっちにし どちらにし
      どっちも どっちか どれがい どれが良 どれにし 違いは 違いが 違いって 何が違 なにが違 どう違
      か迷 とで迷 で迷って より使いや 二択 三択 一択 レビュー見 レビュー読 レビューを見 口コミ見
      口コミを見 口コミ調べ スペック表`,
    en: `compare compared compares comparing comparison compared_to compared_with versus vs vs.
      or_should_i which_one which_is_better which_one_is_better which_should_i which_one_should
      which_would_you whats_better what's_better is_better_than better_than_the worse_than_the
      difference_between what's_the_difference what_is_the_difference any_difference pros_and_cons
      head-to-head side_by_side stack_up stacks_up weighing_up shortlist shortlisted
      narrowed_it_down down_to_two between_these_two reading_reviews checking_reviews
      looked_at_reviews watching_reviews options_are`,
  },
  {
    id: 'hesitates',
    kind: 'act',
    side: 0,
    ja: `迷う 迷って 迷った 迷い中 迷ってい 迷ってます 迷いま 迷っちゃ まよう 悩む買 買おうか
      買おうかな 買うか悩 買うか迷 買うべきか 買うかどうか 行こうか迷 行くか迷 行くか悩 行くべきか
      契約しようか 入ろうか迷 検討中 検討して 検討しま 検討する 考え中 踏ん切り 決めかね
      決められな 決めきれ 決まらな 決断でき 様子見 ようすみ 様子を見 もう少し待 安くなったら 躊躇
      ためら 二の足 ポチる寸前 ポチりそう ポチろうか カートに入れたまま カートに入れて 背中を押し
      背中押し 必要かな`,
    en: `hesitat* undecided indecisive can't_decide cannot_decide can't_make_up_my_mind torn
      torn_between on_the_fence in_two_minds of_two_minds should_i_buy should_i_get should_i_go
      should_i_just_get should_i_upgrade should_i_switch should_i_wait should_i_try should_i_pull
      thinking_about_getting thinking_about_buying thinking_of_getting thinking_of_buying
      thinking_of_switching thinking_about_switching thinking_of_upgrading thinking_of_trying
      thinking_of_going thinking_about_it considering considering_buying considering_getting
      contemplating contemplat* debating_whether debating_if debating_between not_sure_if_i_should
      not_sure_whether not_sure_if_it's_worth unsure_whether is_it_worth_it is_it_worth
      is_it_worth_buying is_this_worth worth_it? worth_buying? worth_getting? is_it_any_good
      any_good? are_they_any_good is_it_good hold_off holding_off wait_and_see maybe_i_should
      sitting_in_my_cart in_my_cart in_my_basket talk_me_out_of talk_me_into convince_me
      sleep_on_it`,
  },
  {
    id: 'asks-price',
    kind: 'act',
    side: 0,
    ja: `いくら いくらです いくらくらい いくらぐらい おいくら いくらするの なんぼ なんぼする 値段は
      値段って 値段いくら 値段教え 値段を教え 価格は 価格教え 料金は 料金って 料金教え 料金を教え
      料金プラン 費用は 費用って 費用はどれ 相場は 相場って 何円 月々いくら 送料は 送料いくら
      送料って 税込み? 割引あり 割引はあり クーポンあり 学割あり 見積 見積もり`,
    en: `how_much how_much_is how_much_does how_much_are how_much_do how_much_did how_much_would
      how_much_for what's_the_price what_is_the_price what_does_it_cost what's_the_cost
      what_would_it_cost price? any_discount any_discounts any_deals is_there_a_discount
      student_discount? do_you_offer_a_discount price_range price_check what_are_the_fees
      price_list get_a_quote quote_for`,
  },
  {
    id: 'asks-stock',
    kind: 'act',
    side: 0,
    ja: `在庫はあり 在庫あります 在庫はい 在庫ありま 在庫状況 在庫確認 在庫を教え 再入荷は
      再入荷の予定 再入荷いつ 再販は 再販の予定 再販あり 再販いつ 再販して 入荷予定 いつ入荷
      いつ発売 いつから いつまで まだあり まだありま まだ買え? まだ売って? 取り扱い 取扱い
      取り扱って 置いてます 売ってます? 予約できます 予約でき? 空きはあり 空いてます 空きあり
      何時まで 何時から 営業時間 定休日`,
    en: `do_you_have_any do_you_have_this do_you_have_it do_you_still_have do_you_sell do_you_stock
      do_you_carry is_it_available is_this_available still_available? is_it_in_stock any_in_stock
      when_will_it_be_back when_is_it_back when_will_you_restock restock? when_does_it_come_out
      when_is_it_coming when_is_the_release release_date when_can_i_order is_there_availability
      any_availability any_slots any_tables opening_hours what_time_do_you are_you_open
      do_you_ship do_you_deliver ship_to international_shipping ship_internationally available_in`,
  },
  {
    id: 'asks-compatibility',
    kind: 'act',
    side: 0,
    ja: `対応してます 対応していま 対応してる? 対応してますか 対応していますか 対応しているか
      対応機種 使えますか 使えます? 使えるか 使えるの でも使え でも使える? 一緒に使え 併用でき
      接続できます つなげます 繋げます 互換性はあ 互換性あり 互換ありま 入りますか 合いますか
      合うか 合うかな 取り付けでき 取付可能`,
    en: `does_it_work_with does_this_work_with do_these_work_with will_it_work_with will_this_work
      will_it_work is_it_compatible is_this_compatible compatible_with_my? does_it_support
      does_this_support do_you_support does_it_fit will_it_fit will_this_fit would_this_fit
      does_it_have does_this_have does_it_come_with does_this_come_with does_it_come_in
      can_it_handle can_it_run can_i_use_it_with can_i_use_this_with can_you_use_it
      can_this_be_used is_it_waterproof is_it_suitable is_it_safe_for`,
  },
  {
    id: 'means-to-buy',
    kind: 'act',
    side: 0,
    ja: `買おう 買うぞ 買うわ 買うつもり 買う予定 買います 買うしかな 買うことにし 買うことに決
      買うと決め 買いに行 買いにいく 買ってくる 買ってきま 買ってみよ 買ってみる 買ってみます
      絶対買う ぜったい買う 次は買う 明日買う 今度買う 給料日に買う 給料入ったら買 ボーナスで買
      購入予定 購入しよう 購入決定 購入を決め 即決 注文しよう 注文する 注文します 頼もう
      頼んでみよ 予約しよう 予約する 予約します 予約する予定 予約したい 申し込も 申し込む
      申し込みます 契約しよう 契約する 契約します 入会しよ 登録しよう 登録する 課金しよ 課金する
      行く予定 行くつもり 行くことにし 行ってみよ 行ってみる 行ってみます 行ってきます 観に行
      見に行 食べに行 泊まる予定 ポチる ポチろう ぽちる お迎えしたい お迎えし お迎えする 買い足
      大人買い 箱買い 衝動買い`,
    en: `going_to_buy gonna_buy going_to_get_one gonna_get_one going_to_order gonna_order
      going_to_try gonna_try will_buy will_be_buying i'll_buy i'll_order i'll_get i'll_take
      i'll_be_getting i'll_have_to_try i'll_try planning_to_buy planning_to_get planning_on_buying
      planning_on_getting plan_to_buy plan_on_buying planning_a_trip intend_to_buy about_to_buy
      about_to_order about_to_purchase about_to_book ready_to_buy ready_to_order ready_to_purchase
      decided_to_buy decided_to_get decided_to_go decided_on i'm_getting_one i'm_buying
      i'm_getting getting_one_for buying_one buying_this buying_it instant_buy day_one_purchase
      must_buy have_to_buy have_to_get_one need_to_buy need_to_order need_to_get_one need_to_book
      gotta_get gotta_have gotta_buy gotta_try want_to_order would_like_to_order like_to_order
      would_like_to_buy would_like_to_book like_to_book i'd_like_to_book i'd_like_to_buy
      book_a_table book_a_room make_a_reservation going_to_book signing_up sign_me_up
      going_to_sign_up add_to_cart adding_to_cart take_the_plunge take_my_order pull_the_trigger
      heading_to_buy off_to_buy splurge splurging saving_up_for saving_for`,
  },
  {
    id: 'ordered',
    kind: 'act',
    side: 0,
    ja: `ポチった ポチっ ポチりま ポチってしま ポチ ぽちった ぽちっ 注文した 注文しま 注文して
      注文完了 注文しちゃ 頼んだ 頼みました 頼んじゃ 買った かった! 買いました 買っちゃ 買ってしま
      買ってき 買ってもら 購入した 購入しま 購入して 購入させ お買い上げ 購入済 決済した 契約しま
      申し込みま 申込 登録しま サブスクし 課金しま 課金しちゃ 予約しま 予約済 お迎えした
      お迎えしま 落札した 落札 機種変しま`,
    en: `just_ordered i_ordered ordered_a ordered_one ordered_it ordered_this ordered_my
      ordered_the ordered_two have_ordered i've_ordered placed_an_order placed_my_order
      put_in_an_order just_bought i_bought bought_a bought_one bought_it bought_this bought_my
      bought_the bought_these bought_two i've_bought have_bought got_myself treated_myself
      just_purchased i_purchased purchased_a purchased_this purchased_it i've_purchased
      picked_up_a picked_one_up picked_up_my invested_in splurged_on finally_got finally_bought
      finally_caved caved_and pulled_the_trigger took_the_plunge bit_the_bullet i_booked booked_it
      signed_up_for just_joined i_joined impulse_bought impulse_buy impulse_purchase new_toy
      copped`,
  },
  {
    id: 'pre-ordered',
    kind: 'act',
    side: 0,
    ja: `予約開始 予約注文 先行予約 予約購入 予約特典 予約受付 発売日に買 発売日に届 事前登録
      先行販売 先行抽選 抽選申し込 抽選に申し込 応募しま エントリーし`,
    en: `pre-order* preorder* pre-ordered reserved_mine reserved_a_copy release_day launch_day
      day_one_copy joined_the_waitlist on_the_waitlist on_the_waiting_list entered_the_draw`,
  },
]
