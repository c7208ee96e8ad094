import type { Claim } from './concept.ts'

/** What is said of goods at home, told apart more finely than the reader needs it. */
export const GOODS_CLAIMS: readonly Claim[] = [
  {
    id: 'easy-to-clean',
    kind: 'claim',
    side: 1,
    name: { ja: '手入れしやすい', en: 'is easy to clean' },
    ja: `洗いやす 洗い易 手入れしやす 手入れが楽 手入れがらく 手入れが簡単 手入れ簡単 手入れ楽 手入れラク
      お手入れ楽 手入れもしやす 手入れも楽 手入れも簡単 掃除しやす 掃除が楽 掃除が簡単 掃除も楽 掃除も簡単
      掃除ラク 掃除楽 洗うのが楽 洗うのも楽 洗うのが簡単 洗うのも簡単 拭くだけ ふくだけ 拭けば 一拭き ひと拭き
      さっと拭 サッと拭 さっと洗 サッと洗 すすぐだけ 水で流す 流すだけ 水洗いでき 丸洗いでき 丸洗い可 まるごと洗
      分解して洗え 分解が簡単 外して洗え 取り外して洗 汚れが落ち 汚れがすぐ落ち すぐ落ち するっと落ち
      汚れにく 汚れがつきにく 汚れが付きにく こびりつかな 手間がかからな 手間いらず 洗い物が楽 洗い物が減 洗う所が少
      洗うところが少 すぐ洗え 簡単に洗え 洗えるのが 隅まで洗 奥まで洗 奥まで手が入 手が入る`,
    en: `easy_to_clean easy_clean easier_to_clean simple_to_clean quick_to_clean cleans_up cleans_easily
      easy_to_wash easy_to_rinse easy_to_wipe easy_to_maintain easy_to_keep_clean easy_to_take_apart
      wipes_clean wipe_clean wipes_down wipe_down wipe_it quick_wipe quick_rinse rinse_and
      rinses_clean rinses_out rinse_it rinses_off just_rinse a_rinse washes_up cleaning_is_a_breeze
      cleaning_is_easy cleaning_is_quick cleaning_takes cleanup_is easy_cleanup no_mess
      low_maintenance breeze_to_clean cinch_to_clean doddle_to_clean comes_apart
      stays_clean no_scrubbing nothing_sticks doesn't_stain`,
  },
  {
    id: 'hard-to-clean',
    kind: 'claim',
    side: -1,
    name: { ja: '手入れしにくい', en: 'is hard to clean' },
    ja: `洗いにく 洗い難 洗いづら 洗いずら 手入れしにく 手入れが大変 手入れが面倒 手入れがめんど 手入れしづら
      手入れめんど 手入れ面倒 手入れ大変 掃除しにく 掃除が大変 掃除が面倒 掃除がめんど 掃除しづら 洗うのが面倒
      洗うのが大変 洗うのめんど 洗うの面倒 洗うのが手間 洗えない 洗えん 汚れが落ちな 汚れが取れな 汚れが溜ま
      汚れがたま 汚れが残 溜まる カスが カビ ヌメり ぬめり 隙間に 奥まで届かな 手が入らな 指が入らな ブラシが届か
      ブラシが入ら 分解できな 分解が面倒 分解しにく 部品が多 パーツが多 溝に 茶渋が 水垢 こびりつ 落ちにく`,
    en: `hard_to_clean difficult_to_clean impossible_to_clean harder_to_clean tricky_to_clean
      pain_to_clean nightmare_to_clean bear_to_clean awkward_to_clean fiddly_to_clean annoying_to_clean
      cleaning_it_is cleaning_is_a_pain cleaning_is_a_nightmare pain_to_wash hard_to_wash
      hard_to_rinse hard_to_reach can't_reach can't_get_into gets_stuck gunk gunky crud residue
      crevice crevices nooks mould mold mouldy moldy limescale toothbrush bottle_brush
      takes_forever_to_clean ages_to_clean scrub scrubbing won't_come_clean too_many_parts`,
  },
  {
    id: 'used-for-years',
    kind: 'claim',
    side: 1,
    name: { ja: '何年も使える', en: 'has lasted for years' },
    ja: `年使って 年以上使 年目 年経って 年たって 年間使 年も使 年使い 年選手 年前に買 年前から 年愛用 年壊れ 年間壊れ
      年現役 年ノートラブル ずっと使って 使い続けて 長年 愛用して 代々 親の代 学生時代から 学生の頃から 独身時代から 子供の頃から
      結婚した時から 結婚当初から 未だに まだ現役 今も現役 まだまだ現役 現役で バリバリ現役 びくとも 一度も壊 一度も故障 買い替えて
      買い替えな 買い替える必要 まだ動 まだ使 元気に動 新品同様 新品みたい へたら へたり ノートラブル トラブルなし もってる`,
    en: `for_years in_years several_years many_years over_the_years two_years three_years four_years
      five_years six_years seven_years eight_years nine_years ten_years fifteen_years twenty_years
      a_decade decades years_and_counting years_later years_on years_old years_ago years_now
      years_in year_old yr yrs since_school since_uni since_we_got_married outlived outlives
      still_works still_working still_going still_runs still_like_new good_as_new still_perfect
      never_failed never_broken never_broke never_let_me_down never_given_up never_missed
      not_a_single_fault never_had_a_problem workhorse trooper hasn't_aged hasn't_missed
      no_signs_of_wear like_the_day handed_down hand-me-down daily_use_for`,
  },
  {
    id: 'looks-fitting',
    kind: 'claim',
    side: 1,
    name: { ja: '見た目がいい', en: 'looks good' },
    ja: `見た目が好 見た目も好 見た目が可愛 見た目も良 見た目も素 見た目だけ 見た目で 見た目に 見た目最高 見た目◎ 一目惚れ ひとめぼれ
      一目ぼれ 見るたび 見てるだけ 見ているだけ 眺めて 飾って 飾りた 飾れる 置いておくだけ 置くだけで 置いてあるだけ 置いてるだけ
      出しっぱなし 出しておきた 出したまま 絵になる 様になる さまになる 馴染 なじむ なじんで 部屋に合 部屋が明る インテリア
      雰囲気が出 たたずまい 佇まい フォルム 曲線 シルエット 質感 色味 色合い 色がい 色が好 色が良 色も 色が可愛 くすみカラー
      シンプルで 無駄のない すっきりした 高級感 存在感 センス 洒落て 洒落た 褒められ ほめられ どこで買ったの どこのって聞かれ 聞かれた ジャケ買い
      写真撮りた 写真を撮りた 撮りたくな 写真に撮 テンション上が 気分が上が 気分が上がる 眼福`,
    en: `looks_nice looks_lovely looks_cool looks_fab looks_class looks_smart looks_the_part
      looks_expensive looks_so_good looks_even_better looks_perfect good_looking good-looking
      nice-looking nice_looking best_looking prettiest pretty handsome sleek elegant stylish
      gorgeous eye-catching aesthetic aesthetics aesthetically curves lines_of_it silhouette
      finish matte colourway shade_of showpiece show_off showing_it_off statement_piece
      centrepiece centerpiece on_display leave_it_out left_out_on countertop worktop on_the_shelf
      shelf looks_at_home fits_right_in fits_the_room matches_my matches_the goes_with compliments
      complimented asks_where asked_where keep_looking_at can't_stop_looking staring_at stare
      photogenic instagram easy_on_the_eye work_of_art piece_of_art museum sculpture`,
  },
  {
    id: 'tastes-better',
    kind: 'claim',
    side: 1,
    name: { ja: '味がよくなる', en: 'makes things taste better' },
    ja: `味が変わ 味が違 味が全然違 味が良くな 味がよくな 味が段違い 味に変わ 味がまろやか まろやか 雑味がな 雑味が消 雑味が減
      香りが立 香りがい 香りが良 香りが全然 香りが違 風味が コクが 甘みが 甘味が 深みが すっきりした味 口当たりが 後味が
      旨くな うまくな 美味くな おいしくな 美味しくな 美味しく感 おいしく感 美味しく淹れ おいしく淹れ 美味しく飲 うまい うまっ 美味い 旨い うますぎ うめえ
      うめー 店の味 お店の味 カフェの味 喫茶店の味 カフェみたい カフェ並 お店みたい 専門店 喫茶店に行か カフェに行か 外で飲 別物`,
    en: `tastes_better taste_better tasted_better taste_so_much_better tastes_so_much_better
      tastes_different taste_different tastes_like tastes_richer richer_taste better_tasting
      tastier tasty more_flavour more_flavor flavour_is flavor_is flavours flavors fuller_flavour
      full-bodied smoother smooth richer rounder less_bitter not_bitter no_bitterness bitterness
      aroma aromatic crema like_a_cafe cafe_quality café_quality barista barista-level
      coffee_shop_quality better_than_the_cafe better_coffee better_cup best_coffee best_cup
      best_tea best_brew lovely_brew brings_out`,
  },
  {
    id: 'hard-to-get-supplies',
    kind: 'claim',
    side: -1,
    name: { ja: '消耗品が手に入らない', en: 'has supplies that are hard to find' },
    ja: `詰め替えが 詰替が 詰め替え用が 替えが売って 替えのフィルター 交換用 純正品が 消耗品が 売ってない 売ってません 売っていな 売ってねえ
      売ってへん 売ってなかった 置いてない 置いてません 置いていな 置いてへん 置いてなかった 見つからな 見当たらな 手に入らな 手に入りにく 入手困難
      入手でき 取り寄せ どこにもな どこにも売 どこで買え 何軒も 何件も 何軒回 はしごし 入荷待ち 入荷しな 廃番 廃盤 生産終了 欠品`,
    en: `can't_find can't_get_hold can't_get_them can't_get_any can't_buy hard_to_find
      harder_to_find hard_to_get hard_to_come_by hard_to_source impossible_to_find nowhere_sells
      nobody_sells no_one_sells nobody_stocks no_one_stocks nowhere_stocks doesn't_stock don't_stock
      stocks_the sold_out_everywhere refill refills cartridges replacement_filters
      replacement_filter discontinued back-ordered backordered special_order hunting_for
      hunt_for tracking_down track_down three_shops every_shop several_shops`,
  },
  {
    id: 'disconnects',
    kind: 'claim',
    side: -1,
    name: { ja: '接続が切れる', en: 'loses its connection' },
    ja: `接続が切れ 接続切れ 接続が不安定 接続でき 接続が途切 つながらな 繋がらな 繋がらん つながらん 切断され 切断する ペアリングし直
      ペアリングが ペアリングでき ペアリング切れ 同期しな 同期でき 認識しな 認識され 再接続 再起動しない オフライン bluetoothが 途切れる 途切れ`,
    en: `disconnects disconnected disconnecting disconnect keeps_disconnecting loses_connection
      losing_connection lost_connection loses_the_connection drops_the_connection drops_connection
      connection_drops dropping_out drops_out won't_connect doesn't_connect not_connecting
      can't_connect won't_pair doesn't_pair unpaired re-pair pairing reconnect reconnecting
      device_offline shows_offline offline_again won't_sync stopped_syncing not_found`,
  },
]
