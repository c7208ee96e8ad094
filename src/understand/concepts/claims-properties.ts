import type { Claim } from './concept.ts'

/** What is said of single properties: weight, light, touch, wear, taste, shape. */
export const PROPERTY_CLAIMS: readonly Claim[] = [
  {
    id: 'heavy',
    kind: 'claim',
    side: -1,
    name: { ja: '重い', en: 'is heavy' },
    ja: `ずっしり重 重くて持 重すぎて持 重くて疲 持つと重 重くて肩 重くて首 手首が疲 腕が疲
      ずっしりと重 鉛のよう 重量級 重量があ 持ち上がらな 持ち上げられな`,
    en: `too_heavy so_heavy really_heavy quite_heavy very_heavy a_bit_heavy heavier_than bit_heavy
      ton_of_bricks hard_to_lift can't_lift back-breaking weighs_me_down cumbersome_to_carry
      heavy_to_carry`,
  },
  {
    id: 'lightweight',
    kind: 'claim',
    side: 1,
    name: { ja: '軽い', en: 'is lightweight' },
    ja: `軽量 けいりょう 軽くて持 軽くて楽 軽くて使 軽くてい 軽くて良 超軽 羽のよう 軽さに驚
      軽さに感動 とても軽い すごく軽い めっちゃ軽い めちゃくちゃ軽い 重さを感じな 着けてるのを忘れ`,
    en: `lightweight light-weight ultralight super_light so_light very_light really_light
      light_as_a_feather featherweight feather-light weighs_nothing weighs_next_to_nothing
      lighter_than easy_to_carry`,
  },
  {
    id: 'too-dark',
    kind: 'claim',
    side: -1,
    name: { ja: '暗い', en: 'is too dark' },
    ja: `薄暗 うすぐら 暗くて見 暗すぎ 真っ暗で見 照明が暗 画面が暗 部屋が暗 光量が足り
      明るさが足り 明るさ不足 日が当たらな 日当たりが悪 日当たり悪`,
    en: `too_dark so_dark poorly_lit dimly_lit badly_lit too_dim not_bright_enough
      isn't_bright_enough dingy gloomy poor_lighting hard_to_see_in_sunlight can't_see_the_screen`,
  },
  {
    id: 'bright',
    kind: 'claim',
    side: 1,
    name: { ja: '明るい', en: 'is bright' },
    ja: `明るくて見 明るくてい 明るくて良 明るくて綺麗 明るい店内 明るい部屋 日当たりがい
      日当たりが良 日当たり良 日当たり抜群 光がたっぷり 採光がい 画面が明る`,
    en: `nice_and_bright bright_and_airy light_and_airy well-lit well_lit bright_enough
      super_bright plenty_of_light lots_of_natural_light sun-drenched bright_screen so_bright`,
  },
  {
    id: 'too-bright',
    kind: 'claim',
    side: -1,
    name: { ja: 'まぶしすぎる', en: 'is too bright' },
    ja: `眩しすぎ まぶしすぎ 眩しくて まぶしくて 明るすぎ 目がチカチカ 目がちかちか 目に痛
      目が痛くな 目が疲れ 目がつかれ 光が漏れ`,
    en: `too_bright blinding blindingly glaring glare_from eye_strain strains_my_eyes
      hurts_my_eyes burned_my_eyes burns_my_eyes light_leaks`,
  },
  {
    id: 'too-hard',
    kind: 'claim',
    side: -1,
    name: { ja: '硬すぎる', en: 'is too hard' },
    ja: `硬すぎ 固すぎ かたすぎ 堅すぎ 硬くて 固くて カチカチ かちかち ガチガチ カチコチ 噛み切れ
      噛みきれ ごわごわ ゴワゴワ`,
    en: `too_hard too_stiff too_firm rock_hard rock-hard hard_as_a_rock hard_as_rock stiff_and
      so_stiff way_too_firm like_concrete like_a_brick`,
  },
  {
    id: 'soft',
    kind: 'claim',
    side: 1,
    name: { ja: '柔らかい', en: 'is soft' },
    ja: `柔らか やわらか 軟らか やわっこ もちっと やわやわ ぷるぷる`,
    en: `soft softer softness silky-soft melts_in_the_mouth plush_and cushiony buttery_soft`,
  },
  {
    id: 'slippery',
    kind: 'claim',
    side: -1,
    name: { ja: '滑りやすい', en: 'is slippery' },
    ja: `滑りやす すべりやす 滑って転 滑って危 ツルツル滑 つるつる滑 滑り落ち すぐ滑 ずり落ち
      ズレやす ずれやす 位置がずれ すぐずれ`,
    en: `slippery slips_off slides_around slides_off keeps_slipping keeps_sliding no_grip
      lost_grip slips_easily won't_stay_in_place doesn't_stay_in_place won't_stay_put
      falls_off_easily`,
  },
  {
    id: 'leaks',
    kind: 'claim',
    side: -1,
    name: { ja: '漏れる', en: 'leaks' },
    ja: `水漏れし 水漏れが 水漏れす 液漏れ 漏れてき 漏れてい 漏れてる 漏れた 漏れまし こぼれやす
      雨漏りし 雨漏りが 浸水した 染みてき 水が入っ 水が染`,
    en: `leak leaks leaked leaking leaky leakage dripping drips_everywhere seeps spills_everywhere
      not_waterproof isn't_waterproof let_water_in lets_water_in water_got_in soaked_right_through`,
  },
  {
    id: 'scratches-easily',
    kind: 'claim',
    side: -1,
    name: { ja: '傷がつきやすい', en: 'scratches easily' },
    ja: `傷つきやす 傷がつきやす 傷が付きやす すぐ傷 すぐに傷 擦り傷 すり傷 塗装が剥 塗装がはが
      メッキが剥 剥げやす はげやす 剥げてき 剥がれてき`,
    en: `scratches_easily scratched_easily scratched_already scuffs_easily scuffed chips_easily
      chipped_after paint_chipped paint_peeled peeling_off peels_off coating_came flaking_off
      dents_easily fingerprint_magnet`,
  },
  {
    id: 'fades',
    kind: 'claim',
    side: -1,
    name: { ja: '色落ちする', en: 'fades' },
    ja: `色落ちし 色落ちす 色落ちが 色あせ 色褪せ 色移りし 色移りす 黄ばみ 黄ばん 黄変 変色
      へんしょく くすんでき 毛玉 毛羽立 けば立`,
    en: `faded fades fading discoloured discolored discolouration discoloration colour_ran
      color_ran dye_bled bleeds_colour bleeds_color yellowed turned_yellow yellowing pilling
      pilled bobbled bobbling`,
  },
  {
    id: 'shrinks',
    kind: 'claim',
    side: -1,
    name: { ja: '縮む', en: 'shrinks' },
    ja: `縮んだ 縮んで 縮みま 縮む 縮みやす ちぢん よれよれ ヨレヨレ 伸びてしま 型崩れした
      型崩れす 型崩れし シワシワ しわになりやす シワになりやす`,
    en: `shrank shrunk shrinks shrink_in shrinkage stretched_out stretches_out lost_its_shape
      loses_its_shape out_of_shape misshapen baggy_after creases_easily wrinkles_easily`,
  },
  {
    id: 'rusts',
    kind: 'claim',
    side: -1,
    name: { ja: '錆びる', en: 'rusts' },
    ja: `錆び さびつ サビが出 サビだらけ さびてき サビてき 腐食 ふしょく 劣化が早 劣化しやす
      劣化がはや 朽ちて ベタベタにな 加水分解 ひび割れ ヒビ割れ`,
    en: `rust rusted rusting rusts rusty corroded corrosion corroding tarnished tarnishes
      deteriorated deteriorating degraded_quickly degrades perished cracked_within`,
  },
  {
    id: 'portable',
    kind: 'claim',
    side: 1,
    name: { ja: '持ち運びやすい', en: 'is portable' },
    ja: `持ち歩け 持ち歩きに便利 持ち歩きやす 携帯しやす 携帯性 どこにでも持 カバンに入 鞄に入
      バッグに入 ポケットに入 折りたため 折り畳め コンパクトに収 出張に便利 旅行に便利`,
    en: `portable portability travel-friendly travel-sized foldable folds_flat folds_up
      collapsible packs_away fits_in_my_bag fits_in_a_bag take_it_anywhere take_anywhere
      easy_to_pack`,
  },
  {
    id: 'hard-to-hear',
    kind: 'claim',
    side: -1,
    name: { ja: '聞き取りにくい', en: 'is hard to hear' },
    ja: `聞き取りにく 聞きとりにく 聞き取りづら 聞こえにく 聞こえづら 聞こえな 音が小さ 音量が小さ
      声が小さ 音がこも 音が籠 こもった音 音が割れ 音割れ 音が途切 雑音が入 音質が悪 音質悪
      音がしょぼ`,
    en: `hard_to_hear can't_hear couldn't_hear barely_audible inaudible muffled muffles tinny
      distorted_sound crackles crackling audio_cuts sound_cuts too_quiet_to poor_sound bad_audio
      terrible_audio terrible_sound low_volume`,
  },
  {
    id: 'great-sound',
    kind: 'claim',
    side: 1,
    name: { ja: '音がいい', en: 'sounds great' },
    ja: `音がい 音が良 音質がい 音質が良 音質良 高音質 音が綺麗 音がきれい 音がクリア クリアな音
      重低音がすご 低音が効 迫力のある音 迫力ある音 臨場感 音に包まれ`,
    en: `sounds_great sounds_amazing sounds_fantastic great_sound amazing_sound incredible_sound
      clear_as_a_bell_sound rich_sound deep_bass punchy_bass immersive immersive_sound
      great_audio crisp_sound`,
  },
  {
    id: 'weak-signal',
    kind: 'claim',
    side: -1,
    name: { ja: '電波が弱い', en: 'has a weak signal' },
    ja: `電波が弱 電波弱 電波が悪 電波悪 電波が入ら 電波が届か 電波来な 電波がな つながりにく
      繋がりにく つながりづら 繋がりづら 接続が悪 接続が切れ 接続が不安定 パケ詰まり`,
    en: `weak_signal no_signal poor_signal bad_signal poor_reception bad_reception no_reception
      no_service_in spotty patchy_coverage patchy_signal dead_zone dropped_calls weak_wifi
      wifi_barely signal_drops poor_connection bad_connection`,
  },
  {
    id: 'too-sweet',
    kind: 'claim',
    side: -1,
    name: { ja: '甘すぎる', en: 'is too sweet' },
    ja: `甘すぎ あますぎ 甘ったるい 激甘 げきあま 砂糖の味 くどい甘 甘くてくど 胸焼けするほど甘`,
    en: `too_sweet overly_sweet sickly_sweet sickeningly_sweet cloying cloyingly way_too_sweet
      so_much_sugar sugary saccharine`,
  },
  {
    id: 'too-salty',
    kind: 'claim',
    side: -1,
    name: { ja: 'しょっぱい', en: 'is too salty' },
    ja: `しょっぱ ショッパ 塩辛 塩っぱ 塩気が強 塩味が強 塩分が強 塩分強 味が濃すぎ 味濃すぎ
      味が濃くて 濃すぎて 塩の塊`,
    en: `too_salty so_salty salty overly_salty oversalted over-salted way_too_salty salt_bomb
      over-seasoned overseasoned salt_lick`,
  },
  {
    id: 'too-spicy',
    kind: 'claim',
    side: -1,
    name: { ja: '辛すぎる', en: 'is too spicy' },
    ja: `辛すぎ からすぎ 激辛すぎ 辛くて食 辛くて無理 口がヒリヒリ 口の中が痛 舌が痺れ 辛さが強
      汗が止まらな 胃が痛くな`,
    en: `too_spicy too_hot_to_eat way_too_spicy overly_spicy unbearably_spicy burnt_my_mouth
      mouth_on_fire my_mouth_is_burning too_much_chilli too_much_chili`,
  },
  {
    id: 'greasy',
    kind: 'claim',
    side: -1,
    name: { ja: '脂っこい', en: 'is greasy' },
    ja: `脂っこ 油っぽ 脂っぽ ギトギト ぎとぎと 油まみれ 油が回 油の味 胃もたれ いもたれ 胸焼け
      胸やけ ギトっと 油が古`,
    en: `greasy oily too_oily too_greasy dripping_in_grease dripping_in_oil swimming_in_oil
      swimming_in_grease grease_everywhere soggy soggy_bottom heavy_on_the_stomach`,
  },
  {
    id: 'dry-food',
    kind: 'claim',
    side: -1,
    name: { ja: 'ぱさついている', en: 'is dry' },
    ja: `パサパサ ぱさぱさ パサつ ぱさつ ぼそぼそ ボソボソ 水分が抜け カサカサの 干からび 焼きすぎ
      焼き過ぎ 火が通りすぎ 焦げて 焦げた 黒焦げ`,
    en: `overcooked over-cooked dry_and_overcooked dried_out too_dry so_dry bone_dry
      tough_as_leather tough_as_old rubbery chewy_and burnt_to burnt_to_a_crisp charred stringy
      well_overdone overdone`,
  },
  {
    id: 'tender',
    kind: 'claim',
    side: 1,
    name: { ja: 'ジューシー', en: 'is tender and juicy' },
    ja: `ジューシー じゅーしー 肉汁 口の中でとろ 口の中で溶け ほろほろ ホロホロ 脂がのって
      脂が乗って 焼き加減が絶妙 焼き加減が最高 絶妙な焼き加減 ふっくら`,
    en: `juicy tender succulent_meat fall_off_the_bone fell_off_the_bone falls_off_the_bone
      cooked_to_perfection perfectly_cooked cooked_perfectly moist_and melted_in_my_mouth`,
  },
  {
    id: 'crispy',
    kind: 'claim',
    side: 1,
    name: { ja: '食感がいい', en: 'has a good texture' },
    ja: `食感がい 食感が良 食感が楽し 食感が最高 サクサクで カリカリ かりかり カリッと さくっと
      シャキシャキ しゃきしゃき パリパリ ぱりぱり プリプリ ぷりぷり コシがあ コシのある
      歯ごたえがあ 歯応えがあ`,
    en: `crispy crunchy crisp_and perfectly_crispy nice_crunch satisfying_crunch great_texture
      perfect_texture al_dente springy chewy_in_a_good`,
  },
  {
    id: 'irritates-skin',
    kind: 'claim',
    side: -1,
    name: { ja: '肌が荒れる', en: 'irritates the skin' },
    ja: `肌が荒れ 肌荒れし 肌荒れす かゆくな 痒くな 痒みが かゆみが ヒリヒリ ひりひり ピリピリする
      赤くなっ 赤くなり ブツブツが 湿疹が 蕁麻疹が出 ニキビができ ニキビが増 チクチク ちくちく
      肌に合わな`,
    en: `irritates irritated_my_skin irritated_skin itchy itches makes_me_itch itching
      burns_my_skin stings_my_skin stinging broke_out_in made_me_break_out breakouts
      gave_me_a_rash caused_a_rash red_and_itchy scratchy allergic_to_it`,
  },
  {
    id: 'moisturising',
    kind: 'claim',
    side: 1,
    name: { ja: '潤う', en: 'keeps skin moist' },
    ja: `潤う うるおう 潤った 潤って 潤い しっとり もっちり肌 つやつや ツヤツヤ つるつる
      ツルツルに 肌がきれいに 肌が綺麗に 透明感 ぷるんぷるん 毛穴が目立たな 化粧ノリ 化粧のり`,
    en: `moisturising moisturizing hydrating so_hydrating plump_skin glowing_skin
      skin_feels_amazing skin_feels_so skin_is_glowing dewy leaves_my_skin leaves_skin
      cleared_my_skin cleared_up_my smooth_skin baby_soft`,
  },
  {
    // Takes `cancelling` from the act: nobody leaves who speaks of noise cancelling.
    id: 'cancels-noise',
    kind: 'claim',
    side: 0,
    name: { ja: 'ノイズを消す', en: 'cancels noise' },
    ja: `ノイズキャンセリング ノイズキャンセル ノイズを消 雑音を消`,
    en: `noise_cancelling noise_canceling cancelling_headphones canceling_headphones
      cancelling_earbuds canceling_earbuds`,
  },
  {
    id: 'versatile',
    kind: 'claim',
    side: 1,
    name: { ja: 'いろいろ使える', en: 'is versatile' },
    ja: `色々使え いろいろ使え 何にでも使え なんにでも使え 何にでも合 なんにでも合 幅広く使え
      用途が広 使い道が多 着回し 着まわし 一台二役 一台で 1台で 万能 ばんのう 汎用性
      オールマイティ マルチに`,
    en: `all-rounder multi-purpose multipurpose multifunctional multi-functional
      goes_with_everything goes_with_anything jack_of_all_trades can_be_used_for
      one_for_everything dress_it_up swiss_army all-in-one does_it_all`,
  },
]
