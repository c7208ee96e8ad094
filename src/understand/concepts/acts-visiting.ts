import type { Act } from './concept.ts'

/** What customers do around buying: book, visit, join, return, renew, sell on, finish. */
export const VISITING_ACTS: readonly Act[] = [
  {
    id: 'books',
    kind: 'act',
    side: 0,
    ja: `予約した 予約しました 予約しちゃ 予約済み 予約取れた 予約が取れた 予約とれた 予約取った
      予約完了 宿取った ホテル取った 席取った 申し込みました 申し込んだ 申込完了`,
    en: `booked_a booked_my booked_our just_booked i've_booked we've_booked have_booked
      got_a_reservation made_a_reservation made_reservations reserved_a reserved_our booked_in_for
      signed_up_for_a`,
  },
  {
    id: 'visits',
    kind: 'act',
    side: 0,
    ja: `行ってきた 行ってきました 行って来た 行って来ました 行ってまいりました 訪れた 訪れました
      訪問しました お邪魔しました おじゃましました 来店しました 来ました! 遊びに行った 泊まった
      泊まりました 宿泊しました 初訪問 再訪 食べてきた 見てきた 観てきた`,
    en: `visited we_visited went_to_the went_here dined_here ate_here stayed_here we_stayed
      stopped_by popped_in dropped_in_at checked_out_the_new first_visit second_visit
      been_here_a_few_times just_got_back_from`,
  },
  {
    id: 'joins',
    kind: 'act',
    side: 0,
    ja: `入会した 入会しました 会員になっ 登録した 登録しました 会員登録した 加入した 加入しました
      契約した 契約しました 使い始め つかい始め 導入した 導入しました デビューした 課金した
      課金しました`,
    en: `signed_up just_signed_up joined_the became_a_member registered_for subscribed_to
      just_subscribed i_subscribed started_using just_started_using new_customer new_user
      newbie_here just_installed just_downloaded opened_an_account`,
  },
  {
    id: 'renews',
    kind: 'act',
    side: 1,
    ja: `更新した! 契約更新した 契約更新しました 継続する 継続しま 継続して利用 継続決定 継続課金
      これからも使 これからも通 これからも利用 使い続け つかい続け ずっと使います 今年も継続
      年間パス更新`,
    en: `renewed_my renewing_my just_renewed will_renew will_be_renewing renewed_for_another
      will_continue_to_use will_keep_using continue_using staying_with_them sticking_with
      will_keep_coming keep_coming_back`,
  },
  {
    id: 'upgrades',
    kind: 'act',
    side: 0,
    ja: `機種変した 機種変しました 機種変更した 機種変更しました 買い替えた 買い替えました
      買い換えた 買い換えました 買いかえた 新調した 新調しました 乗り換えた 乗り換えました
      アップグレードした グレードアップした`,
    en: `upgraded_my upgraded_from upgraded_to just_upgraded upgrading_to traded_in traded_up_to
      replaced_my_old replaced_my replacing_my_old bought_to_replace got_a_new_phone`,
  },
  {
    id: 'returns-item',
    kind: 'act',
    side: -1,
    ja: `返品した 返品しました 返品します 返品する 返品予定 返品しようと 返品しようか 返品決定
      返品手続 返送した 返送しました 交換してもらった 交換をお願い 突き返し クーリングオフした`,
    en: `returned_it returning_it sent_it_back sending_it_back going_back_to_the_shop took_it_back
      taking_it_back sending_them_back returned_them returning_them straight_back it's_going_back
      had_to_return had_to_send_it_back will_be_returning`,
  },
  {
    id: 'reports-to-company',
    kind: 'act',
    side: -1,
    ja: `問い合わせた 問い合わせました 問合せました 問い合わせ中 問い合わせてみ 電話した
      電話しました 電話したら クレーム入れ クレームを入れ 苦情を入れ 苦情入れ 苦情を言 報告した
      報告しました 通報した 通報しました 消費者センター 消費生活センター`,
    en: `contacted_customer contacted_support contacted_the_company called_customer called_support
      emailed_them emailed_customer raised_a_complaint made_a_complaint filed_a_complaint
      submitted_a_ticket opened_a_ticket raised_a_ticket reported_it_to reported_this_to
      complained_to escalated_to trading_standards better_business_bureau wrote_to_the`,
  },
  {
    id: 'takes-legal-steps',
    kind: 'act',
    side: -1,
    ja: `訴えます 訴えてやる 訴訟を起こ 訴訟起こ 弁護士に相談 弁護士を立て 法的措置 法的手段
      警察に相談 警察に届 警察に通報 被害届 内容証明 集団訴訟 少額訴訟`,
    en: `sue_them suing_them going_to_sue will_sue i'll_sue taking_legal_action take_legal_action
      legal_action small_claims class_action class-action contacted_a_lawyer contacting_my_lawyer
      my_solicitor police_report filed_a_police reported_to_the_police see_you_in_court`,
  },
  {
    id: 'gives-as-present',
    kind: 'act',
    side: 0,
    ja: `プレゼントした プレゼントしました プレゼントに買 プレゼント用に プレゼント用で 贈りました
      贈った 贈り物に ギフトに買 ギフト用に お土産に買 おみやげに買 手土産に 差し入れに 母の日に買
      父の日に買 誕生日プレゼントに買 お祝いに買`,
    en: `bought_as_a_gift bought_this_as_a_gift bought_for_my bought_this_for_my got_this_for_my
      gifted_this gifted_it_to gave_it_to_my bought_it_for_my as_a_present christmas_present_for
      birthday_present_for as_a_birthday_gift as_a_christmas_gift stocking_filler stocking_stuffer
      housewarming`,
  },
  {
    id: 'got-as-present',
    kind: 'act',
    side: 0,
    ja: `プレゼントされた プレゼントでもらった プレゼントしてもら もらいもの 頂き物 いただきもの
      買ってもらった 買ってもらいました 贈られてき ギフトでもら`,
    en: `got_as_a_gift got_this_as_a_gift received_as_a_gift received_this_as_a_gift
      was_given_this was_gifted my_husband_bought_me my_wife_bought_me my_mum_bought_me
      my_mom_bought_me got_it_for_christmas got_it_for_my_birthday christmas_gift_from
      birthday_gift_from`,
  },
  {
    id: 'was-recommended',
    kind: 'act',
    side: 0,
    ja: `勧められて 勧められた すすめられて すすめられた 薦められて オススメされて おすすめされて
      おすすめされた 友達に教えて 友人に教えて 口コミを見て 口コミ見て レビューを見て レビュー見て
      インスタで見て tiktokで見て テレビで見て 紹介されて`,
    en: `was_recommended recommended_to_me recommended_by_a recommended_by_my came_recommended
      came_highly_recommended friend_recommended saw_it_on_tiktok saw_this_on_tiktok
      saw_it_on_instagram tiktok_made_me after_reading_the_reviews based_on_the_reviews
      read_good_reviews`,
  },
  {
    id: 'passes-on-buying',
    kind: 'act',
    side: -1,
    ja: `買うのやめ 買うのをやめ 買うのは止め 購入をやめ 購入を見送 購入断念 スルーする スルー安定
      今回はパス 今回はいいかな 買わないことに 行くのやめ 行くのをやめ 今回は見送 購入見送
      購入を諦め 購入をあきらめ`,
    en: `decided_against decided_not_to_buy decided_not_to_get not_going_to_buy i'll_pass
      gonna_pass gonna_skip going_to_skip skipping_this skipping_it giving_it_a_miss not_buying_it
      talked_myself_out_of changed_my_mind_about_buying abandoned_my_cart`,
  },
  {
    id: 'waits-for-sale',
    kind: 'act',
    side: 0,
    ja: `セール待ち セールまで待 セールを待 安くなったら買 安くなるまで待 安くなるのを待
      値下がり待ち 値下げ待ち 値下げを待 型落ち待ち 型落ちを狙 ブラックフライデーまで
      ブラックフライデー待 プライムデー待 給料日まで待 ボーナス出たら`,
    en: `waiting_for_a_sale wait_for_a_sale wait_for_the_sale waiting_for_the_sale
      wait_for_the_price waiting_for_the_price when_it_goes_on_sale if_it_goes_on_sale
      until_it_goes_on_sale wait_for_black_friday waiting_for_black_friday waiting_for_prime_day
      wait_for_a_price_drop waiting_on_a_discount`,
  },
  {
    id: 'sells-on',
    kind: 'act',
    side: 0,
    ja: `売った 売りました 売却した 売却しました 売ってしまっ 売り払っ メルカリに出 メルカリで売
      メルカリ行き フリマに出 ヤフオクに出 手放した 手放しました 手放すこと 下取りに出 買取に出
      譲りま 譲った`,
    en: `sold_mine sold_it_on sold_my selling_mine put_it_up_for_sale listed_it_on got_rid_of
      got_rid_of_mine getting_rid_of parted_with gave_mine_away gave_it_away traded_mine
      passed_it_on`,
  },
  {
    id: 'tries-out',
    kind: 'act',
    side: 0,
    ja: `試してみた 試してみました 試した 試しました 試着した 試着しました 試食した 試乗した
      試乗しました 試聴 お試しで買 サンプルもら サンプルを使 体験してき 体験してみ 無料体験した
      トライアルを 使ってみた 使ってみました`,
    en: `tried_it_out trying_it_out tried_this_out tried_on trying_on tried_a_sample got_a_sample
      test_drove test_drive test-drove took_it_for_a_spin gave_it_a_try gave_it_a_go
      gave_this_a_try giving_it_a_go giving_it_a_try signed_up_for_the_trial trying_the_free
      first_impressions`,
  },
  {
    id: 'finishes',
    kind: 'act',
    side: 0,
    ja: `読み終わ 読み終え 読了 観終わ 見終わ 観了 視聴完了 全話見 一気見 いっきみ 一気読み
      完走した 完走しました クリアした クリアしました エンディング見た エンディングまで トロコン
      全クリ 使い切った 使い切りました 完食`,
    en: `finished_reading finished_watching just_finished finished_the_game finished_the_book
      finished_the_series finished_season binged binge-watched_it binged_the_whole
      completed_the_game beat_the_game beat_the_final platinumed credits_rolled read_it_in_one
      watched_the_whole used_it_all_up`,
  },
  {
    id: 'rates',
    kind: 'act',
    side: 0,
    ja: `星3つ 星4つ 星三つ 星四つ ★3 ★4 ★★★★☆ ★★★☆☆ ★★☆☆☆ 点数をつける 点数をつけ 個人的評価
      総合評価 10点中 100点満点中 評価は星 レビュー書 レビューを書 レビューします 口コミ書
      口コミを書 採点`,
    en: `my_rating my_review i_rate_it i'd_rate i_would_rate i'd_give_it i'd_give_this i_give_it
      i_give_this three_stars 3_stars four_stars 4_stars 3/5 4/5 6/10 7/10 8/10 out_of_five_stars
      out_of_10 out_of_ten writing_a_review leaving_a_review my_honest_review`,
  },
  {
    id: 'fixes-oneself',
    kind: 'act',
    side: 0,
    ja: `自分で直 自分で修理 自力で直 自力で修理 自分で交換 自分で分解 分解して 分解してみ diyで
      自作した 自作しました 改造した 改造して 自己解決 自己解決しま 調べたら直 再起動したら直
      再インストールしたら 初期化したら`,
    en: `fixed_it_myself fixed_it_by repaired_it_myself diyed did_it_myself took_it_apart
      replaced_it_myself figured_it_out_myself found_a_workaround workaround turned_it_off_and_on
      factory_reset modded solved_it_myself`,
  },
]
