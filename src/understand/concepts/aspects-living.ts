import type { Aspect } from './concept.ts'

/** Cars, homes and the matters of the day. */
export const LIVING_ASPECTS: readonly Aspect[] = [
  {
    id: 'car',
    kind: 'aspect',
    side: 0,
    name: { ja: '車', en: 'car' },
    ja: `自動車 愛車 新車 中古車 車が 車の 車は 車両 軽自動車 suv ミニバン 電気自動車
      ハイブリッド車 納車 プリウス テスラ`,
    en: `car cars vehicle vehicles suv suvs truck trucks minivan sedan hatchback electric_car
      electric_cars ev evs hybrid_car used_car new_car tesla test_drive`,
  },
  {
    id: 'engine',
    kind: 'aspect',
    side: 0,
    name: { ja: 'エンジン', en: 'engine' },
    ja: `エンジン えんじん モーター 排気量 ターボ 馬力 加速 パワートレイン トランスミッション 変速
      走行性能 走りが クラッチ`,
    en: `engine engines motor motors horsepower torque acceleration powertrain gearbox
      transmission turbo exhaust clutch drivetrain`,
  },
  {
    id: 'brakes',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ブレーキ', en: 'braking' },
    ja: `ブレーキ 制動 ブレーキパッド 自動ブレーキ 衝突軽減`,
    en: `braking brake brakes brake_pad brake_pads abs_system emergency_braking stopping_distance`,
  },
  {
    id: 'tyres',
    kind: 'aspect',
    side: 0,
    name: { ja: 'タイヤ', en: 'tyre' },
    ja: `タイヤが タイヤの タイヤを タイヤ交換 スタッドレス ホイールが 空気圧 パンク`,
    en: `tyre tyres tire_pressure tires wheel_alignment wheels rims alloys tread puncture
      flat_tire flat_tyre`,
  },
  {
    id: 'driving-range',
    kind: 'aspect',
    side: 0,
    name: { ja: '航続距離', en: 'range' },
    ja: `航続距離 走行距離 燃費 ねんぴ 電費 カタログ燃費 リッター`,
    en: `driving_range real-world_range range_anxiety fuel_economy fuel_consumption
      fuel_efficiency gas_mileage mileage mpg kwh_per`,
  },
  {
    id: 'charging-station',
    kind: 'aspect',
    side: 0,
    name: { ja: '充電設備', en: 'charging network' },
    ja: `充電スタンド 充電スポット 充電設備 急速充電器 充電ステーション ガソリンスタンド 給油`,
    en: `charging_network charging_station charging_stations charging_point charging_points
      charge_point charge_points supercharger superchargers ev_charger* gas_station petrol_station
      filling_station`,
  },
  {
    id: 'ride-comfort',
    kind: 'aspect',
    side: 0,
    name: { ja: '乗り心地', en: 'ride comfort' },
    ja: `乗り心地 のりごこち サスペンション 足回り ハンドリング コーナリング 運転のし 段差
      車体の揺 シートヒーター 車内空間 荷室 後部座席`,
    en: `ride_comfort ride_quality suspension handling steering steering_wheel cornering
      cabin_noise boot_space trunk_space cargo_space rear_seats back_seats heated_seats`,
  },
  {
    id: 'navigation',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ナビ', en: 'navigation' },
    ja: `カーナビ ナビが ナビの 地図 マップ ルート案内 gps カープレイ carplay`,
    en: `navigation sat_nav satnav gps maps google_maps apple_maps carplay android_auto
      route_planning infotainment turn-by-turn`,
  },
  {
    id: 'driver-assistance',
    kind: 'aspect',
    side: 0,
    name: { ja: '運転支援', en: 'driver assistance' },
    ja: `運転支援 自動運転 クルーズコントロール アイサイト プロパイロット 車線維持 バックモニター
      駐車支援`,
    en: `driver_assistance autopilot full_self-driving fsd cruise_control lane_assist lane-keeping
      parking_sensors reversing_camera backup_camera self-driving`,
  },
  {
    id: 'bicycle',
    kind: 'aspect',
    side: 0,
    name: { ja: '自転車', en: 'bicycle' },
    ja: `自転車 じてんしゃ ロードバイク 電動アシスト ママチャリ サドル 電動キックボード
      シェアサイクル 自転車が 自転車の 自転車は`,
    en: `bicycle bicycles bike bikes e-bike e-bikes saddle pedals scooter scooters e-scooter*
      bike_lane bike_lanes cycle_lane* cycle_path`,
  },
  {
    id: 'motorcycle',
    kind: 'aspect',
    side: 0,
    name: { ja: 'バイク', en: 'motorcycle' },
    ja: `オートバイ バイクが バイクの バイクを 原付 ツーリング ヘルメット`,
    en: `motorcycle motorcycles motorbike motorbikes moped helmet helmets`,
  },
  {
    id: 'road-traffic',
    kind: 'aspect',
    side: 0,
    name: { ja: '道路', en: 'road' },
    ja: `道路 どうろ 渋滞 高速道路 信号 交差点 横断歩道 通行止め 工事 歩道 首都高 高速料金 交通量`,
    en: `road roads traffic traffic_jam traffic_jams motorway motorways highway highways freeway
      roadworks pothole potholes traffic_light* speed_limit speed_camera* pavement sidewalk toll
      tolls junction`,
  },
  {
    id: 'rent',
    kind: 'aspect',
    side: 0,
    name: { ja: '家賃', en: 'rent' },
    ja: `家賃 やちん 賃料 管理費 共益費 賃貸 住宅価格 マンション価格 地価`,
    en: `rent rents rental_price rental_market rental_prices letting_fee* house_prices house_price
      service_charges hoa_fee*`,
  },
  {
    id: 'landlord',
    kind: 'aspect',
    side: 0,
    name: { ja: '大家', en: 'landlord' },
    ja: `大家さん 大家が 家主 管理会社 不動産屋 不動産会社 仲介 管理人 管理組合`,
    en: `landlord landlords letting_agent letting_agents estate_agent estate_agents
      property_manager property_management realtor realtors housing_association leasing_office
      homeowners_association`,
  },
  {
    id: 'house',
    kind: 'aspect',
    side: 0,
    name: { ja: '住まい', en: 'home' },
    ja: `マンション アパート 一軒家 戸建て 新居 新築 物件 一人暮らし 住まい タワマン 社宅
      リフォーム 注文住宅 中古住宅 引っ越し 引越し`,
    en: `house houses apartment apartments flat_is condo condos townhouse new_build property_is
      housing student_housing home_renovation renovation remodel studio_flat moving_house removals`,
  },
  {
    id: 'insulation',
    kind: 'aspect',
    side: 0,
    name: { ja: '断熱', en: 'insulation' },
    ja: `断熱 だんねつ 気密 結露 すきま風 すき間風 遮熱 日当たり 採光 遮光`,
    en: `insulation insulated draught draughts draughty double_glazing windows_in condensation
      damp natural_light sunlight blackout_curtains`,
  },
  {
    id: 'neighbours',
    kind: 'aspect',
    side: 0,
    name: { ja: '近所', en: 'neighbourhood' },
    ja: `近所 ご近所 隣人 隣の部屋 上の階 住民 騒音トラブル 町内会 自治会 周辺環境 治安`,
    en: `neighbourhood neighborhood neighbour neighbours neighbor neighbors upstairs_neighbo*
      next_door local_area crime_rate residents`,
  },
  {
    id: 'kitchen',
    kind: 'aspect',
    side: 0,
    name: { ja: '台所', en: 'kitchen' },
    ja: `キッチン 台所 シンク コンロ ih 換気扇 食洗機 オーブン 電子レンジ 炊飯器 フライパン 冷凍庫
      鍋が 調理器具 ミキサー`,
    en: `kitchen oven ovens stove hob microwave dishwasher cooker rice_cooker air_fryer frying_pan
      freezer refrigerator blender cookware kitchenware knives kitchen_sink frying_pans`,
  },
  {
    id: 'laundry',
    kind: 'aspect',
    side: 0,
    name: { ja: '洗濯', en: 'laundry' },
    ja: `洗濯 せんたく 洗濯機 乾燥機 洗剤 柔軟剤 部屋干し コインランドリー 物干し`,
    en: `laundry washing_machine washing_machines tumble_dryer dryer_is detergent fabric_softener
      laundromat launderette`,
  },
  {
    id: 'furniture-storage',
    kind: 'aspect',
    side: 0,
    name: { ja: '収納', en: 'storage furniture' },
    ja: `収納 しゅうのう クローゼット 押入れ 棚が 本棚 タンス 引き出しが 机が デスク テーブルが
      ソファが`,
    en: `storage_furniture closet closets wardrobe wardrobes cupboard cupboards drawer drawers
      shelf shelves shelving bookcase desk desks sofa sofas couch dresser coffee_table
      dining_table`,
  },
  {
    id: 'waste-collection',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ごみ収集', en: 'waste collection' },
    ja: `ごみ収集 ゴミ収集 ゴミ出し 分別 粗大ごみ 粗大ゴミ リサイクル ごみ袋 ゴミ袋 レジ袋`,
    en: `waste_collection bin_collection bin_day garbage_collection trash_pickup recycling
      recycle_bin landfill wheelie_bin* refuse_collection`,
  },
  {
    id: 'utilities',
    kind: 'aspect',
    side: 0,
    name: { ja: '電気・ガス・水道', en: 'utility supply' },
    ja: `電力会社 東京電力 東電 ガス代 水道代 水道 停電 断水 都市ガス 電気料金 ガス会社 新電力
      太陽光`,
    en: `utilities utility_bill utility_bills water_bill gas_bill water_supply tap_water power_cut
      power_cuts power_outage* smart_meter* energy_supplier solar_panel* power_grid`,
  },
  {
    id: 'public-office',
    kind: 'aspect',
    side: 0,
    name: { ja: '役所', en: 'public office' },
    ja: `役所 やくしょ 市役所 区役所 行政 自治体 マイナンバー マイナカード マイナ保険証 役場
      免許センター 年金事務所 入管 免許更新`,
    en: `public_office city_council local_council council_office town_hall city_hall dmv dvla hmrc
      irs passport_office passport_renewal immigration_office visa_form visas bureaucracy
      civil_servant* public_sector driving_licence driver's_license`,
  },
  {
    id: 'government',
    kind: 'aspect',
    side: 0,
    name: { ja: '政府', en: 'government' },
    ja: `政府 せいふ 政権 首相 総理 大臣 内閣 国会 与党 野党 自民党 立憲 維新 政治家 議員 知事
      市長 大統領 官僚 政治`,
    en: `government politician politicians president prime_minister minister ministers congress
      senate parliament mp mps senator senators governor mayor white_house labour_party tories
      democrats republicans politics administration cabinet_minister`,
  },
  {
    id: 'election',
    kind: 'aspect',
    side: 0,
    name: { ja: '選挙', en: 'election' },
    ja: `選挙 せんきょ 投票 開票 候補者 衆院選 参院選 都知事選 公約 出馬 投票率 世論調査
      マニフェスト`,
    en: `election elections ballot ballots polling voter voters voting candidate candidates
      campaign_trail manifesto referendum electoral poll_results turnout midterms_vote`,
  },
  {
    id: 'tax-policy',
    kind: 'aspect',
    side: 0,
    name: { ja: '税制', en: 'tax policy' },
    ja: `税制 減税 増税 消費税減 財務省 インボイス制度 103万の壁 年収の壁 暫定税率 財政 予算案`,
    en: `tax_policy tax_cut tax_cuts tax_rise tax_rises tax_hike tax_hikes tax_reform treasury
      budget_deficit national_debt austerity fiscal_policy`,
  },
  {
    id: 'law',
    kind: 'aspect',
    side: 0,
    name: { ja: '法律', en: 'law' },
    ja: `法律 ほうりつ 法案 条例 憲法 法改正 規制 裁判 判決 最高裁 訴訟 弁護士 検察 刑罰`,
    en: `law laws legislation bill_passed court courts court_case supreme_court judge judges
      lawsuit lawsuits lawyer lawyers constitution verdict trial_of prosecutor prosecutors
      legal_system`,
  },
  {
    id: 'police',
    kind: 'aspect',
    side: 0,
    name: { ja: '警察', en: 'police' },
    ja: `警察 けいさつ 警察官 警官 交番 パトカー 逮捕 容疑者 犯罪 事件 取り締まり`,
    en: `police police_officer* cops cop arrest arrests sheriff crime crimes law_enforcement
      criminal_case suspect suspects`,
  },
  {
    id: 'weather',
    kind: 'aspect',
    side: 0,
    name: { ja: '天気', en: 'weather' },
    ja: `天気 てんき 気温 天候 天気予報 梅雨 猛暑 台風 大雨 雪が 湿度 花粉 黄砂 気圧 熱中症警戒`,
    en: `weather forecast temperature temperatures heatwave heat_wave rainfall snowfall storm
      storms rain pollen hurricane typhoon wind_chill climate`,
  },
  {
    id: 'disaster',
    kind: 'aspect',
    side: 0,
    name: { ja: '災害', en: 'disaster' },
    ja: `災害 さいがい 地震 津波 噴火 土砂崩れ 洪水 浸水 避難所 避難 被災 防災 震度 山火事 竜巻`,
    en: `natural_disaster earthquake earthquakes flood floods flooding wildfire wildfires tsunami
      tornado tornadoes evacuation landslide eruption disaster_relief emergency_shelter`,
  },
  {
    id: 'war-diplomacy',
    kind: 'aspect',
    side: 0,
    name: { ja: '国際情勢', en: 'world situation' },
    ja: `戦争 せんそう 停戦 外交 侵攻 ウクライナ ロシア 防衛費 自衛隊 安全保障 ミサイル 国連 ガザ
      イスラエル`,
    en: `world_affairs war wars ceasefire diplomacy invasion military nato united_nations ukraine
      gaza sanctions missile missiles peace_talks foreign_policy defence_spending`,
  },
  {
    id: 'economy',
    kind: 'aspect',
    side: 0,
    name: { ja: '経済', en: 'economy' },
    ja: `経済 けいざい 景気 不況 日銀 失業率 雇用 賃上げ gdp 貿易 日経平均 景気対策`,
    en: `economy economic recession unemployment_rate job_growth gdp trade_deal central_bank
      federal_reserve bank_of_england stock_market`,
  },
  {
    id: 'public-transport',
    kind: 'aspect',
    side: 0,
    name: { ja: '公共交通', en: 'public transport' },
    ja: `公共交通 交通機関 定期券 交通費 通勤 通学 運賃改定 ダイヤが`,
    en: `public_transport public_transportation public_transit transit_system commute commuters
      commuting bus_pass fare fares rail_fare* oyster_card`,
  },
  {
    id: 'environment',
    kind: 'aspect',
    side: 0,
    name: { ja: '環境問題', en: 'environment' },
    ja: `環境問題 温暖化 気候変動 脱炭素 再エネ 原発 プラごみ 二酸化炭素 大気汚染 環境保護 sdgs`,
    en: `climate_change global_warming carbon_emission* carbon_footprint greenhouse_gas* pollution
      air_quality renewable_energy nuclear_power environmental sustainability`,
  },
  {
    id: 'infection',
    kind: 'aspect',
    side: 0,
    name: { ja: '感染症', en: 'infectious disease' },
    ja: `感染症 コロナ インフルエンザ 感染対策 マスク着用 マスクの ノロウイルス パンデミック
      花粉症`,
    en: `infectious_disease covid covid-19 pandemic influenza flu_season norovirus outbreak
      face_mask face_masks lockdown`,
  },
  {
    id: 'media-coverage',
    kind: 'aspect',
    side: 0,
    name: { ja: '報道', en: 'news coverage' },
    ja: `報道 ほうどう マスコミ メディア 新聞 記事 ニュース番組 テレビ局 nhk 記者 偏向報道 週刊誌
      オールドメディア`,
    en: `news_coverage media journalist journalists journalism newspaper newspapers article
      articles reporter reporters headline headlines bbc cnn fox_news press_coverage
      mainstream_media`,
  },
]
