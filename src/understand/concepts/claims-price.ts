import type { Claim } from './concept.ts'

/** What is said of prices, fees and what one gets for them. */
export const PRICE_CLAIMS: readonly Claim[] = [
  {
    id: 'expensive',
    kind: 'claim',
    side: -1,
    name: { ja: '高い', en: 'is expensive' },
    ja: `高すぎ 高過ぎ 高くて買 高くて手 高くて行 高くて無理 高くて諦 高くてびっくり 値段が高 値段高
      価格が高 価格高 料金が高 料金高 お値段高 金額が高 家賃が高 家賃高 単価が高 送料が高 送料高
      手数料が高 月額が高 維持費が高 クソ高 くそ高 バカ高 ばか高 馬鹿高 たっか 高っ 割高 わりだか
      割に合わな わりに合わな 割りに合わな 高額 高価 高いわ 高いな 高いよ 高いし 高いです 高いけど
      高いので 高いから 高いなぁ 高いねん 高いわりに 高い割に 高い金 高い買い物 ぼったくり
      ボッタクリ ぼったくら ぼられた ボラれた 足元を見 足元見 法外 べらぼうに 目玉が飛び出
      目ん玉飛び出 財布に痛 財布に優しくな 財布が痛 懐が痛 懐が寂 お高い お高め 庶民には 手が出な
      手が出ませ 手が届かな 予算オーバー 金がかか お金がかか 金かかり 金食い虫 コスパが悪 コスパ悪
      コスパ最悪 コスパわる 値段に見合わな 値段に見合っていな 値段に見合ってな 値段の割に
      価格に見合わな 価格に見合っていな 価格の割に 金額に見合わな 観光地価格 足下見`,
    en: `expensive too_expensive so_expensive overpriced over-priced pricey pricy costly exorbitant
      extortionate extortion daylight_robbery highway_robbery steep_price price_is_steep bit_steep
      a_bit_steep price_tag_is costs_a_fortune cost_a_fortune cost_me_a_fortune costs_an_arm
      arm_and_a_leg too_much_money costs_too_much costs_too_damn can't_afford cannot_afford
      couldn't_afford can't_justify_the_price unaffordable out_of_my_price_range out_of_my_budget
      over_my_budget over_budget price_gouging price-gouging gouging gouged rip-off ripped_off
      ripping_people_off ripping_us_off ripping_customers_off cash_grab cash-grab money_grab
      money_grabbing money-grubbing robbery not_worth_the_price not_worth_the_money
      not_worth_the_cost not_worth_what not_worth_it isn't_worth_it wasn't_worth_it isn't_worth
      not_worth_a poor_value bad_value terrible_value no_value_for for_the_price_you
      for_that_price_i bleeding_me_dry bleed_us_dry broke_the_bank breaks_the_bank highly_priced
      daft_prices prices_are_insane prices_are_ridiculous ridiculous_price ridiculous_prices
      ridiculously_priced insane_prices crazy_prices eye-watering sticker_shock greedy greed
      greedflation nickel_and_dim* bougie_prices`,
  },
  {
    id: 'cheap',
    kind: 'claim',
    side: 1,
    name: { ja: '安い', en: 'is cheap' },
    ja: `安い 安くて 安かっ 安すぎ 安っ やっす 安く買 安く手に 安く済 安くなっ やすい!! お安い お安く
      激安 格安 破格 爆安 最安 最安値 底値 割安 お手頃 お手ごろ 手頃な値段 手頃な価格 リーズナブル
      良心的な価格 良心的な値段 良心価格 財布に優し 財布にやさし 安上がり 低価格 プチプラ
      1000円以下 ワンコイン 100円で 百均 100均 無料で 無料だ 0円 送料無料`,
    en: `inexpensive affordable affordably budget-friendly reasonably_priced reasonable_price
      reasonable_prices fair_price fairly_priced low_price low_prices lowest_price dirt_cheap
      dirt-cheap so_cheap really_cheap very_cheap super_cheap cheaper cheapest cheap_and_cheerful
      won't_break_the_bank doesn't_break_the_bank easy_on_the_wallet wallet-friendly cheap_eats
      cheap_as_chips next_to_nothing pennies free_shipping free_delivery for_free free_of_charge
      no_charge complimentary on_the_house pocket-friendly`,
  },
  {
    id: 'good-value',
    kind: 'claim',
    side: 1,
    name: { ja: '値打ちがある', en: 'is good value' },
    ja: `コスパがい コスパが良 コスパいい コスパ良 コスパよ コスパ最高 コスパ最強 コスパ高 コスパ抜群
      コスパ神 ハイコスパ コストパフォーマンスが良 コストパフォーマンスがい
      コストパフォーマンスが高 費用対効果 値段以上 価格以上 お値段以上 値段の割にい 値段のわりに良
      値段に見合 この値段で この価格で この値段なら この価格なら この値段でこの お得 おとく
      お買い得 お買得 買い得 得した気分 元が取れ 元取れ 元はとれ もとが取れ 価値がある 価値あり
      価値はある 払う価値 買う価値あ 高いだけある 高いだけのこと 高くても買う 安いのに うまい安い
      安くて美味 安くてうま 安くておいし 安いのに美味 課金する価値 タイパがい タイパ最高`,
    en: `good_value great_value excellent_value amazing_value value_for_money best_value great_bang
      bang_for_the_buck bang_for_your_buck bang_for_my_buck bang_for_buck worth_every_penny
      worth_every_cent worth_every_dollar worth_every_pound worth_the_money worth_the_price
      worth_the_cost worth_the_investment well_worth_it well_worth so_worth_it totally_worth_it
      definitely_worth_it absolutely_worth_it worth_it_though was_worth_it money_well_spent
      pays_for_itself paid_for_itself paid_off great_deal good_deal amazing_deal such_a_deal
      bargain bargains absolute_steal it's_a_steal was_a_steal what_a_steal for_the_price_it's
      for_the_price_this cost-effective cost_effective punches_above_its_weight
      can't_beat_the_price can't_beat_that_price unbeatable_price hard_to_beat_for_the_price
      worth_the_splurge`,
  },
  {
    id: 'waste-of-money',
    kind: 'claim',
    side: -1,
    name: { ja: 'お金の無駄', en: 'is a waste of money' },
    ja: `金の無駄 お金の無駄 金の無駄遣い お金の無駄遣い 無駄遣い 無駄金 金をドブ お金をドブ
      ドブに捨て 金返せ かね返せ 金返して お金返し 時間の無駄 時間を無駄に 時間返せ 時間を返
      損した 損しました 大損 損する 損だ 無駄だった 無駄でした 無駄になっ ゴミだった ゴミでした
      ゴミ同然 ただのゴミ ゴミすぎ 買って損 買って後悔 買わなきゃよかっ 買わなければよかっ
      買わなければ良かっ 買うんじゃなかっ 買うんじゃなかった 行かなきゃよかっ 行くんじゃなかっ
      見るんじゃなかっ 課金するんじゃ 価値がな 価値なし 価値はない 価値もな 払う価値がな
      買う価値な 見る価値な 読む価値な 行く価値な 意味がなかっ 無意味 使い道がな 使わなくなっ
      使ってない 安物買いの銭失い 銭失い 宝の持ち腐れ`,
    en: `waste_of_money waste_of_time waste_of_space waste_of_my waste_your_money waste_your_time
      wasted_my_money wasted_my_time wasted_money wasted_hours wasting_money wasting_my_time
      complete_waste total_waste money_down_the_drain down_the_drain want_my_money_back
      give_me_my_money_back money_back_please wish_i_hadn't_bought wish_i_never_bought
      wish_i'd_never_bought shouldn't_have_bought regret_buying regret_purchasing regretted_buying
      buyer's_remorse pointless useless worthless good_for_nothing no_use_at_all threw_it_out
      straight_in_the_bin in_the_bin collecting_dust gathering_dust expensive_paperweight
      paperweight overhyped over-hyped overrated over-rated hours_of_my_life never_get_back
      garbage trash rubbish`,
  },
  {
    id: 'hidden-fees',
    kind: 'claim',
    side: -1,
    name: { ja: '余計にかかる', en: 'comes with hidden costs' },
    ja: `追加料金 別料金 別途料金 オプション料金 隠れた費用 隠れコスト 手数料取ら 手数料取られ
      手数料がかか 手数料かか 解約金 違約金 解約料 キャンセル料 サービス料 お通し代 席料
      チャージ料 勝手に課金 勝手に引き落と 勝手に請求 勝手に更新 自動更新され 二重請求 二重に請求
      二重課金 多重請求 過剰請求 不当請求 身に覚えのない請求 覚えのない請求 誤請求 請求が来
      請求された 請求額が違 聞いてない料金 説明になかった料金 課金圧 課金させ 課金しない 課金要素
      集金 搾取され サブスク地獄`,
    en: `hidden_fee* hidden_cost* hidden_charge* extra_charge* extra_fee* extra_fees surcharge*
      additional_charge* additional_fee* service_charge service_fee* booking_fee* convenience_fee*
      cleaning_fee* cancellation_fee* early_termination_fee resort_fee* junk_fee* late_fee*
      overcharg* over-charged double_charged charged_twice charged_me_twice charged_me_for
      charged_for_something billed_twice billed_me_for billed_for wrongly_charged wrongly_billed
      incorrect_charge incorrectly_charged unauthorized_charge unexpected_charge mystery_charge
      kept_charging_me still_charging_me keep_charging_me auto-renew* fine_print small_print
      paywall behind_a_paywall microtransaction* loot_box* taken_from_my_account took_money`,
  },
  {
    id: 'price-rise',
    kind: 'claim',
    side: -1,
    name: { ja: '値上がりした', en: 'went up in price' },
    ja: `値上げ 値上がり 値上がっ また値上 料金改定 価格改定 高くなっ 高くなり 高騰 便乗値上 物価高
      物価が上が インフレ 円安で 電気代が上が ガソリン高 家賃が上が 税金が上が 増税`,
    en: `price_hike* price_increase* price_rise* prices_went_up price_went_up prices_have_gone_up
      price_has_gone_up prices_going_up prices_keep_going_up put_their_prices_up put_prices_up
      putting_up_prices raised_the_price raised_prices raised_their_prices raising_prices
      raising_the_price jacked_up hiked_the_price hiking_prices more_expensive_than_last
      cost_of_living inflation rent_increase used_to_be_cheaper used_to_cost premium_increase
      doubled_in_price doubled_the_price skyrocket*`,
  },
  {
    id: 'discount',
    kind: 'claim',
    side: 1,
    name: { ja: '割安になった', en: 'is discounted' },
    ja: `値下げ 値下がり 割引 割り引き 半額 50%off %オフ %off 円引き 円オフ クーポン セール中
      セール価格 セールで セールだっ セール来 タイムセール 特価 特売 バーゲン 在庫処分 見切り品
      アウトレット キャンペーン中 ポイント還元 ポイント10倍 ポイント倍 還元率 キャッシュバック
      期間限定価格 福袋 先着割 早割 学割 初回無料 無料体験 お試し価格`,
    en: `discount* half-price half_off %_off percent_off on_sale on_offer special_offer clearance
      markdown marked_down price_drop price_dropped price_cut reduced_to reduced_price coupon
      coupons promo_code voucher vouchers black_friday cyber_monday prime_day bogo buy_one_get_one
      two_for_one 2_for_1 cashback cash_back rebate free_trial student_discount early_bird
      knocked_off flash_sale`,
  },
  {
    id: 'short-of-money',
    kind: 'claim',
    side: -1,
    name: { ja: '家計に響く', en: 'strains the budget' },
    ja: `金欠 金がな お金がな 金ない お金ない 金無い 貧乏 びんぼう ビンボー 給料日前 財布が空
      すっからかん スッカラカン 破産 生活が苦し 生活苦し 借金 ローンが 手取り15 手取りが 貯金がな
      貯金が減 貯金ゼロ 薄給 安月給 出費が 出費やば 散財しすぎ お金が足りな お金足りな
      支払いがきつ 家計が苦`,
    en: `i'm_broke so_broke flat_broke dead_broke being_broke skint strapped_for_cash no_money
      out_of_money run_out_of_money low_on_cash living_paycheck paycheck_to_paycheck until_payday
      till_payday in_debt drowning_in_debt student_loans can't_pay_rent can't_pay_my
      make_ends_meet bank_account_is_crying my_wallet_is_crying penniless poor_as underpaid
      overdraft`,
  },
  {
    id: 'payday',
    kind: 'claim',
    side: 1,
    name: { ja: '入った', en: 'was paid out' },
    ja: `給料日 給料入っ 給料出た ボーナス出 ボーナス入 ボーナスが出 昇給 給料が上が 給料上が
      臨時収入 還付金 お年玉 宝くじ当 当選しま 当選した 当たった!`,
    en: `payday pay_day got_paid just_got_paid got_a_raise pay_rise got_my_bonus bonus_came
      tax_refund_came won_the_lottery hit_the_jackpot jackpot got_promoted promotion_at_work
      windfall`,
  },
]
