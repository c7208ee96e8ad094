import type { Aspect } from './concept.ts'

/** Where travellers stay and eat, how they get there, and what they come to see. */
export const TRAVEL_ASPECTS: readonly Aspect[] = [
  {
    id: 'hotel',
    kind: 'aspect',
    side: 0,
    name: { ja: '宿', en: 'hotel' },
    ja: `ホテル 旅館 宿泊 民宿 ゲストハウス 民泊 ペンション お宿 コテージ ビジホ キャンプ場
      グランピング`,
    en: `hotel hotels hostel hostels airbnb motel guesthouse guest_house b&b resort resorts
      cottage campsite campground villa accommodation`,
  },
  {
    id: 'restaurant',
    kind: 'aspect',
    side: 0,
    name: { ja: '飲食店', en: 'restaurant' },
    ja: `レストラン 飲食店 居酒屋 カフェ ラーメン屋 食堂 喫茶店 回転寿司 焼肉屋 ファミレス
      マクドナルド スタバ 定食屋 パン屋 フードコート マックの マックで マックが`,
    en: `restaurant restaurants cafe cafes diner bistro pub pubs bar_and eatery pizzeria
      coffee_shop bakery food_court mcdonald's starbucks kfc fast_food steakhouse food_truck`,
  },
  {
    id: 'sightseeing',
    kind: 'aspect',
    side: 0,
    name: { ja: '観光', en: 'sightseeing' },
    ja: `観光 かんこう 観光地 観光名所 ツアー 旅行 遊覧船 神社 お寺 世界遺産 温泉街 名所
      テーマパーク 遊園地 水族館 動物園 美術館 博物館 ディズニー usj ドライブ`,
    en: `sightseeing tourist_attraction* tour_guide guided_tour tours museum museums theme_park
      amusement_park aquarium zoo landmark landmarks art_gallery castle itinerary excursion*
      disneyland disney_world`,
  },
  {
    id: 'flight',
    kind: 'aspect',
    side: 0,
    name: { ja: '飛行機', en: 'flight' },
    ja: `飛行機 フライト 航空会社 空港 機内 機内食 エコノミー ビジネスクラス 欠航 搭乗 手荷物
      預け荷物 jal lcc anaの 全日空`,
    en: `flight flights airline airlines airport airports boarding cabin_crew in-flight
      economy_class business_class layover baggage luggage carry-on security_check ryanair easyjet`,
  },
  {
    id: 'train-service',
    kind: 'aspect',
    side: 0,
    name: { ja: '電車', en: 'train' },
    ja: `電車 でんしゃ 新幹線 列車 地下鉄 山手線 中央線 運行 ダイヤ改正 運転見合わせ 車内 乗り換え
      乗換 私鉄 特急 jr東 jr西 jr線 jrの 電車が 電車の 電車は 列車が 列車の`,
    en: `train trains railway railways rail_service subway metro_line tube_line underground_line
      tram trams amtrak commuter_rail train_service rail_replacement`,
  },
  {
    id: 'bus-service',
    kind: 'aspect',
    side: 0,
    name: { ja: 'バス', en: 'bus' },
    ja: `路線バス バス停 バスが バスの 高速バス 夜行バス 市バス バス会社 バス運転`,
    en: `bus buses coach_service bus_service bus_route bus_driver bus_lane night_bus greyhound
      megabus`,
  },
  {
    id: 'taxi-ride',
    kind: 'aspect',
    side: 0,
    name: { ja: 'タクシー', en: 'taxi' },
    ja: `タクシー たくしー 配車 配車アプリ uber 乗車 レンタカー カーシェア ハイヤー`,
    en: `taxi taxis cab cabs uber_ride lyft ride-share rideshare ride-hailing rental_car
      car_rental car_hire minicab`,
  },
  {
    id: 'beach-nature',
    kind: 'aspect',
    side: 0,
    name: { ja: '自然', en: 'natural setting' },
    ja: `自然が 自然に囲 海が 砂浜 ビーチ 山登り 登山道 森林 紅葉 桜並木 海水浴 公園 芝生 遊具
      星空`,
    en: `natural_setting beach beaches hiking_trail trails forest national_park the_park
      playground garden gardens lake waterfall coastline`,
  },
  {
    id: 'child-friendliness',
    kind: 'aspect',
    side: 0,
    name: { ja: '子ども向けの配慮', en: 'provision for children' },
    ja: `子連れ こづれ キッズスペース ベビーカー 子ども向け 子供向け 赤ちゃん連れ 離乳食
      おむつ替え キッズルーム ファミリー向け`,
    en: `kid_friendly kid-friendly child-friendly family-friendly high_chair high_chairs kids_club
      baby_changing pushchair stroller play_area pram childcare babysitting`,
  },
  {
    id: 'pet-friendliness',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ペット対応', en: 'pet policy' },
    ja: `ペット可 ペット同伴 ペット連れ ペット不可 ドッグラン 愛犬 愛猫 犬連れ 犬の キャットフード
      ドッグフード 動物病院`,
    en: `pet-friendly dog-friendly pets_allowed dog_park dog_food cat_food pet_policy my_dog
      my_cat vet vets kennel litter_box cat_litter`,
  },
]
