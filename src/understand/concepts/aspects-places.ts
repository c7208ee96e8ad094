import type { Aspect } from './concept.ts'

/** What guests speak of: rooms, meals, the place and the way to it. */
export const PLACE_ASPECTS: readonly Aspect[] = [
  {
    id: 'room',
    kind: 'aspect',
    side: 0,
    name: { ja: '部屋', en: 'room' },
    ja: `部屋 へや お部屋 客室 和室 洋室 個室 間取り 広さ 寝室 リビング 大部屋 喫煙ルーム
      禁煙ルーム`,
    en: `room rooms bedroom bedrooms suite guest_room hotel_room living_room dorm_room
      private_room double_room twin_room floor_plan`,
  },
  {
    id: 'bed',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ベッド', en: 'bed' },
    ja: `ベッド ベット 布団 ふとん マットレス まくら シーツ 毛布 掛け布団 寝具 寝心地 ソファベッド`,
    en: `bed beds mattress mattresses pillow pillows bedding sheets bed_linen duvet duvets blanket
      blankets sofa_bed bunk_bed`,
  },
  {
    id: 'bath',
    kind: 'aspect',
    side: 0,
    name: { ja: '風呂', en: 'bath' },
    ja: `お風呂 風呂 ふろ 浴室 バスルーム 浴槽 湯船 バスタブ 大浴場 シャワー シャワーヘッド 水圧
      ユニットバス 給湯 お湯が`,
    en: `bath baths bathroom bathrooms bathtub tub shower showers shower_head showerhead
      water_pressure hot_water ensuite en-suite washroom`,
  },
  {
    id: 'hot-spring',
    kind: 'aspect',
    side: 0,
    name: { ja: '温泉', en: 'hot spring' },
    ja: `温泉 おんせん 露天風呂 源泉 かけ流し 泉質 湯質 お湯の質 貸切風呂 家族風呂 サウナ 水風呂
      岩盤浴 湯治 外湯 銭湯`,
    en: `hot_spring hot_springs onsen spa sauna saunas jacuzzi hot_tub steam_room thermal_bath*
      public_bath`,
  },
  {
    id: 'breakfast',
    kind: 'aspect',
    side: 0,
    name: { ja: '朝食', en: 'breakfast' },
    ja: `朝食 ちょうしょく 朝ごはん 朝ご飯 モーニング 朝飯 朝食バイキング 朝食ビュッフェ`,
    en: `breakfast breakfasts brunch breakfast_buffet continental_breakfast`,
  },
  {
    id: 'lunch',
    kind: 'aspect',
    side: 0,
    name: { ja: '昼食', en: 'lunch' },
    ja: `昼食 ランチ 昼ごはん 昼ご飯 お昼ごはん 日替わり 定食 お弁当 弁当 給食`,
    en: `lunch lunches lunch_menu lunch_special lunch_set packed_lunch bento school_meals
      school_lunch`,
  },
  {
    id: 'dinner',
    kind: 'aspect',
    side: 0,
    name: { ja: '夕食', en: 'dinner' },
    ja: `夕食 夕飯 晩ごはん 晩御飯 ディナー 夜ご飯 夜ごはん 会席 懐石 コース料理 部屋食 宴会`,
    en: `dinner dinners supper evening_meal tasting_menu set_menu three-course dinner_menu`,
  },
  {
    id: 'buffet',
    kind: 'aspect',
    side: 0,
    name: { ja: '食べ放題', en: 'buffet' },
    ja: `バイキング ビュッフェ ブッフェ 食べ放題 たべほうだい 飲み放題 ドリンクバー サラダバー`,
    en: `buffet buffets all-you-can-eat all_you_can_eat bottomless_brunch salad_bar free_refills`,
  },
  {
    id: 'meal',
    kind: 'aspect',
    side: 0,
    name: { ja: '料理', en: 'food' },
    ja: `料理 りょうり 食事 お食事 ご飯 ごはん 食べ物 フード グルメ 郷土料理 おかず 一品 前菜
      メイン料理 焼き加減 揚げ物`,
    en: `food foods meal meals dish dishes cuisine main_course starter starters appetizer
      appetizers side_dish side_dishes entree entrees cooking`,
  },
  {
    id: 'menu',
    kind: 'aspect',
    side: 0,
    name: { ja: 'メニュー', en: 'menu' },
    ja: `メニュー めにゅー お品書き 限定メニュー 季節メニュー アレルギー表示 キッズメニュー
      ベジタリアン ビーガン`,
    en: `menu menus kids_menu vegan_options vegetarian_options gluten-free_options menu_items
      allergen allergens allergy_information`,
  },
  {
    id: 'taste',
    kind: 'aspect',
    side: 0,
    name: { ja: '味', en: 'taste' },
    ja: `味わい 味付け 味つけ 風味 後味 味覚 食感 歯ごたえ 喉越し のどごし 舌触り 甘さ 辛さ 塩加減
      出汁 スープ コク お味 の味が の味は の味も の味に の味を 味がする 味がしな 味が濃 味が落
      味が好 味が良 味がい 味が苦 味は最 味はい 味は良 味は普 味は微 味は美 味もい 味も良 味も美
      味に飽 味がおい 味もおい 味はおい`,
    en: `taste tastes flavour flavours flavor flavors aftertaste seasoning mouthfeel sweetness
      spiciness saltiness sauce sauces broth texture_of_the`,
  },
  {
    id: 'portion',
    kind: 'aspect',
    side: 0,
    name: { ja: '量', en: 'portion' },
    ja: `量が 量も 量は ボリューム 分量 一人前 大盛り 内容量 盛り付け 皿の大きさ`,
    en: `portion portions portion_size portion_sizes serving serving_size servings helping
      helpings amount_of_food plating`,
  },
  {
    id: 'ingredient-food',
    kind: 'aspect',
    side: 0,
    name: { ja: '食材', en: 'produce' },
    ja: `食材 しょくざい 素材の味 野菜 お肉 肉が 刺身 魚介 海鮮 果物 フルーツ 鮮度 産地 国産
      無農薬 旬の`,
    en: `produce veggies vegetables fruit_and seafood fresh_fish locally_sourced the_meat the_fish
      the_chicken the_steak the_beef sushi_rice freshness`,
  },
  {
    id: 'drink',
    kind: 'aspect',
    side: 0,
    name: { ja: '飲み物', en: 'drink' },
    ja: `飲み物 ドリンク コーヒー 珈琲 紅茶 ビール 日本酒 ワイン カクテル お酒 ジュース 焼酎
      ウイスキー`,
    en: `drink drinks beverage beverages coffee espresso latte beer beers wine wines cocktail
      cocktails whisky whiskey smoothie draft_beer wine_list`,
  },
  {
    id: 'dessert',
    kind: 'aspect',
    side: 0,
    name: { ja: 'デザート', en: 'dessert' },
    ja: `デザート スイーツ ケーキ アイス 甘味 パフェ お菓子 チョコ パンケーキ 和菓子 クッキー`,
    en: `dessert desserts cake cakes ice_cream pastry pastries chocolate sweets cookies pudding
      gelato donut donuts`,
  },
  {
    id: 'view',
    kind: 'aspect',
    side: 0,
    name: { ja: '眺め', en: 'view' },
    ja: `眺め ながめ 景色 けしき 眺望 夜景 絶景 オーシャンビュー 見晴らし 展望台 展望 景色が
      景色は 景色も 眺めが`,
    en: `scenery ocean_view sea_view mountain_view skyline sunset_view viewpoint observation_deck
      landscape vista panorama the_view the_views view_from view_of views_of great_view
      amazing_view stunning_views lovely_views a_view`,
  },
  {
    id: 'parking',
    kind: 'aspect',
    side: 0,
    name: { ja: '駐車場', en: 'parking' },
    ja: `駐車場 ちゅうしゃじょう 駐車 パーキング 駐輪場 駐車料金 コインパーキング 停める場所
      駐車スペース`,
    en: `parking parking_lot car_park parking_space parking_spaces parking_spot parking_garage
      valet parking_fee parking_ticket* bike_rack`,
  },
  {
    id: 'station',
    kind: 'aspect',
    side: 0,
    name: { ja: '駅', en: 'station' },
    ja: `駅から 駅前 最寄り駅 最寄駅 駅ナカ 駅構内 駅の ホームドア 改札 エキナカ ターミナル`,
    en: `station stations train_station metro_station subway_station bus_stop bus_station
      platform_at terminal ticket_gate*`,
  },
  {
    id: 'access',
    kind: 'aspect',
    side: 0,
    name: { ja: '立地', en: 'location' },
    ja: `立地 りっち アクセス 交通の便 ロケーション 徒歩圏 徒歩5分 徒歩10分 シャトルバス 送迎
      道のり 行き方 場所が`,
    en: `location location_is access_to accessible transport_links commute_time shuttle
      shuttle_bus airport_transfer walking_distance getting_there proximity`,
  },
  {
    id: 'cleanliness',
    kind: 'aspect',
    side: 0,
    name: { ja: '清潔さ', en: 'cleanliness' },
    ja: `清潔 清潔感 清掃 掃除 そうじ 衛生 衛生面 衛生管理 消毒 水回り 水まわり ほこり カビ 虫が
      ゴキブリ ゴミ箱 ゴミ 埃が 埃だ`,
    en: `cleanliness hygiene housekeeping cleaning_staff cleaners sanitation sanitizer mould mold
      bugs_in dust bedbugs bed_bugs litter trash_can* rubbish_bin* hygiene_rating`,
  },
  {
    id: 'smell',
    kind: 'aspect',
    side: 0,
    name: { ja: '匂い', en: 'smell' },
    ja: `匂い におい ニオイ 臭い 香り かおり 臭気 悪臭 体臭 タバコ臭 タバコの臭 異臭 香水
      フレグランス 柔軟剤の`,
    en: `smell smells odour odours odor odors scent scents fragrance fragrances perfume aroma
      stench cigarette_smell`,
  },
  {
    id: 'air-conditioning',
    kind: 'aspect',
    side: 0,
    name: { ja: '空調', en: 'air conditioning' },
    ja: `エアコン 冷房 空調 クーラー 室温 換気 除湿 加湿 扇風機 空気清浄機`,
    en: `air_conditioning air_conditioner air-con aircon a/c ac_unit ventilation room_temperature
      humidity dehumidifier humidifier air_purifier thermostat`,
  },
  {
    id: 'heating',
    kind: 'aspect',
    side: 0,
    name: { ja: '暖房', en: 'heating' },
    ja: `暖房 だんぼう ストーブ 床暖房 ヒーター こたつ 給湯器 ボイラー`,
    en: `heating heater heaters radiator radiators boiler boilers central_heating
      underfloor_heating furnace heat_pump`,
  },
  {
    id: 'wifi',
    kind: 'aspect',
    side: 0,
    name: { ja: '無線LAN', en: 'Wi-Fi' },
    ja: `wifi wi-fi ワイファイ 無線lan フリーwifi ネット環境 ネット回線`,
    en: `wifi wi-fi free_wifi hotspot wireless_internet wifi_signal wifi_password`,
  },
  {
    id: 'toilet',
    kind: 'aspect',
    side: 0,
    name: { ja: 'トイレ', en: 'toilet' },
    ja: `トイレが トイレの トイレも トイレは トイレを お手洗い 便座 ウォシュレット 便器 洗面所
      洗面台 化粧室 多目的トイレ`,
    en: `toilet toilets restroom restrooms loo loos lavatory bidet toilet_paper toilet_seat
      porta_potty washbasin`,
  },
  {
    id: 'seat',
    kind: 'aspect',
    side: 0,
    name: { ja: '座席', en: 'seat' },
    ja: `座席 ざせき 席が 席は 席間 テーブル席 カウンター席 ソファ席 椅子 いすが イス席 シート
      相席 指定席 自由席 リクライニング 足元 肘掛け`,
    en: `seat seats seating legroom leg_room chair chairs armrest armrests window_seat aisle_seat
      stool stools booth_seat recline reclining table_by headrest`,
  },
  {
    id: 'crowding',
    kind: 'aspect',
    side: 0,
    name: { ja: '混雑', en: 'crowd' },
    ja: `混雑 こんざつ 人混み 人ごみ 混み具合 満員電車 来場者 客層 ラッシュ オーバーツーリズム
      入場規制 観光客`,
    en: `crowd crowds crowding overcrowding tourists crowd_control rush_hour footfall
      capacity_limit clientele other_guests`,
  },
  {
    id: 'queue-line',
    kind: 'aspect',
    side: 0,
    name: { ja: '行列', en: 'queue' },
    ja: `行列 ぎょうれつ 長蛇の列 入場列 整列 待機列 順番が 割り込み ファストパス 長い列 列がで`,
    en: `queue queues queueing queuing long_line lines_were line_for waiting_line fast_pass
      fastpass lightning_lane turnstile*`,
  },
  {
    id: 'atmosphere',
    kind: 'aspect',
    side: 0,
    name: { ja: '雰囲気', en: 'atmosphere' },
    ja: `雰囲気 ふんいき ふいんき 空気感 ムード 居心地 世界観 店の雰囲気 おもむき 風情 活気 趣が
      趣のあ`,
    en: `atmosphere ambience ambiance vibe vibes mood_lighting cosy_feel cozy_feel energy_in
      the_mood`,
  },
  {
    id: 'interior',
    kind: 'aspect',
    side: 0,
    name: { ja: '内装', en: 'interior' },
    ja: `内装 インテリア 家具 照明 装飾 調度 壁紙 床が カーペット カーテン ロビー ラウンジ 廊下
      絨毯`,
    en: `interior interiors decor furniture furnishing furnishings lighting lobby lounge carpet
      carpets curtains wallpaper hallway hallways corridor`,
  },
  {
    id: 'facility',
    kind: 'aspect',
    side: 0,
    name: { ja: '設備', en: 'facility' },
    ja: `設備 せつび 施設 館内 アメニティ 冷蔵庫 ドライヤー 備品 タオル エレベーター 自販機 喫煙所
      更衣室 ロッカー 授乳室 プール バリアフリー`,
    en: `facility facilities amenities amenity elevator elevators lift_was fridge minibar
      hair_dryer towels towel locker lockers changing_room changing_rooms swimming_pool pool_area
      kettle vending_machine* wheelchair_access`,
  },
  {
    id: 'background-music',
    kind: 'aspect',
    side: 0,
    name: { ja: '音楽', en: 'music' },
    ja: `bgm 音楽 店内音楽 店内放送 生演奏 選曲`,
    en: `music background_music live_band dj_set playlist playlists piped_music`,
  },
]
