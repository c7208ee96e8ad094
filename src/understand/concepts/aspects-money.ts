import type { Aspect } from './concept.ts'

/** Prices, fees and the dealings of banks, insurers and tax offices. */
export const MONEY_ASPECTS: readonly Aspect[] = [
  {
    id: 'price',
    kind: 'aspect',
    side: 0,
    name: { ja: '値段', en: 'price' },
    ja: `値段 ねだん 価格 お値段 金額 価格設定 定価 税込 単価 代金 料金 お代 コスパ 費用対効果
      値付け 相場`,
    en: `price prices pricing priced price_tag price_point cost costs rrp msrp price_range
      asking_price value_for_money`,
  },
  {
    id: 'fee',
    kind: 'aspect',
    side: 0,
    name: { ja: '手数料', en: 'fee' },
    ja: `手数料 てすうりょう 追加料金 サービス料 事務手数料 年会費 入会金 更新料 基本料金
      チャージ料 違約金 解約金 延滞料`,
    en: `fee fees surcharge surcharges service_charge booking_fee cancellation_fee late_fee
      admin_fee membership_fee annual_fee commission resort_fee cleaning_fee`,
  },
  {
    id: 'shipping-cost',
    kind: 'aspect',
    side: 0,
    name: { ja: '送料', en: 'shipping cost' },
    ja: `送料 そうりょう 配送料 配送費 配達料 運賃 送料無料`,
    en: `shipping_cost shipping_costs shipping_fee shipping_fees shipping_charge* delivery_charge
      delivery_charges delivery_fee delivery_fees postage postage_cost free_shipping free_delivery
      p&p`,
  },
  {
    id: 'discount-offer',
    kind: 'aspect',
    side: 0,
    name: { ja: '割引', en: 'discount' },
    ja: `割引 割り引き 値引 値下げ 半額 特価 タイムセール バーゲン 早割 学割 アウトレット セール中
      セールで セールの セール品`,
    en: `discount discounts sale_price special_offer special_offers half-price deal_of_the_day
      price_reduction black_friday_deal* prime_day promotion promotions`,
  },
  {
    id: 'coupon',
    kind: 'aspect',
    side: 0,
    name: { ja: 'クーポン', en: 'coupon' },
    ja: `クーポン くーぽん 割引券 優待券 引換券 プロモコード 商品券 ギフト券 ギフトカード 株主優待`,
    en: `coupon coupons voucher vouchers promo_code promo_codes discount_code discount_codes
      gift_card gift_cards`,
  },
  {
    id: 'loyalty-points',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ポイント', en: 'loyalty scheme' },
    ja: `ポイント還元 ポイント制 ポイントカード ポイ活 還元率 会員ランク 会員特典 楽天ポイント
      dポイント tポイント スタンプカード ポイント付与 ポイントが貯 ポイントがつ ポイントが失効
      マイレージ`,
    en: `loyalty_scheme loyalty_program loyalty_programme loyalty_card loyalty_points
      rewards_program reward_points rewards_card air_miles airmiles frequent_flyer cashback_rate
      membership_tier`,
  },
  {
    id: 'subscription',
    kind: 'aspect',
    side: 0,
    name: { ja: '定期契約', en: 'subscription' },
    ja: `サブスク 定期便 定期購入 定期契約 月額 年額 月会費 有料会員 有料版 プレミアム会員
      自動更新 無料期間 無料体験 プラン変更 料金プラン`,
    en: `subscription subscriptions subscribers membership memberships monthly_plan annual_plan
      premium_version premium_plan paid_version auto-renew* auto-renewal free_trial free_tier
      pricing_plan monthly_fee paywall`,
  },
  {
    id: 'refund',
    kind: 'aspect',
    side: 0,
    name: { ja: '返金', en: 'refund' },
    ja: `返金 へんきん 払い戻し 払戻 返金対応 返金処理 返金保証 キャッシュバック`,
    en: `refund refunds refunded refunding reimbursement money_back money-back_guarantee
      chargeback chargebacks`,
  },
  {
    id: 'invoice',
    kind: 'aspect',
    side: 0,
    name: { ja: '請求', en: 'billing' },
    ja: `請求書 請求が 請求金額 領収書 明細 レシート 二重請求 インボイス 見積 見積もり 請求額`,
    en: `billing bill_amount billed invoice invoices invoicing receipt receipts
      statement_of_account quote_for quotation estimate_for double-charged`,
  },
  {
    id: 'in-app-purchase',
    kind: 'aspect',
    side: 0,
    name: { ja: '課金', en: 'in-app purchase' },
    ja: `課金 かきん 微課金 重課金 アプリ内課金 廃課金 石の配布 無償石 有償石 詫び石`,
    en: `in-app_purchase in-app_purchases microtransaction microtransactions pay-to-win p2w
      loot_box loot_boxes in-game_currency cash_shop battle_pass season_pass dlc`,
  },
  {
    id: 'tax',
    kind: 'aspect',
    side: 0,
    name: { ja: '税金', en: 'tax' },
    ja: `税金 ぜいきん 消費税 所得税 住民税 固定資産税 関税 相続税 ガソリン税 確定申告 軽減税率
      納税 年末調整 ふるさと納税`,
    en: `tax taxes taxation vat sales_tax income_tax council_tax property_tax customs_duty
      import_duty tariff tariffs tax_return inheritance_tax`,
  },
  {
    id: 'interest-rate',
    kind: 'aspect',
    side: 0,
    name: { ja: '金利', en: 'interest rate' },
    ja: `金利 きんり 利息 利子 年利 利率 固定金利 変動金利 政策金利`,
    en: `interest_rate interest_rates interest_charges apy fixed_rate variable_rate base_rate`,
  },
  {
    id: 'loan',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ローン', en: 'loan' },
    ja: `住宅ローン 教育ローン ローン審査 カードローン 借入 融資 奨学金 頭金 返済`,
    en: `loan loans mortgage mortgages student_loan student_loans down_payment repayment
      repayments remortgage lender lenders credit_line`,
  },
  {
    id: 'insurance',
    kind: 'aspect',
    side: 0,
    name: { ja: '保険', en: 'insurance' },
    ja: `保険 ほけん 生命保険 医療保険 自動車保険 火災保険 旅行保険 保険料 保険金 保険証 補償
      補償内容 共済`,
    en: `insurance insurer insurers premium_increase insurance_premium insurance_claim
      policyholder deductible car_insurance health_insurance travel_insurance home_insurance
      insurance_company copay underwriter*`,
  },
  {
    id: 'deposit',
    kind: 'aspect',
    side: 0,
    name: { ja: '敷金・保証金', en: 'deposit' },
    ja: `敷金 礼金 保証金 手付金 デポジット 前払い 前金 内金 初期費用`,
    en: `deposit deposits security_deposit upfront_payment prepayment prepaid_card bond_money
      advance_payment`,
  },
  {
    id: 'tip-money',
    kind: 'aspect',
    side: 0,
    name: { ja: 'チップ', en: 'tip' },
    ja: `チップを払 チップの額 チップ文化 心付け チップ制 チップを渡`,
    en: `tipping tipping_culture gratuity gratuities leave_a_tip tip_jar tips_included`,
  },
  {
    id: 'bank-account',
    kind: 'aspect',
    side: 0,
    name: { ja: '口座', en: 'bank account' },
    ja: `口座 こうざ 銀行口座 口座開設 預金 普通預金 定期預金 通帳 ネットバンク 銀行アプリ
      証券口座 nisa`,
    en: `bank_account bank_accounts current_account checking_account savings_account
      savings_accounts joint_account account_opening brokerage_account online_banking
      mobile_banking banking_app`,
  },
  {
    id: 'payment-card',
    kind: 'aspect',
    side: 0,
    name: { ja: 'カード', en: 'card' },
    ja: `クレジットカード クレカ デビットカード カード会社 キャッシュカード カード決済 カード番号
      カード利用 限度額 プリペイドカード icカード suica`,
    en: `credit_card credit_cards debit_card debit_cards credit_limit card_declined card_payment
      amex mastercard bank_card prepaid_cards`,
  },
  {
    id: 'money-transfer',
    kind: 'aspect',
    side: 0,
    name: { ja: '送金', en: 'money transfer' },
    ja: `送金 振込 振り込み ふりこみ 海外送金 入金 出金 引き出し atm 着金 引き落とし`,
    en: `money_transfer bank_transfer bank_transfers wire_transfer wire_transfers remittance
      withdrawal withdrawals cash_out atm atms standing_order direct_deposit payout payouts
      transfer_money`,
  },
  {
    id: 'exchange-rate',
    kind: 'aspect',
    side: 0,
    name: { ja: '為替', en: 'exchange rate' },
    ja: `為替 かわせ 為替レート 両替 円安 円高 ドル円 外貨`,
    en: `exchange_rate exchange_rates currency_exchange foreign_currency conversion_rate forex
      fx_rate currency_conversion`,
  },
  {
    id: 'approval',
    kind: 'aspect',
    side: 0,
    name: { ja: '審査', en: 'approval process' },
    ja: `審査 しんさ 与信 入会審査 本人確認 審査落ち ekyc 書類審査 認可 承認`,
    en: `approval approval_process credit_check credit_score credit_rating identity_verification
      identity_check kyc underwriting application_process eligibility background_check`,
  },
  {
    id: 'investment',
    kind: 'aspect',
    side: 0,
    name: { ja: '投資', en: 'investment' },
    ja: `投資 とうし 株価 株式 投資信託 投信 配当 ビットコイン 仮想通貨 暗号資産 積立 資産運用
      利回り ポートフォリオ`,
    en: `investment investments investing stocks share_price stock_price dividend dividends
      bitcoin crypto cryptocurrency etf etfs index_fund portfolio pension pensions retirement_fund`,
  },
  {
    id: 'wage',
    kind: 'aspect',
    side: 0,
    name: { ja: '給料', en: 'pay' },
    ja: `給料 きゅうりょう 給与 賃金 年収 時給 月給 手取り 残業代 ボーナス 賞与 昇給 最低賃金 報酬
      待遇`,
    en: `salary salaries wage wages pay_rise hourly_rate minimum_wage take-home_pay paycheck
      overtime_pay bonus_payment compensation_package pay_scale underpaid_staff`,
  },
  {
    id: 'public-benefit',
    kind: 'aspect',
    side: 0,
    name: { ja: '給付金', en: 'public benefit' },
    ja: `給付金 年金 補助金 助成金 生活保護 失業保険 児童手当 支援金 社会保障 社会保険料 手当が`,
    en: `public_benefit benefit_payment welfare unemployment_benefit* universal_credit
      social_security state_pension child_benefit subsidy subsidies stimulus_check housing_benefit
      medicare medicaid`,
  },
  {
    id: 'cost-of-living',
    kind: 'aspect',
    side: 0,
    name: { ja: '生活費', en: 'cost of living' },
    ja: `物価 ぶっか 生活費 食費 家計 物価高 インフレ 光熱水費`,
    en: `cost_of_living living_costs household_budget inflation grocery_bill grocery_prices
      food_prices petrol_prices gas_prices`,
  },
  {
    id: 'resale-value',
    kind: 'aspect',
    side: 0,
    name: { ja: '下取り', en: 'resale value' },
    ja: `下取り 買取 買い取り リセール 査定 売却額 転売価格 中古価格`,
    en: `resale_value trade-in resale buyback trade_in_value second-hand_value depreciation
      valuation`,
  },
]
