import type { Claim } from './concept.ts'

/** Delivery, waiting, punctuality, stock and bookings. */
export const TIME_CLAIMS: readonly Claim[] = [
  {
    id: 'arrives-late',
    kind: 'claim',
    side: -1,
    name: { ja: '遅れる', en: 'is late' },
    ja: `届かない 届かなかっ 届きません 届かねえ 届いてない 届いていない 届いてません 届いていません
      とどかない 来ないんだが 来ません まだ来ない まだ来て まだ届 いつまで経っても届
      いつまでたっても来 いつになったら届 いつになったら来 いつ届くの 配達が遅 配送が遅 配送遅
      発送が遅 発送遅 発送されな 発送されてな 到着が遅 遅れて届 遅延 遅れて 遅れてる 遅れます
      遅れました 遅れが 遅れた 遅れる 遅配 延着 電車が遅 電車遅 電車止ま 電車が止ま バスが来な
      バス来な 運転見合わせ 運休 ダイヤ乱れ ダイヤが乱 欠航 機材繰り 納期が遅 納期遅 納期が守
      期日を過ぎ 予定日を過ぎ 予定より遅 指定した時間に来 時間指定し 時間通りに来な
      時間通りに届かな 指定日に届 未着 延期 先延ばし`,
    en: `late_delivery delivered_late arrived_late came_late turned_up_late showed_up_late
      is_late_again late_again running_late hours_late minutes_late mins_late days_late weeks_late
      delay delays delayed delaying hasn't_arrived haven't_arrived has_not_arrived not_arrived
      still_hasn't_arrived still_hasn't_come still_not_here still_not_arrived never_arrived
      never_turned_up never_showed_up never_came never_delivered didn't_arrive did_not_arrive
      didn't_turn_up didn't_show_up hasn't_shown_up hasn't_come_yet not_been_delivered
      hasn't_been_delivered haven't_received have_not_received not_received never_received
      still_haven't_received still_waiting_for_my_order still_waiting_for_my_parcel
      still_waiting_for_my_package still_waiting_for_delivery where_is_my_order where's_my_order
      where_is_my_package where's_my_package where_is_my_parcel where's_my_parcel not_shipped
      hasn't_shipped still_hasn't_shipped supposed_to_arrive was_supposed_to_be_delivered
      should_have_arrived should_have_been_delivered missed_delivery missed_my_connection
      missed_our_connection overdue held_up_at behind_schedule pushed_back postponed
      stuck_in_customs stuck_in_transit slow_delivery slow_shipping`,
  },
  {
    id: 'lost-in-delivery',
    kind: 'claim',
    side: -1,
    name: { ja: '正しく届かない', en: 'arrives damaged or wrong' },
    ja: `紛失され 紛失した 荷物がなくな 荷物がない 荷物なくな 荷物が行方 行方不明 ロストバゲージ
      ロスバゲ 誤配 誤配送 別の商品が届 違う商品が届 違うものが届 違うのが届 違う色が届
      間違った商品 間違ったもの 商品間違い 入ってなかっ 入っていなかっ 足りなかった 欠品してた
      数が足り 付属品がな 部品が足り 部品がな 部品が欠 置き配盗 盗まれた荷物 箱が潰 箱がつぶ
      箱がボコ 箱ボコ 潰れて届 つぶれて届 割れて届 壊れて届 傷だらけ 傷がつい 傷あり 傷が入 凹んで
      凹んでた へこんで 梱包雑 梱包が甘 梱包がひどい 開封済 使用済みっぽ 中古品が届 中古が届
      中身が空 空箱が`,
    en: `lost_my_package lost_my_parcel lost_my_luggage lost_our_luggage lost_luggage lost_baggage
      lost_my_bags lost_our_bags lost_in_transit lost_in_the_post lost_in_the_mail lost_parcel
      lost_package missing_package missing_parcel went_missing gone_missing wrong_item
      wrong_product wrong_one_arrived sent_me_the_wrong sent_the_wrong delivered_to_the_wrong
      wrong_address wrong_house delivered_to_a_neighbour missing_parts missing_pieces
      missing_items missing_item item_missing items_missing parts_missing incomplete_order
      arrived_damaged damaged_in arrived_smashed arrived_cracked came_damaged was_damaged dented
      dents scratched scratches smashed_to_bits bad_packaging already_opened already_been_opened
      used_item was_clearly_used empty_box left_in_the_rain left_it_in_the_rain threw_it_over
      marked_as_delivered says_delivered says_it_was_delivered porch_pirate* package_stolen`,
  },
  {
    id: 'arrives-early',
    kind: 'claim',
    side: 1,
    name: { ja: '早く届く', en: 'arrives early' },
    ja: `早く届 早く着 早く来た 早くに届 もう届 もう来た もう着いた 翌日届 翌日に届 次の日に届
      次の日には届 即日届 即日発送 即発送 当日届 すぐ届 すぐに届 すぐ来た 予定より早
      思ったより早く 思ってたより早く 発送が早 発送が速 発送早 発送も早 発送も迅速 配送が早
      配送が速 配送早 配達が早 迅速な発送 迅速発送 時間通り 時間どおり 時間ぴったり 定刻通り
      定刻どおり きれいな状態で届 綺麗な状態で届 無事届 無事に届 無事到着 無事に到着`,
    en: `arrived_early came_early delivered_early early_delivery ahead_of_schedule ahead_of_time
      earlier_than_expected quicker_than_expected faster_than_expected sooner_than_expected
      next-day_delivery same-day_delivery arrived_next_day arrived_the_next_day came_the_next_day
      came_next_day delivered_next_day fast_delivery quick_delivery speedy_delivery fast_shipping
      quick_shipping super_fast_shipping fast_dispatch shipped_quickly shipped_fast
      arrived_quickly arrived_fast arrived_on_time delivered_on_time delivery_was_quick
      delivery_was_fast on-time right_on_time bang_on_time on_schedule punctual arrived_safely
      arrived_in_perfect arrived_in_one_piece`,
  },
  {
    id: 'waits-for-ages',
    kind: 'claim',
    side: -1,
    name: { ja: '待たせる', en: 'keeps people waiting' },
    ja: `待たされ 待たせ 待ち時間が長 待ち時間長 待ち時間がやば 待ち時間が異常 待ちくたびれ
      待ちぼうけ 待ってるのに 待っても来な 待っても出て 待てど暮らせど いつまで待た いつまで待てば
      どんだけ待た どれだけ待た 何時間待 何時間も 1時間待 一時間待 2時間待 二時間待 3時間待 30分待
      40分待 一時間以上 1時間以上 2時間以上 提供が遅 提供遅 料理が来な 料理が出てこ 料理が遅
      注文してから 注文したのに来 会計が遅 レジが遅 レジ待ち レジ並 予約したのに待 予約の意味
      予約してるのに 順番が来な 診察まで`,
    en: `waited_ages waited_for_ages waited_forever waiting_forever waiting_for_ages waiting_ages
      wait_forever waited_over_an_hour waited_an_hour waited_two_hours waited_hours
      waited_for_hours waiting_for_hours waiting_over_an_hour waiting_an_hour waited_45
      waited_30_minutes waited_40 waited_an_eternity waited_so_long long_wait long_wait_times
      wait_times_are wait_time_was wait_was_ridiculous hour_wait 2_hour_wait two_hour_wait
      hours_of_waiting kept_us_waiting kept_me_waiting kept_waiting made_us_wait made_me_wait
      still_waiting sick_of_waiting tired_of_waiting how_long_do_i_have_to_wait took_an_hour
      took_over_an_hour took_hours took_two_hours took_weeks took_months took_three_weeks
      sat_waiting sat_there_for stood_there_for waiting_list waited_weeks waited_months`,
  },
  {
    id: 'queue',
    kind: 'claim',
    side: 0,
    name: { ja: '並ぶ', en: 'has a queue' },
    ja: `行列 並んだ 並ぶ 並びま 並んでる 並ばな 待機列 整理券 順番待ち 入場待ち 開店待ち 何人待ち
      組待ち 物販列 最後尾 ファストパス`,
    en: `queue queues queuing queueing queued long_line long_lines long_queue long_queues
      line_is_long lined_up lining_up line_out_the_door queue_out_the_door stood_in_line
      standing_in_line waiting_in_line wait_in_line stand_in_line in_line_for in_the_queue
      back_of_the_queue virtual_queue number_in_the_queue`,
  },
  {
    id: 'cancelled-on',
    kind: 'claim',
    side: -1,
    name: { ja: '取りやめになった', en: 'was cancelled' },
    ja: `キャンセルされ 勝手にキャンセル 一方的にキャンセル 一方的にキャンセ 注文取り消され
      注文キャンセルされ 予約を取り消され 予約が取れてな 予約が入ってな 予約されてな 予約取れてな
      予約入ってな 中止になっ 中止になり 中止決定 中止だ 中止かよ 開催中止 公演中止 欠航になっ
      運休になっ 臨時休業 休業して 休みだった 閉まってた 閉まって 閉店してた 閉店して 閉店しちゃ
      閉店のお知らせ 閉店 廃止 廃止され 廃業 廃盤 生産終了 販売終了 終売 サービス終了 サ終
      配信終了 打ち切り 打ち切られ ドタキャン どたきゃん すっぽかされ すっぽかし`,
    en: `cancelled_on_me cancelled_on_us cancelled_my_order cancelled_our_order cancelled_my_flight
      cancelled_our_flight cancelled_my_booking cancelled_our_booking canceled_my_order
      canceled_my_flight canceled_our_flight canceled_on_me was_cancelled was_canceled
      been_cancelled been_canceled got_cancelled got_canceled is_cancelled is_canceled
      flight_cancelled flight_canceled flight_cancelled_again train_cancelled trains_cancelled
      cancelled_last_minute canceled_last_minute cancelled_at_the_last_minute cancelled_without
      called_off didn't_have_our_reservation no_record_of lost_our_reservation lost_my_reservation
      lost_our_booking lost_my_booking stood_me_up stood_us_up no-show flaked flaked_on was_closed
      is_closed closed_down closing_down shut_down shutting_down shut_its_doors discontinued
      discontinuing axed scrapped`,
  },
  {
    id: 'overbooked',
    kind: 'claim',
    side: -1,
    name: { ja: '予約が取れない', en: 'is fully booked' },
    ja: `オーバーブッキング ダブルブッキング 過剰予約 予約が取れな 予約取れな 予約がとれな
      予約できな 予約でいっぱい 予約が埋ま 予約埋ま 予約いっぱい 満員 満員御礼 定員オーバー
      チケット取れな チケットが取れな 落選 抽選外れ 抽選はずれ 抽選に外れ 外れた 全滅した 全落ち
      転売ヤー 転売屋 転売 てんばい テンバイヤー`,
    en: `overbooked over-booked overbooking double-booked bumped_from bumped_off fully_booked
      booked_up booked_solid no_availability no_tables can't_get_a_reservation can't_get_tickets
      couldn't_get_tickets didn't_get_tickets no_tickets scalper* scalping resellers touts
      at_capacity`,
  },
  {
    id: 'out-of-stock',
    kind: 'claim',
    side: -1,
    name: { ja: '品切れ', en: 'is out of stock' },
    ja: `売り切れ うりきれ 売切れ 売り切れて 完売 品切れ しなぎれ 品薄 在庫切れ 在庫がな 在庫なし
      在庫ない 在庫無し 欠品 入荷待ち 入荷未定 再入荷未定 再販しな どこにも売ってな どこにもな
      どこも売ってな どこにも置いてな 売ってない 売ってなかっ 手に入らな 手に入りにく 入手困難
      買えない 買えなかっ 買えません 瞬殺 秒で売り切れ 秒で完売 即完 即完売 争奪戦 売り切れごめん`,
    en: `sold-out out-of-stock not_in_stock no_stock none_in_stock never_in_stock unavailable
      not_available isn't_available no_longer_available can't_find_it_anywhere can't_find_any
      can't_find_one nowhere_to_be_found hard_to_find impossible_to_find impossible_to_get
      couldn't_get_one can't_get_one can't_get_hold_of back-ordered backorder backordered
      back-order sold_out_in_minutes sold_out_instantly shelves_are_empty empty_shelves shortage
      shortages waitlisted ran_out_of_stock`,
  },
  {
    id: 'in-stock',
    kind: 'claim',
    side: 1,
    name: { ja: '在庫がある', en: 'is in stock' },
    ja: `在庫あり 在庫があ 在庫復活 再入荷 再販 再販決定 入荷しま 入荷した まだ買え まだ売って
      まだあった 売ってた 売ってました 見つけた 買えた! 買えました 買えちゃ 手に入った 手に入れた
      手に入りま ゲットした ゲットしま ゲットでき げっつ 確保した 確保でき`,
    en: `back_in_stock in_stock restocked restock still_available available_now available_again
      now_available out_now found_one finally_found got_my_hands_on managed_to_get managed_to_find
      managed_to_grab managed_to_snag snagged scored_a scored_some nabbed grabbed_the_last`,
  },
  {
    id: 'schedule-conflict',
    kind: 'claim',
    side: -1,
    name: { ja: '間に合わない', en: 'is too late' },
    ja: `間に合わな 間に合いま 間に合わん 遅刻した 遅刻しそう 遅刻しま 遅刻だ 遅刻確定 寝坊 寝過ごし
      乗り遅れ 乗り過ごし 乗り損ね 逃した 逃しま 見逃した 見逃し 聞き逃し 出遅れ 予定が合わな
      予定が被 日程が合わな 都合が合わな 時間がな 時間ない 時間が足り 時間足り 締め切り 締切 〆切
      納期が`,
    en: `running_out_of_time no_time ran_out_of_time missed_the_bus missed_the_train missed_my_bus
      missed_my_train missed_my_flight missed_the_flight missed_our_flight missed_the_deadline
      missed_the_start overslept slept_in_and slept_through late_for_work late_for_school
      late_to_work i'm_late gonna_be_late too_late_to scheduling_conflict can't_make_it
      couldn't_make_it won't_make_it deadline deadlines short_notice`,
  },
  {
    id: 'in-time',
    kind: 'claim',
    side: 1,
    name: { ja: '間に合う', en: 'is in time' },
    ja: `間に合った 間に合いました 間に合って 滑り込みセーフ すべりこみ ギリギリセーフ ぎりぎりセーフ
      時間に余裕 早起きした 早起きでき 早めに着 早く着きすぎ`,
    en: `just_in_time made_it_in_time in_the_nick_of_time made_it_on_time made_the_deadline
      made_it_just with_time_to_spare caught_the_last early_for_once`,
  },
]
