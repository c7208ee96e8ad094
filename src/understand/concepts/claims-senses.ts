import type { Claim } from './concept.ts'

/** What food, rooms and things are like to the senses: taste, smell, warmth, room, cleanliness. */
export const SENSE_CLAIMS: readonly Claim[] = [
  {
    id: 'delicious',
    kind: 'claim',
    side: 1,
    name: { ja: 'おいしい', en: 'is delicious' },
    ja: `美味し 美味すぎ 美味い 美味かっ 美味っ 美味でし 美味です おいしい おいしかっ おいしく
      おいしすぎ おいしゅう おいしそう オイシイ うまい うまかっ うますぎ うまっ うまし うまうま
      うまぁ ウマー うめえ うめぇ うめー 旨い 旨すぎ 旨かっ 旨っ 旨み 旨味 絶品 極上 ほっぺたが落
      ほっぺが落 ほっぺた落 頬が落ち 舌鼓 至福の味 味が最高 味がい 味が良 味も良 味わい深 奥深い味
      コクがあ コクのあ 濃厚 まろやか もちもち モチモチ ふわふわ ふわとろ とろとろ トロトロ
      トロける とろける サクサク食感 パリッと しっとりして しっとりと 香ばし 香り豊か やみつき
      病みつき クセになる 癖になる 箸が止まらな 手が止まらな 食べる手が止ま 無限に食べ
      いくらでも食べ 何杯でも 何個でも 完食 飯テロ 食べてほしい味 好みの味 間違いない味 ご飯が進む
      ごはんが進 ご飯がすす 白米が進 ビールが進 酒が進 優しい味 やさしい味 懐かしい味 本場の味
      出汁が効 だしが効 ちょうどいい甘さ 甘すぎない 甘すぎず さっぱりして`,
    en: `delicious delish deliciously yummy yum yumm yummm tasty tastiest scrumptious
      mouth-watering mouthwatering finger-licking lip-smacking flavorful flavourful flavorsome
      full_of_flavor full_of_flavour packed_with_flavor bursting_with_flavor melt_in_your_mouth
      melts_in_your_mouth melt-in-the-mouth succulent well_seasoned perfectly_seasoned
      tastes_great tastes_amazing tastes_so_good tastes_good tasted_amazing tasted_great so_tasty
      to_die_for chef's_kiss best_meal best_food food_was_great food_was_amazing
      food_was_excellent food_was_delicious food_is_great food_is_amazing great_food amazing_food
      good_food nom_nom nomnom appetizing savory_goodness divine heavenly fluffy moist creamy
      slaps bussin moreish`,
  },
  {
    id: 'tastes-bad',
    kind: 'claim',
    side: -1,
    name: { ja: 'まずい', en: 'tastes bad' },
    ja: `不味 まずい まずかっ まずすぎ まずっ マズい マズかっ マズすぎ マズっ クソ不味 くそまず
      ゲロマズ げろまず 激マズ 美味しくな 美味しくありま おいしくな おいしくありま うまくない味
      美味くな 旨くな 旨くね 口に合わな 口に合いま 口にあわな 好みじゃない味 食えたもんじゃ
      食えたものじゃ 食べられたもんじゃ 食べれたもんじゃ 飲めたもんじゃ 食べきれなかっ 残した
      残してしま 味が落ち 味が変わ 味落ち 味が変 変な味 薬みたいな味 油っこ あぶらっこ
      べちゃべちゃ べちゃっと ベチャ べちょべちょ 粉っぽ ベタベタして 筋っぽ 筋だらけ 硬すぎて噛
      固すぎて噛 生臭 苦すぎ 苦くて飲 酸っぱすぎ 甘ったる 甘過ぎ 味が濃す 味濃す 辛すぎて食
      伸びた麺 のびた麺 麺が伸び 冷凍食品の味 レトルトの味`,
    en: `tastes_awful tastes_terrible tastes_horrible tastes_bad tastes_like_crap
      tastes_like_cardboard tastes_like_dirt tastes_off tasted_awful tasted_bad tasted_terrible
      tasted_horrible tasted_like tasted_off tasteless_mess inedible disgusting_food awful_food
      terrible_food bad_food food_was_terrible food_was_awful food_was_bad food_was_horrible
      unappetizing unpalatable gross_food nasty_taste aftertaste bitter_taste sour_taste
      dry_and_tough chewy_as mushy grease dripping_in slimy chalky gritty burnt_toast curdled
      worst_meal worst_food couldn't_finish_it spat_it_out spit_it_out`,
  },
  {
    id: 'bland',
    kind: 'claim',
    side: -1,
    name: { ja: '味気ない', en: 'is bland' },
    ja: `味が薄 味薄 薄味すぎ 味がしな 味がな 味気な あじけな 水っぽ みずっぽ 水みた お湯みた
      薄すぎ 物足りない味 コクがな パンチがな パンチに欠 パンチが足 ぼんやりした味 ぼやけた味
      普通の味 没個性 印象に残らな 特徴がな 無難すぎ`,
    en: `bland blandest flavorless flavourless no_flavor no_flavour no_taste lacks_flavor
      lacked_flavor lacking_flavor lacking_in_flavor under-seasoned underseasoned unseasoned
      needs_salt needed_salt watery watered_down watered-down tasteless insipid weak_coffee
      vanilla_as nothing_special cookie-cutter middle-of-the-road pretty_average
      distinctly_average`,
  },
  {
    id: 'undercooked',
    kind: 'claim',
    side: -1,
    name: { ja: '生焼け', en: 'is undercooked' },
    ja: `生焼け 半生だっ 火が通ってな 火が通っていな 火の通りが甘 中が生 中まで火が 生だった 生のまま
      凍ったまま 冷凍のまま 芯が残 中が冷た 中が凍`,
    en: `undercooked under-cooked raw_in_the_middle raw_inside still_raw was_raw raw_chicken
      pink_in_the_middle bloody_chicken half-raw not_cooked_through cold_in_the_middle
      frozen_in_the_middle still_frozen doughy`,
  },
  {
    id: 'served-cold',
    kind: 'claim',
    side: -1,
    name: { ja: '冷めている', en: 'is served cold' },
    ja: `冷めて 冷めた料理 冷めきっ 冷え切っ 冷えたまま 冷たい料理 料理が冷た ぬるい ぬるかっ ぬるく
      温くて ぬるま湯 冷や飯 冷めてる`,
    en: `food_was_cold cold_food cold_by_the_time stone_cold stone-cold arrived_cold came_cold
      served_cold lukewarm tepid luke_warm cold_coffee cold_fries went_cold gone_cold`,
  },
  {
    id: 'gone-off',
    kind: 'claim',
    side: -1,
    name: { ja: '傷んでいる', en: 'has gone off' },
    ja: `腐って 腐った 腐ってる 傷んで 傷んだ 痛んでた 痛んだ野菜 カビが カビだらけ かび生え
      カビ生え 賞味期限切れ 消費期限切れ 期限切れ 期限が切れ 賞味期限が過 古い魚 鮮度が悪
      鮮度が落ち 鮮度がな 新鮮じゃな 新鮮ではな 酸っぱい臭 食中毒 食あたり 当たった牡蠣
      お腹を壊した お腹壊した 虫が入 髪の毛が入 髪の毛入 異物混入 異物が 虫がわ`,
    en: `rotten rotting spoiled_milk spoiled_food spoilt gone_off gone_bad went_bad went_off
      past_its_date expired_food expired_product past_its_sell_by mold mould moldy mouldy stale
      rancid wilted not_fresh isn't_fresh wasn't_fresh food_poisoning made_me_sick made_us_sick
      got_sick_from gave_me_food_poisoning hair_in_my hair_in_the bug_in_my maggots weevils`,
  },
  {
    id: 'fresh',
    kind: 'claim',
    side: 1,
    name: { ja: '新鮮', en: 'is fresh' },
    ja: `新鮮 しんせん 鮮度がい 鮮度が良 鮮度抜群 鮮度も 採れたて とれたて 獲れたて 朝採れ 焼きたて
      やきたて 揚げたて 出来立て できたて 作りたて 炊きたて 打ちたて 挽きたて 産地直送 みずみずし
      瑞々し`,
    en: `fresh freshly fresh-made freshest fresh_ingredients fresh_from_the_oven freshly_baked
      freshly_made farm_fresh locally_sourced straight_from_the_oven piping_hot`,
  },
  {
    id: 'small-portion',
    kind: 'claim',
    side: -1,
    name: { ja: '量が少ない', en: 'is too small a portion' },
    ja: `量が少な 量少な 少なすぎ 少ない量 ボリュームがな ボリューム不足 ボリュームが少な 足りない量
      お腹いっぱいにならな 物足りない量 量が減 内容量が減 中身が減 ステルス値上げ 実質値上げ
      シュリンクフレーション 小さくなっ 小さくなり スカスカ すかすか 具が少な 具がな 具少な 上げ底
      底上げ弁当 空気を売 ちょびっと 雀の涙`,
    en: `tiny_portion* small_portion* portions_are_tiny portions_are_small portion_was_tiny
      portion_was_small portions_were_small portions_were_tiny skimpy stingy_portions stingy
      shrinkflation half_empty half-empty mostly_air left_hungry still_hungry_after got_smaller
      shrunk_the barely_any_filling barely_any_meat less_in_the_bag measly meagre meager paltry`,
  },
  {
    id: 'generous-portion',
    kind: 'claim',
    side: 1,
    name: { ja: '量が多い', en: 'is generous' },
    ja: `ボリューム満点 ボリュームがあ ボリュームたっぷり ボリューミー ボリュームがすご 量が多くて満
      たっぷり 具だくさん 具沢山 大盛り 特盛 デカ盛り でか盛り お腹いっぱい おなかいっぱい 満腹
      腹一杯 食べ応え 食べごたえ 飲みごたえ 盛りだくさん`,
    en: `generous_portion* huge_portion* large_portion* big_portion* portions_are_huge
      portions_are_generous portions_were_generous portions_were_huge hearty filling_meal
      very_filling so_filling plenty_of_food stuffed_full so_full loaded_with`,
  },
  {
    id: 'dirty',
    kind: 'claim',
    side: -1,
    name: { ja: '汚い', en: 'is dirty' },
    ja: `汚い 汚かっ 汚く 汚すぎ 汚っ きたない きったな 汚れて 汚れが 汚れた 汚れだらけ 不潔 不衛生
      埃だらけ ほこりだらけ ホコリだらけ 埃まみれ 埃が ホコリが ほこりが 髪の毛が落 髪の毛落
      ゴミが落 ゴミだらけ シミがつ シミだらけ しみだらけ ベタベタする べたべたする ベタつ べたつ
      掃除してな 掃除していな 掃除されてな 清掃が行き届いてな 清掃が行き届いていな 清掃がされて
      水垢 黒ずみ ゴキブリ ごきぶり 虫が出 虫だらけ 南京虫 トコジラミ 汚部屋 ドロドロに汚 薄汚
      使用感がすご 洗ってない 洗われていな`,
    en: `dirty filthy filth unclean not_clean wasn't_clean weren't_clean isn't_clean grimy grime
      dusty dust_everywhere stained stains stains_on sticky_floor sticky_table sticky_tables
      unhygienic unsanitary cockroach* roaches bed_bugs bedbugs mouse_droppings rats_in
      hair_in_the_bathroom hair_on_the hadn't_been_cleaned not_been_cleaned never_cleaned
      hasn't_been_cleaned grubby squalid pigsty dump_of_a disgusting_bathroom disgusting_toilets
      overflowing_bins rubbish_everywhere trash_everywhere litter_everywhere covered_in_dust`,
  },
  {
    id: 'clean',
    kind: 'claim',
    side: 1,
    name: { ja: '清潔', en: 'is clean' },
    ja: `清潔 せいけつ 清潔感 綺麗に掃除 きれいに掃除 掃除が行き届 清掃が行き届 手入れが行き届
      綺麗なトイレ トイレも綺麗 トイレもきれい 部屋もきれい 部屋も綺麗 部屋がきれい 部屋が綺麗
      衛生的 汚れが落ち 汚れ落ち 汚れ知らず さっぱり洗 真っ白になっ 新築みた 整理整頓され 片付いた`,
    en: `so_clean really_clean clean_and nice_and_clean clean_room clean_rooms cleanest spotless
      spotlessly spick_and_span immaculate immaculately pristine sparkling_clean squeaky_clean
      super_clean very_clean hygienic well-maintained well-kept tidy and_tidy room_was_clean
      rooms_are_clean kept_clean sanitary`,
  },
  {
    id: 'cramped',
    kind: 'claim',
    side: -1,
    name: { ja: '狭い', en: 'is cramped' },
    ja: `狭い 狭かっ 狭すぎ 狭く 狭っ せまい せますぎ 窮屈 きゅうくつ ぎゅうぎゅう ギュウギュウ
      ぎゅうぎゅう詰め すし詰め 足が伸ばせな 足元が狭 座席が狭 席が狭 隣との距離が近 隣が近 圧迫感
      収納が少な 収納がな 置き場所がな 置き場がな 場所を取 場所取る 場所とる かさばる 嵩張
      デカすぎて置 手狭 ウサギ小屋 うさぎ小屋 入りきらな 容量が足り 容量不足 容量が少な`,
    en: `cramped tiny_room tiny_rooms room_was_tiny rooms_are_tiny small_room poky pokey no_legroom
      no_leg_room packed_like_sardines packed_in_like sardines shoebox shoe-box closet-sized
      no_space_to not_enough_space not_enough_room no_room_to squashed squeezed_in claustrophobic
      bulky takes_up_too_much takes_up_space takes_up_so_much too_close_together
      not_enough_storage out_of_storage storage_full`,
  },
  {
    id: 'spacious',
    kind: 'claim',
    side: 1,
    name: { ja: '広い', en: 'is spacious' },
    ja: `広い 広くて 広かっ 広々 ひろびろ 広すぎ 広めの ゆったりした ゆったりと 開放感 解放感
      足を伸ばせ 足が伸ばせ 収納が多 収納たっぷり 収納力 たっぷり入 たくさん入 いっぱい入 大容量
      容量が大き コンパクトなのに 天井が高 余裕のあるサイズ のびのび`,
    en: `spacious roomy airy plenty_of_room plenty_of_space lots_of_space lots_of_room
      plenty_of_storage lots_of_storage huge_room big_room large_room large_rooms ample_space
      ample_room wide_open high_ceilings loads_of_legroom extra_legroom stretch_out
      fits_everything fits_so_much`,
  },
  {
    id: 'crowded',
    kind: 'claim',
    side: -1,
    name: { ja: '混んでいる', en: 'is crowded' },
    ja: `混んで 混んでた 混みすぎ 混み過ぎ 混雑 激混み 鬼混み 大混雑 こみこみ 人が多 人多 人大杉
      人だらけ 人混み 人ごみ ごった返 満員電車 満席 満車 満室 芋洗い 大行列 長蛇の列 身動きが取れ
      身動き取れ 観光客だらけ オーバーツーリズム 座れな 座れなかっ`,
    en: `crowded overcrowded over-crowded jam-packed packed_with_people heaving rammed crammed mobbed
      too_many_people so_many_people tourist_trap touristy swarming busy_as_hell
      standing_room_only no_seats_left nowhere_to_sit couldn't_get_a_seat crush_of_people
      overtourism zoo_in_there`,
  },
  {
    id: 'not-crowded',
    kind: 'claim',
    side: 1,
    name: { ja: '空いている', en: 'is not crowded' },
    ja: `空いて すいてた すいてる ガラガラ がらがら 貸切状態 貸し切り状態 人が少な 人少な 穴場
      混んでな 混んでいな 待たずに入 待ち時間なし 並ばずに すぐ入れた すぐ座れた`,
    en: `not_crowded uncrowded not_too_crowded not_too_busy no_crowds no_queue no_queues no_line
      no_lines no_wait no_waiting hidden_gem off_the_beaten_path off_the_beaten_track
      had_the_place_to_ourselves plenty_of_seats walked_right_in got_right_in straight_in`,
  },
  {
    id: 'smells-bad',
    kind: 'claim',
    side: -1,
    name: { ja: '臭い', en: 'smells bad' },
    ja: `臭い 臭かっ 臭く 臭すぎ 臭っ くさい くさすぎ くっさ 臭う におう ニオイがきつ においがきつ
      匂いがきつ 臭いがきつ ニオイがひど 悪臭 異臭 変な匂い 変なにおい 変な臭い 嫌な匂い 嫌な臭い
      嫌なにおい 生乾き臭 カビ臭 かび臭 タバコ臭 たばこ臭 煙草臭 ヤニ臭 薬品臭 ゴム臭 汗臭 加齢臭
      下水臭 下水の臭 排水の臭 獣臭 臭いが取れ 臭いが気 匂いがつら 香害 鼻が曲が 鼻をつく`,
    en: `smells_bad smells_awful smells_terrible smells_horrible smells_funny smells_weird
      smells_like_smoke smells_like_mold smells_like_sewage smells_like_chemicals smells_of
      smelled_like smelled_of smelt_of stinks stunk stink stinky stench smelly reeks reeked
      foul_smell bad_smell awful_smell horrible_smell strong_smell chemical_smell odor odour
      pungent musty mildew body_odor cigarette_smell`,
  },
  {
    id: 'smells-good',
    kind: 'claim',
    side: 1,
    name: { ja: 'いい匂い', en: 'smells good' },
    ja: `いい匂い いいにおい いい香り 良い香り 良い匂い いいかおり 香りがい 香りが良 香りが好
      香りも好 匂いが好 匂いがい フローラルな香 爽やかな香 石鹸の香 香りに癒 芳しい 香り高`,
    en: `smells_amazing smells_good smells_great smells_so_good smells_heavenly smells_lovely
      smells_delicious smells_divine smelled_amazing lovely_smell lovely_scent nice_scent
      amazing_scent beautiful_scent smell_so_good fragrant aromatic aroma`,
  },
  {
    id: 'comfortable',
    kind: 'claim',
    side: 1,
    name: { ja: '快適', en: 'is comfortable' },
    ja: `快適 かいてき 心地良 心地よ 心地い ここちよ 座り心地がい 座り心地が良 寝心地がい
      寝心地が良 着心地がい 着心地が良 履き心地がい 履き心地が良 肌触りがい 肌触りが良 手触りがい
      触り心地 居心地がい 居心地が良 居心地よ 過ごしやす 寝やすい ふかふか フカフカ もふもふ
      モフモフ ふわっふわ すべすべ さらさら サラサラ 疲れない 疲れにく 痛くならな 蒸れない
      蒸れにく フィット感 フィットする ジャストフィット 着やすい 履きやすい 落ち着く 落ち着ける
      くつろげ 寛げ リラックスでき 人をダメにする ぐっすり よく眠れ`,
    en: `comfortable comfy comfortably cozy cosy snug plush soft_and super_soft so_soft silky
      fits_like_a_glove like_walking_on_clouds cloud-like like_a_cloud ergonomic slept_like_a_baby
      slept_like_a_log great_sleep best_sleep breathable doesn't_hurt_my no_pressure_points
      relaxing restful homely homey ambience ambiance nice_atmosphere cosiest welcoming_atmosphere`,
  },
  {
    id: 'uncomfortable',
    kind: 'claim',
    side: -1,
    name: { ja: '快適でない', en: 'is uncomfortable' },
    ja: `不快感 座り心地が悪 寝心地が悪 着心地が悪 履き心地が悪 居心地が悪 肌触りが悪 ざらざら
      ザラザラ ムズムズ 蒸れる 蒸れて 蒸れ蒸れ ムレる 耳が痛く 耳が痛くな 腰が痛くな 首が痛くな
      お尻が痛 靴擦れ 足が痛くな 締め付け きつすぎて 肩が凝 肩こりが 寝苦し 固いベッド ベッドが硬
      ベッドが固 枕が合わな 枕が高 マットレスが硬 酔う 画面酔い 3d酔い かぶれた かぶれて
      肌荒れした 痒くなっ かゆくなっ しみる`,
    en: `uncomfortable uncomfy uncomfortably stiff_as rock_hard_bed hurts_my_ears hurts_my_back
      hurts_my_feet hurt_my_feet hurt_my_ears hurts_my_head gives_me_a_headache gave_me_blisters
      blisters digs_into digs_in pinches chafes chafing lumpy irritates_my_skin broke_me_out
      breaks_me_out rash_from motion_sick motion_sickness nauseating couldn't_get_comfortable
      back_pain_from sweaty_in`,
  },
  {
    id: 'too-hot-place',
    kind: 'claim',
    side: -1,
    name: { ja: '暑い', en: 'is too hot' },
    ja: `暑すぎ 暑くて 暑かっ 蒸し暑 むしあつ 暑苦し 冷房が効いてな 冷房が効かな エアコンが効かな
      エアコンが効いてな エアコンが壊 クーラーが効 灼熱 猛暑 酷暑 熱中症 溶けそう 溶ける暑さ
      サウナみた 汗だく 汗だら`,
    en: `too_hot_in stiflingly stifling stuffy boiling_hot boiling_in sweltering scorching no_air_con
      no_aircon no_air_conditioning air_con_broken ac_is_broken ac_broke ac_doesn't_work no_ac
      like_a_sauna like_an_oven roasting_hot humid heatwave heat_wave sweating_buckets muggy
      heatstroke heat_stroke`,
  },
  {
    id: 'too-cold-place',
    kind: 'claim',
    side: -1,
    name: { ja: '寒い', en: 'is too cold' },
    ja: `寒すぎ 寒くて 寒かった 寒い 冷房が効きすぎ 冷房効きすぎ エアコン効きすぎ 凍え 凍りそう
      暖房が効かな 暖房が効いてな 暖房がつかな 極寒 底冷え 隙間風 すきま風 お湯が出な シャワーが冷
      湯がぬる`,
    en: `freezing freezing_cold too_cold_in absolutely_freezing bitterly_cold no_heating
      heating_doesn't_work heating_broken no_hot_water cold_shower draughty drafty chilly
      shivering frozen_solid like_an_icebox`,
  },
  {
    id: 'mild-weather',
    kind: 'claim',
    side: 1,
    name: { ja: '過ごしやすい', en: 'is pleasantly mild' },
    ja: `涼しい 涼しく 暖かい 暖かく あたたかい 温かい あったかい ぽかぽか ポカポカ いい天気 良い天気
      快晴 晴天 天気がい 天気が良 青空 晴れた 晴れて 過ごしやすい気候 小春日和 ひんやり 心地いい風`,
    en: `warm_and_cozy toasty lovely_weather beautiful_weather perfect_weather gorgeous_weather
      nice_weather great_weather sunny sunshine blue_skies lovely_day beautiful_day gorgeous_day
      perfect_day balmy crisp_air cool_breeze`,
  },
  {
    id: 'bad-weather',
    kind: 'claim',
    side: -1,
    name: { ja: '荒れ模様', en: 'is stormy' },
    ja: `大雨 豪雨 土砂降り どしゃぶり 雨だし 雨やま ゲリラ豪雨 台風 暴風 吹雪 大雪 積雪 雷が
      すごい雨 天気が悪 天気悪 悪天候 びしょ濡れ びしょびしょ ずぶ濡れ 傘忘れ 傘持ってな 花粉 黄砂
      低気圧 雨のせいで 雨天中止`,
    en: `pouring_rain pouring_down raining_again rainy downpour torrential storm stormy thunderstorm
      typhoon hurricane blizzard snowstorm hailstorm awful_weather terrible_weather bad_weather
      horrible_weather miserable_weather gloomy_weather soaked_through soaking_wet drenched
      rained_off rained_out pissing_down bucketing_down flooded flooding forgot_my_umbrella pollen`,
  },
  {
    id: 'too-big',
    kind: 'claim',
    side: -1,
    name: { ja: '大きすぎる', en: 'is too big' },
    ja: `デカすぎ でかすぎ でか過ぎ 大きすぎ 大き過ぎ ブカブカ ぶかぶか ガバガバ ゆるすぎ 緩すぎ
      ゆるゆる 重量があり 持ち運べな 持ち運びにく 重たくて`,
    en: `too_big way_too_big too_large too_baggy way_too_large enormous_on too_loose too_heavy_to
      weighs_a_ton not_portable ridiculously_large runs_large size_runs_large runs_big`,
  },
  {
    id: 'size-runs-small',
    kind: 'claim',
    side: -1,
    name: { ja: '小さすぎる', en: 'runs small' },
    ja: `小さすぎ 小さ過ぎ 小さめ 小さかった サイズが小 サイズが合わな サイズ合わな サイズ感が違
      サイズが違 きつかった キツかった キツキツ きつきつ パツパツ ぱつぱつ ピチピチ 入らなかっ
      着られなかっ 履けなかっ 丈が短 短すぎ 袖が短 ワンサイズ上 サイズアップした 表記より小`,
    en: `runs_small size_runs_small runs_tight fits_small fits_tight too_small way_too_small
      too_tight way_too_tight tiny_on_me order_a_size_up size_up sized_up sizing_is_off
      sizing_is_way_off true_to_size_it_is_not wrong_size doesn't_fit_me didn't_fit_me
      smaller_than_expected smaller_than_i_expected`,
  },
  {
    id: 'right-size',
    kind: 'claim',
    side: 1,
    name: { ja: 'ちょうどいい大きさ', en: 'is the right size' },
    ja: `サイズぴったり サイズピッタリ ピッタリサイズ ぴったりサイズ サイズ感がい サイズ感も
      サイズもぴった サイズもちょうど ジャストサイズ ちょうどいいサイズ ちょうど良いサイズ
      ちょうどよい大き 程よいサイズ コンパクト 場所を取らな 場所とらな 場所取らな 軽い 軽くて
      持ち運びやす 持ち運びに便利 かさばらな 邪魔にならな`,
    en: `true_to_size fits_perfectly fits_perfect fit_perfectly perfect_fit perfect_size
      fits_great fits_well fits_nicely just_the_right_size compact fits_in_my_pocket space-saving
      saves_space`,
  },
]
