import type { Aspect } from './concept.ts'

/** How a business treats its customers: people, channels, dealings, terms. */
export const BUSINESS_ASPECTS: readonly Aspect[] = [
  {
    id: 'staff',
    kind: 'aspect',
    side: 0,
    name: { ja: 'スタッフ', en: 'staff' },
    ja: `スタッフ 店員 従業員 係の人 係員 職員 販売員 接客 店の人 お店の人 社員さん パートさん
      アルバイトの子 駅員 乗務員 仲居 人柄`,
    en: `staff staff_member staff_members employee employees shop_assistant sales_assistant
      sales_rep crew personnel workers_at team_members salesman saleswoman salesperson host_family`,
  },
  {
    id: 'customer-service',
    kind: 'aspect',
    side: 0,
    name: { ja: '顧客対応', en: 'customer service' },
    ja: `カスタマーサービス 顧客対応 客対応 お客様対応 アフターサービス アフターフォロー
      アフターケア 対応が サービスが サービス精神 おもてなし 接遇`,
    en: `customer_service customer_care aftercare after-sales after_sales_service hospitality
      client_service service_was service_is the_service customer_experience`,
  },
  {
    id: 'reception',
    kind: 'aspect',
    side: 0,
    name: { ja: '受付', en: 'reception' },
    ja: `受付 うけつけ フロントの人 窓口 カウンター チェックイン チェックアウト 案内所
      インフォメーション フロントの フロントで フロントが`,
    en: `reception receptionist receptionists front_desk check-in check-out_time checkin desk_clerk
      concierge information_desk front_office`,
  },
  {
    id: 'phone-line',
    kind: 'aspect',
    side: 0,
    name: { ja: '電話窓口', en: 'phone line' },
    ja: `電話窓口 コールセンター 電話対応 フリーダイヤル オペレーター 自動音声 電話口 電話番号
      電話がつなが 電話が繋が サポートダイヤル`,
    en: `phone_line phone_lines call_center call_centre helpline hotline phone_support
      telephone_support operators automated_menu phone_menu call_handler* phone_queue`,
  },
  {
    id: 'chat-support',
    kind: 'aspect',
    side: 0,
    name: { ja: 'チャット窓口', en: 'chat support' },
    ja: `チャットボット チャットサポート チャット対応 有人チャット チャット窓口 lineで問い合わせ
      aiチャット`,
    en: `live_chat chat_support chatbot chatbots chat_bot chat_agent webchat online_chat
      chat_window`,
  },
  {
    id: 'support',
    kind: 'aspect',
    side: 0,
    name: { ja: 'サポート', en: 'support' },
    ja: `サポート さぽーと サポート窓口 サポセン 問い合わせ 問合せ お問い合わせ ヘルプデスク
      カスタマーサポート テクニカルサポート 問い合わせフォーム`,
    en: `support support_team tech_support technical_support customer_support helpdesk help_desk
      support_ticket support_tickets contact_form support_staff support_agent inquiry enquiry
      enquiries`,
  },
  {
    id: 'complaint-handling',
    kind: 'aspect',
    side: 0,
    name: { ja: '苦情対応', en: 'complaint handling' },
    ja: `苦情対応 クレーム対応 苦情 くじょう クレーム 謝罪 しゃざい お詫び おわび 説明責任
      再発防止`,
    en: `complaint_handling complaints_department complaint complaints apology apologies
      complaints_procedure ombudsman escalation grievance*`,
  },
  {
    id: 'explanation',
    kind: 'aspect',
    side: 0,
    name: { ja: '説明', en: 'explanation' },
    ja: `説明が 説明も 説明は 説明を 丁寧な説明 事前説明 ご説明 案内が ご案内 アナウンス 事前連絡`,
    en: `explanation explanations explained_everything explained_the announcement announcements
      guidance briefing information_provided`,
  },
  {
    id: 'communication',
    kind: 'aspect',
    side: 0,
    name: { ja: '連絡', en: 'communication' },
    ja: `連絡が 連絡も ご連絡 返信 へんしん 返事 折り返し やり取り やりとり 報連相 意思疎通
      コミュニケーション`,
    en: `communication communicating communicative correspondence replies_to response_from
      call_back callback email_reply point_of_contact being_kept_informed`,
  },
  {
    id: 'reservation',
    kind: 'aspect',
    side: 0,
    name: { ja: '予約', en: 'reservation' },
    ja: `予約 よやく ご予約 予約サイト ネット予約 予約システム 予約枠 席予約 予約方法 web予約
      電話予約`,
    en: `reservation reservations booking bookings booking_system booking_process booking_site
      appointment appointments pre-booking book_a_table book_a_room`,
  },
  {
    id: 'waiting-time',
    kind: 'aspect',
    side: 0,
    name: { ja: '待ち時間', en: 'waiting time' },
    ja: `待ち時間 まちじかん 待機時間 順番待ち 受付時間 提供時間 提供スピード 提供が 整理券`,
    en: `waiting_time waiting_times wait_time wait_times the_wait hour_wait wait_for_a_table
      waiting_list waitlist turnaround turnaround_time lead_time`,
  },
  {
    id: 'opening-hours',
    kind: 'aspect',
    side: 0,
    name: { ja: '営業時間', en: 'opening time' },
    ja: `営業時間 営業日 定休日 開店時間 閉店時間 ラストオーダー 24時間営業 受付終了 年末年始休
      休業日`,
    en: `opening_time opening_times opening_hours business_hours closing_time open_late opens_at
      closes_at last_orders hours_of_operation trading_hours`,
  },
  {
    id: 'delivery',
    kind: 'aspect',
    side: 0,
    name: { ja: '配達', en: 'delivery' },
    ja: `配達 はいたつ 配送 はいそう 宅配 宅急便 出荷 発送 お届け 配送業者 配達員 佐川 クロネコ
      ヤマト運輸 日本郵便 ゆうパック 置き配 再配達 デリバリー 到着日 配送状況 追跡番号 uber出前
      ウーバーイーツ 出前館`,
    en: `delivery deliveries shipping shipment shipments courier couriers dispatch dispatched
      parcel parcels delivery_driver delivery_guy delivery_time dhl fedex usps royal_mail evri dpd
      tracking_number tracking_info doordash uber_eats deliveroo`,
  },
  {
    id: 'pickup',
    kind: 'aspect',
    side: 0,
    name: { ja: '受け取り', en: 'pick-up' },
    ja: `受け取り 受取 店頭受取 コンビニ受取 宅配ボックス テイクアウト お持ち帰り モバイルオーダー
      ドライブスルー`,
    en: `pick-up_point click_and_collect click-and-collect curbside_pickup in-store_pickup
      takeaway takeout take-away drive-thru drive-through mobile_order order_ahead
      collection_point`,
  },
  {
    id: 'return-exchange',
    kind: 'aspect',
    side: 0,
    name: { ja: '返品・交換', en: 'return' },
    ja: `返品 へんぴん 交換対応 交換品 返品交換 返送 返品対応 クーリングオフ`,
    en: `return_policy return_process return_label returns returned_it return_it exchange_policy
      exchanged_it returning_it return_shipping returns_policy replacement_unit`,
  },
  {
    id: 'repair',
    kind: 'aspect',
    side: 0,
    name: { ja: '修理', en: 'repair' },
    ja: `修理 しゅうり 修理対応 修理代 修理費 修理業者 点検 整備 修繕 アフター修理`,
    en: `repair repairs repaired repairing repairman repair_shop repair_cost* fixing_it
      right_to_repair servicing service_center service_centre maintenance_team overhaul`,
  },
  {
    id: 'warranty',
    kind: 'aspect',
    side: 0,
    name: { ja: '保証', en: 'warranty' },
    ja: `保証期間 保証書 メーカー保証 延長保証 保証対象 保証内容 無償修理 保証が 保証も 長期保証
      永久保証`,
    en: `warranty warranties guarantee guarantees guaranteed_for extended_warranty under_warranty
      applecare warranty_claim`,
  },
  {
    id: 'cancellation',
    kind: 'aspect',
    side: 0,
    name: { ja: '解約', en: 'cancellation' },
    ja: `解約 かいやく 解約方法 解約手続 退会手続 キャンセルポリシー 契約解除 解約ページ
      キャンセル待ち 乗り換え手続 キャンセル料`,
    en: `cancellation cancellations cancelation cancellation_policy cancelling_my canceling_my
      cancellation_process unsubscribe unsubscribing termination_of`,
  },
  {
    id: 'contract-terms',
    kind: 'aspect',
    side: 0,
    name: { ja: '契約条件', en: 'contract' },
    ja: `契約 けいやく 規約 利用規約 約款 契約内容 契約期間 縛り 2年縛り 契約書 条件が 注意書き
      但し書き`,
    en: `contract contracts terms terms_of_service terms_and_conditions t&cs tos fine_print
      small_print contract_terms lock-in_period eula agreement_with`,
  },
  {
    id: 'policy-rules',
    kind: 'aspect',
    side: 0,
    name: { ja: '決まり', en: 'rule' },
    ja: `ルールが ルールを 規則 校則 店のルール 決まりが 制限が 利用制限 年齢制限 購入制限
      転売対策`,
    en: `rule rules regulations house_rules dress_code age_limit restriction restrictions
      store_policy company_policy policy_change`,
  },
  {
    id: 'ordering',
    kind: 'aspect',
    side: 0,
    name: { ja: '注文', en: 'ordering process' },
    ja: `注文 ちゅうもん オーダー ご注文 注文方法 タッチパネル注文 qr注文 購入手続 レジ待ち レジの
      セルフレジ レジが お会計 会計 カート`,
    en: `ordering order_process ordering_system my_order our_order the_order online_order
      checkout_line self-checkout basket_page shopping_cart cashier cashiers checkout_process_was
      the_till`,
  },
  {
    id: 'stock',
    kind: 'aspect',
    side: 0,
    name: { ja: '在庫', en: 'stock' },
    ja: `在庫 ざいこ 入荷 再入荷 再販 品薄 欠品 取り寄せ 生産数 供給 品切れ`,
    en: `stock availability restock restocks restocking stock_level* supply_of supplies_of
      inventory back_order`,
  },
  {
    id: 'product-range',
    kind: 'aspect',
    side: 0,
    name: { ja: '品ぞろえ', en: 'product range' },
    ja: `品揃え 品ぞろえ 品数 ラインナップ ラインアップ 種類 バリエーション 取り扱い 商品数 選択肢
      新商品 新作 限定品`,
    en: `product_range selection assortment variety line-up_of range_of_products choice_of
      options_available new_products new_collection limited_edition`,
  },
  {
    id: 'product-itself',
    kind: 'aspect',
    side: 0,
    name: { ja: '商品', en: 'product' },
    ja: `商品 しょうひん 製品 品物 現物 実物 お品 アイテム`,
    en: `product products item items merchandise the_goods`,
  },
  {
    id: 'brand',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ブランド', en: 'brand' },
    ja: `ブランド ぶらんど メーカー 老舗 企業イメージ ロゴ`,
    en: `brand brands manufacturer manufacturers logo logos company_image reputation_of
      brand_image`,
  },
  {
    id: 'company',
    kind: 'aspect',
    side: 0,
    name: { ja: '会社', en: 'company' },
    ja: `会社 企業 運営会社 弊社 御社 親会社 事業者 業者 大手 本社の対`,
    en: `company companies corporation corporations firm_that the_business headquarters
      head_office startup provider providers vendor vendors supplier suppliers`,
  },
  {
    id: 'shop',
    kind: 'aspect',
    side: 0,
    name: { ja: '店', en: 'shop' },
    ja: `お店 店舗 店内 この店 専門店 量販店 スーパー コンビニ デパート 百貨店 書店 薬局
      ドラッグストア 家電屋 ショッピングモール イオンモール`,
    en: `shop shops store stores supermarket supermarkets boutique mall department_store
      convenience_store retailer retailers branch_of pharmacy bookstore bookshop corner_shop`,
  },
  {
    id: 'event-campaign',
    kind: 'aspect',
    side: 0,
    name: { ja: 'キャンペーン', en: 'campaign' },
    ja: `キャンペーン きゃんぺーん 抽選 プレゼント企画 懸賞 コラボ 応募 フェア開催 限定イベント
      特典`,
    en: `campaign campaigns raffle sweepstake* prize_draw collab collaboration giveaways freebie
      freebies free_gift`,
  },
  {
    id: 'seller',
    kind: 'aspect',
    side: 0,
    name: { ja: '出品者', en: 'seller' },
    ja: `出品者 販売者 販売元 マケプレ 転売ヤー フリマ メルカリ ヤフオク ラクマ`,
    en: `seller sellers marketplace_seller ebay vinted etsy merchant merchants reseller resellers
      scalpers dealer dealers dealership`,
  },
  {
    id: 'review-rating',
    kind: 'aspect',
    side: 0,
    name: { ja: '口コミ', en: 'review score' },
    ja: `口コミ くちこみ レビュー 評価が 星の数 評判 高評価 低評価 サクラレビュー`,
    en: `reviews review_score ratings star_rating rating customer_reviews fake_reviews
      word_of_mouth testimonials`,
  },
]
