import type { Claim } from './concept.ts'

/** How well a thing is made and how long it lasts: faults, durability, speed, finish. */
export const QUALITY_CLAIMS: readonly Claim[] = [
  {
    id: 'breaks-down',
    kind: 'claim',
    side: -1,
    name: { ja: '壊れる', en: 'breaks down' },
    ja: `壊れた 壊れて 壊れました 壊れる 壊れやす 壊れちゃ 壊れてた 壊れてしま 壊れている こわれた
      こわれて ぶっ壊れ ぶっこわれ 故障した 故障して 故障しました 故障中 故障が多 故障だ 故障かな
      故障の 壊れかけ 壊れそう お釈迦になっ オシャカ おしゃかに イカれた いかれた 逝った
      逝きました 逝ってしま お亡くなりに ご臨終 死んだ模様 使えなくなっ 使えなくなり 動かなくなっ
      動かなくなり 動かなくな 動作しなくな つかなくなっ 点かなくなっ 電源が入らな 電源入らな
      電源がつかな 電源落ち うんともすんとも 初期不良 不良品 欠陥品 欠陥商品 不具合品 故障続き
      壊れまく 映らなくなっ 充電できなくなっ 充電されなくな 反応しなくなっ 反応しなくなり
      パンクした 破れた 破れて 破れました 割れてた 割れていた 割れてまし 割れた 折れた もげた
      取れてしま すぐ取れ 破損して 破損した 破損し ポキッと折れ 水没した`,
    en: `broke_down breaks_down breaking_down broke_after broke_on broke_within broke_in_half
      broke_again broke_the_first just_broke it_broke they_broke already_broke already_broken
      has_broken have_broken is_broken was_broken arrived_broken came_broken completely_broken
      keeps_breaking breaks_easily breaks_after broken_again stopped_working stops_working
      quit_working ceased_to_work no_longer_works doesn't_work_anymore won't_turn_on
      wouldn't_turn_on won't_power_on won't_start won't_charge wouldn't_charge won't_switch_on
      doesn't_turn_on dead_on_arrival doa faulty defect defects defective malfunction* died_on_me
      just_died has_died gave_out gave_up_the_ghost packed_up packed_in conked_out crapped_out
      kaput bricked fell_apart falls_apart falling_apart fell_to_pieces came_apart coming_apart
      snapped_off snapped_in came_off shattered cracked_after ripped_after tore_after
      burned_out_after on_the_fritz on_the_blink out_of_order busted borked fubar`,
  },
  {
    id: 'does-not-work',
    kind: 'claim',
    side: -1,
    name: { ja: '動かない', en: 'does not work' },
    ja: `動かない 動きません 動作しない 動作しません 使えない 使えません 使えねえ 使えねー
      使い物にならな 機能しない 機能してない 機能していない 反応しない 反応しません 反応がない
      効かない 効きません 効かねえ 起動しない 起動しません 立ち上がらな 開けない 開かない
      開きません 表示されな 表示できな 読み込まな 読み込めな 映らない 映りません 繋がらない
      繋がりません つながらない つながりません つながらん 接続できな ログインできな ログイン出来な
      入れないんだけど アクセスできな アクセス出来な 再生できな 再生されな 音が出ない 音出ない
      充電できな 充電されな 認識しない 認識されな ペアリングできな 送信できな 届かないんだが
      保存できな ダウンロードできな インストールできな 決済できな 支払いできな 使えへん 動かへん
      動かん`,
    en: `doesn't_work does_not_work didn't_work did_not_work don't_work isn't_working
      is_not_working not_working aren't_working wasn't_working won't_work will_not_work won't_load
      won't_open won't_connect won't_play won't_sync won't_install won't_let_me doesn't_load
      doesn't_open doesn't_connect not_responding unresponsive can't_connect cannot_connect
      can't_log_in can't_login can't_sign_in cannot_log_in unable_to_log_in unable_to_connect
      unable_to_access can't_access cannot_access can't_get_it_to_work couldn't_get_it_to_work
      doesn't_do_anything does_nothing unusable useless_piece nothing_works no_sound black_screen
      blank_screen not_loading not_charging doesn't_charge not_syncing failed_to_load`,
  },
  {
    id: 'does-not-last',
    kind: 'claim',
    side: -1,
    name: { ja: 'もたない', en: 'does not last' },
    ja: `もたない もたなかった もたねえ 持たない 持たなかった 保たない もちが悪 持ちが悪 減りが早
      減りが速 減るのが早 すぐ減る すぐ切れ すぐなくな すぐ無くな すぐ壊れ すぐ壊 すぐダメになっ
      すぐ駄目に すぐだめに すぐ使えなく すぐ破れ すぐ剥が すぐへた すぐヘタ へたった へたって
      へたりが ヘタレて 長持ちしな 続かない 一年もたず 一日もたず 一日持たず 半日しか 数回で壊
      数ヶ月で壊 一年で壊 1年で壊 寿命が短 短命 劣化した 劣化して 毛玉だらけ 毛玉ができ ほつれて
      ほつれた 穴が開い 穴があい ボロボロ ぼろぼろに 経年劣化 消耗が激し 充電がもた 充電が持た
      電池切れ 電池がすぐ バッテリーがすぐ バッテリー切れ`,
    en: `battery_died battery_dies battery_dead doesn't_last does_not_last didn't_last
      did_not_last don't_last won't_last lasted_only only_lasted only_lasts barely_lasts
      barely_lasted hardly_lasts lasts_two lasted_a_week lasted_a_month lasted_less_than
      lasted_two_weeks short-lived short_life wears_out worn_out_after wore_out wearing_out
      wore_through drains_fast drains_quickly drains_so_fast drains_too battery_drain
      battery_drains drains_the_battery drained_in dies_quickly dies_so_fast dies_after dies_by
      dies_in dead_by dead_by_noon runs_out_quickly runs_out_fast runs_down falls_off_after
      fades_fast faded_after fades_after peeling frayed fraying degraded deteriorat* not_durable
      isn't_durable planned_obsolescence needs_charging_every charge_it_twice`,
  },
  {
    id: 'lasts-long',
    kind: 'claim',
    side: 1,
    name: { ja: '長持ちする', en: 'lasts long' },
    ja: `長持ち 長もち 長く使え 長く使って 長年使 何年も使 何年も使って 何年も使え 十年使 10年使
      10年以上使 もちがい もちが良 持ちがい 持ちが良 電池もち最高 一日もつ 丸一日もつ 一日余裕
      余裕でもつ 余裕で持つ 数日もつ よくもつ 全然減らない 減らない 減りが遅 充電が長 まだまだ使え
      まだ使えて まだ動いて いまだに現役 未だに現役 ずっと使える 一生使え 一生もの 一生物
      へたらない ヘタらない 劣化しな 色落ちしな 型崩れしな 持ちます`,
    en: `lasts_forever lasts_ages lasts_long lasts_longer lasts_all_day last_all_day lasts_for_days
      lasts_for_hours lasts_days lasts_me lasted_years lasted_for_years lasted_me long-lasting
      long-life built_to_last still_going_strong going_strong still_works still_working_after
      still_works_perfectly still_runs holds_a_charge holds_its_charge holds_up_well held_up_well
      holding_up stood_the_test stands_the_test years_later_and years_of_use never_needs_charging
      buy_it_for_life bifl days_on_a_single all_day_battery outlasts outlasted`,
  },
  {
    id: 'sturdy',
    kind: 'claim',
    side: 1,
    name: { ja: '丈夫', en: 'is sturdy' },
    ja: `壊れない 壊れにく 壊れません 壊れなかった こわれない 故障しな 故障知らず 割れない
      割れにく 破れない 破れにく 折れない 丈夫 頑丈 がんじょう がっしり がっちり しっかりした
      しっかりして しっかり作 しっかりとした 堅牢 強度がある 耐久性抜群 耐久性がある 耐久性も
      耐久性が高 つくりがい 作りがい 作りが良 造りが良 作りがしっかり 造りがしっかり へこたれない
      ビクともしな びくともしな 踏んでも 落としても大丈夫 落としても壊 安定感がある 安定感あ
      ぐらつかない 高耐久 堅実な作り`,
    en: `sturdy sturdier solid solidly_built well-built well_constructed built_like_a_tank
      built_solid rock-solid robust durable rugged tough_as_nails bulletproof indestructible
      unbreakable heavy-duty hard-wearing high_build_quality great_build_quality solid_build
      good_build_quality excellent_build_quality hasn't_broken never_broken never_breaks
      never_broke survived_a_drop survives_drops stable_and_sturdy can_take_a_beating
      takes_a_beating holds_together`,
  },
  {
    id: 'flimsy',
    kind: 'claim',
    side: -1,
    name: { ja: '作りが安っぽい', en: 'is flimsy' },
    ja: `ちゃち チャチ ちゃちい チャチい ペラペラ ぺらぺら 薄っぺら やわすぎ 脆い もろい 脆く
      脆すぎ 安っぽ やすっぽ 安物感 安物 プラスチック感 おもちゃみた おもちゃっぽ オモチャみた
      ショボい しょぼい ショボすぎ しょぼすぎ しょぼく ぐらぐら グラグラ ぐらつく ガタガタ がたつ
      ガタつ ガタが来 作りが雑 作りが甘 造りが雑 つくりが雑 縫製が甘 雑な作り 雑な造り 粗い作り
      粗末 劣悪 バリが残 建付けが悪 建て付けが悪 隙間だらけ 軟弱 華奢すぎ 強度不足 強度が足り
      耐久性がな 耐久性に欠 耐久性が低 耐久性に不安 100均レベル 百均レベル 百均以下`,
    en: `flimsy flimsily feels_cheap looks_cheap cheap_feeling cheap_plastic cheap_looking
      cheap_material cheap_materials plasticky wobbly wobbles rickety fragile brittle poorly_built
      poorly_constructed terrible_quality awful_quality sloppy_workmanship poor_workmanship
      bad_build_quality poor_build_quality loose_threads paper_thin too_thin see-through_fabric
      rubbish_quality junk_quality piece_of_junk piece_of_crap crap_quality crappy janky jank
      bent_easily tears_easily quality_has_gone_down quality_went_down`,
  },
  {
    id: 'high-quality',
    kind: 'claim',
    side: 1,
    name: { ja: '高品質', en: 'is of high quality' },
    ja: `高品質 品質がい 品質が良 品質も良 品質が高 品質が素晴らし 品質の高 品質の良
      クオリティが高 クオリティ高 クオリティたか クオリティがすご ハイクオリティ 質がい 質が良
      質が高 質も良 上質 良質 良い品 良い商品 いい商品 素晴らしい商品 いい品 逸品 一級品 一流
      本格的 完成度が高 完成度高 完成度が半端 高級感 高見え 作り込みが 丁寧な作り 丁寧に作
      丁寧な仕事 職人の技 精巧 精緻 プレミアム感 プロ仕様 ハイレベル レベルが高 レベル高
      さすが日本製`,
    en: `high-quality good_quality great_quality excellent_quality amazing_quality top_quality
      top-notch first-class first-rate world-class best_quality superb_quality fantastic_quality
      quality_is_great quality_is_amazing quality_is_excellent quality_is_good premium_feel
      feels_premium looks_expensive high-end exquisite exquisitely craftsmanship masterpiece
      attention_to_detail top-tier top_of_the_line high_standard impeccable quality_product
      superior_quality`,
  },
  {
    id: 'slow',
    kind: 'claim',
    side: -1,
    name: { ja: '遅い', en: 'is slow' },
    ja: `遅い 遅すぎ 遅くて 遅いん おそい おそすぎ クソ遅 くそ遅 激遅 鬼遅 おっそ 遅っ 重い 重すぎ
      重くて 重たい 重たすぎ クソ重 激重 おもすぎ もっさり モッサリ モタモタ もたもた もたつ
      モタつ カクカク かくかく カクつ かくつく ガクガク ラグい ラグす ラグくて ラグりまく ラグる
      処理落ち 処理が遅 遅延がひど 遅延がすご 低速 速度が出な スピードが出な 速度出な 速度が遅
      スピードが遅 通信速度が落 読み込みが遅 読み込みが長 ロードが長 ロード長 ロードが遅
      ロード時間が長 反応が遅 反応が悪 反応悪 レスポンスが悪 動作が重 動作が遅 動作重
      サクサク動かな ぐるぐるしたまま くるくるしたまま ぐるぐる回 固まりがち 時間がかかりすぎ
      時間かかりすぎ 時間がかかる 時間かかる のろすぎ 鈍い`,
    en: `slow slower slowest slowly painfully_slow so_slow too_slow super_slow slow_as
      slow_as_molasses slow_as_hell snail snail's_pace sluggish laggy lag lags lagging lagged
      lag_spikes latency_is stutter stutters stuttering stuttery choppy jittery unresponsive_ui
      takes_forever took_forever taking_forever takes_ages taking_ages takes_too_long
      taking_too_long takes_so_long loads_slowly slow_to_load slow_loading slow_internet
      slow_speeds slow_wifi buffering buffers keeps_buffering spinning_wheel bogged_down crawls
      crawling_along dial-up_speeds throttled throttling low_fps frame_drops fps_drops
      dropped_frames clunky`,
  },
  {
    id: 'fast',
    kind: 'claim',
    side: 1,
    name: { ja: '速い', en: 'is fast' },
    ja: `速い 速すぎ 速くて 速くな 爆速 激速 鬼速 ばく速 速っ はやっ 早っ サクサク さくさく
      サックサク ヌルヌル動 ぬるぬる動 ぬるぬるうご キビキビ きびきび 軽快 瞬時に 一瞬で 秒で終わ
      秒で届 スピーディー スピーディ 処理が早 処理が速 反応が早 反応が速 反応がい レスポンスがい
      レスポンスが良 レスポンスが早 動作が軽 動作軽 動作が速 動作も速 スムーズ すむーず 快速
      ラグがな ラグなし 遅延なし 遅延がな ストレスなく ストレスフリー あっという間に充電 仕事が早
      仕事が速 スピード感`,
    en: `super_fast so_fast really_fast very_fast blazing_fast blazingly_fast lightning_fast
      insanely_fast crazy_fast fast_as_hell wicked_fast speedy snappy responsive buttery_smooth
      butter_smooth smooth_as_butter runs_smoothly runs_smooth smooth_performance zippy
      quick_to_load loads_instantly instant_load instantly no_lag lag-free zero_lag without_lag
      fast_charging_is charges_fast charges_quickly fast_wifi fast_internet fast_speeds smooth
      smoothly seamless seamlessly works_like_a_charm faster_than`,
  },
  {
    id: 'overheats',
    kind: 'claim',
    side: -1,
    name: { ja: '熱くなる', en: 'overheats' },
    ja: `熱くなる 熱くなっ 熱くなり 熱すぎ 熱い本体 発熱がすご 発熱がひど 発熱が激 発熱する 本体が熱
      あっちっち アッチッチ 激アツになっ 熱を持 熱暴走 過熱 オーバーヒート 触れないほど熱
      火傷しそう やけどしそう カイロかよ カイロになる カイロ代わり ホッカイロ 発火 煙が出 煙を吹
      焦げ臭 焦げくさ 焦げた臭い 膨張した バッテリー膨張`,
    en: `overheat* gets_hot gets_so_hot gets_too_hot gets_very_hot getting_hot got_hot running_hot
      runs_hot too_hot_to_touch hot_to_the_touch burning_hot caught_fire catches_fire
      on_fire_literally burning_smell thermal_throttling swollen_battery battery_swelled
      burned_my_hand fire_hazard`,
  },
  {
    id: 'noisy',
    kind: 'claim',
    side: -1,
    name: { ja: 'うるさい', en: 'is noisy' },
    ja: `うるさい うるさくて うるさすぎ うるせえ うるせー うるさかった 五月蝿 煩い 騒がしい
      騒がしく やかましい やかまし 騒音 爆音 音が大き 音がでか 音が気になる 音が気になっ
      動作音が大 動作音が気 ファンの音 ファンがうる 異音 変な音 キーキー ギーギー ギシギシ
      キュルキュル ガラガラ音 カタカタ音 ガタガタ音 モーター音 耳障り 壁が薄 壁薄 筒抜け
      隣の部屋の音 隣の音 音漏れ ノイズが ノイズがひど 雑音 ハウリング 静かじゃな 賑やかすぎ
      足音が`,
    en: `noisy noisier loud_noise too_loud so_loud very_loud really_loud insanely_loud loud_fan
      fan_is_loud deafening ear-splitting rattles rattling squeaks squeaky squeaking creaks creaky
      grinding_noise weird_noise strange_noise whirring humming_noise thin_walls paper-thin_walls
      could_hear_everything hear_everything heard_every noise_from kept_me_awake kept_us_awake
      kept_us_up racket sounds_like_a_jet jet_engine static_noise audio_crackles distortion`,
  },
  {
    id: 'quiet',
    kind: 'claim',
    side: 1,
    name: { ja: '静か', en: 'is quiet' },
    ja: `静か しずか 静音 静粛 音がしない 音がほとんど 音が気にならな 音も気にならな うるさくない
      うるさくなく うるさくありません 無音 落ち着いた空間 静かで 静かな 防音がしっかり ほぼ無音
      ノイズがな ノイキャンが効`,
    en: `quiet quieter whisper-quiet silent silently barely_hear can't_hear_it noiseless peaceful
      tranquil not_noisy noise-free soundproof so_peaceful peace_and_quiet serene`,
  },
  {
    id: 'fake-product',
    kind: 'claim',
    side: -1,
    name: { ja: '偽物', en: 'is fake' },
    ja: `偽物 にせもの ニセモノ 偽ブランド パチモン ぱちもん パチもの バッタもん バッタモン コピー品
      模造品 類似品 海賊版 まがい物 紛い物 本物じゃな 本物ではな 正規品じゃな 正規品ではな
      正規品か怪 非正規 パクリ ぱくり パクった パクって 盗作 トレパク`,
    en: `counterfeit* knock-off knockoffs knock-offs fake_product fake_one fakes is_fake are_fake
      was_fake they're_fake a_fake not_genuine isn't_genuine not_authentic isn't_authentic
      inauthentic bootleg* dupe_of imitation replica plagiari* ripped_off_from stolen_design
      blatant_copy cheap_copy copycat`,
  },
  {
    id: 'genuine-product',
    kind: 'claim',
    side: 1,
    name: { ja: '本物', en: 'is genuine' },
    ja: '本物の 本物だ 正規品で 正規品だ 純正 正真正銘 ホンモノ 保証書付',
    en: 'genuine_product genuine_article 100%_authentic the_real_deal bona_fide original_parts',
  },
  {
    id: 'beautiful',
    kind: 'claim',
    side: 1,
    name: { ja: 'きれい', en: 'is beautiful' },
    ja: `綺麗 きれいな きれいで きれいだ きれいに キレイ 奇麗 美し うつくし 美麗 麗し 華やか 鮮やか
      色鮮やか 発色がい 発色が良 画質がい 画質が良 高画質 鮮明 くっきり 映像美 絵がきれい 作画が神
      作画がい 作画やば おしゃれ オシャレ お洒落 スタイリッシュ 洗練され エレガント 上品 可愛い
      かわいい カワイイ かわいすぎ 可愛すぎ かわよ かわちい かわゆ かわええ 可愛らし かわいらし
      キュート カッコいい かっこいい かっこよ カッコよ カッコ良 格好いい 格好良 かっけー かっけえ
      かっけぇ 素敵 すてき ステキ 見栄えがい 見た目がい デザインが良 デザインがい デザインが好
      デザインも好 デザインも可愛 見惚れ みとれ うっとり 絶景 眺めがい 眺めが良 景色がい 景色が良
      景色最高 映え 映える インスタ映え 写真映え 眼福 神々し ビジュが良 ビジュ良 ビジュ爆発 顔がい
      顔が良 似合って 似合う`,
    en: `beautiful beautifully gorgeous stunning stunningly pretty lovely_design looks_great
      looks_amazing looks_beautiful looks_good looks_lovely looks_stunning eye_candy cute cutest
      adorable stylish sleek chic elegant elegantly classy aesthetic aesthetically_pleasing
      breathtaking picturesque scenic spectacular_views great_view amazing_view amazing_views
      beautiful_views vivid vibrant crisp sharp_image crystal_clear good-looking handsome
      charming_little exquisitely_designed visually_stunning photogenic
      instagrammable instagram-worthy easy_on_the_eye drop-dead_gorgeous swoon dreamy`,
  },
  {
    id: 'ugly',
    kind: 'claim',
    side: -1,
    name: { ja: '見た目が悪い', en: 'looks bad' },
    ja: `ダサすぎ ださすぎ ダッサ だっさ クソダサ くそださ ダサかっ 醜い 不細工 ブサイク
      見た目が悪 見栄えが悪 見た目がちょっと デザインが悪 デザインがひど デザインがダサ
      デザインがイマイチ デザインがいまいち 可愛くない かわいくない 可愛くなかっ 古臭い 古くさい
      古くささ 古臭く 野暮った 似合わない 似合わなかっ 色が違 色味が違 画像と違 画質が悪 画質が荒
      画質が粗 画質悪 ぼやけ 作画崩壊 作画がひど 作画が酷 作画がやば 悪趣味 趣味が悪 センスがな
      センスない センスなさ センスが悪 みすぼらし 地味すぎ`,
    en: `ugly uglier ugliest hideous eyesore eye_sore unattractive looks_awful looks_terrible
      looks_horrible looks_bad looks_tacky looks_stupid looks_ridiculous looks_dated
      outdated_design dated_look frumpy gaudy garish fugly drab not_flattering unflattering blurry
      pixelated grainy washed_out_colors wrong_color wrong_colour horrendous_design`,
  },
]
