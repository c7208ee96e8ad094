import type { Claim } from './concept.ts'

/** What is said of goods at home, told apart more finely than the reader needs it. */
export const GOODS_CLAIMS: readonly Claim[] = [
  {
    id: 'easy-to-clean',
    kind: 'claim',
    side: 1,
    name: { ja: '手入れしやすい', en: 'is easy to clean' },
    ja: `洗い易 手入れしやす 手入れが楽 手入れがらく 手入れが簡単 手入れ簡単 手入れ楽 手入れラク お手入れ楽 手入れもしやす 手入れも楽 手入れも簡単 掃除が楽
      掃除が簡単 掃除も楽 掃除も簡単 掃除ラク 掃除楽 洗うのが楽 洗うのも楽 洗うのが簡単 洗うのも簡単 拭くだけ ふくだけ 一拭き ひと拭き さっと拭 さっと洗
      すすぐだけ 水で流す 流すだけ 水洗いでき 丸洗いでき 丸洗い可 まるごと洗 分解して洗え 分解が簡単 外して洗え 取り外して洗 汚れがすぐ落ち するっと落ち 汚れにく
      汚れがつきにく 汚れが付きにく こびりつかな 洗い物が楽 洗い物が減 洗う所が少 洗うところが少 簡単に洗え 洗えるのが 隅まで洗 奥まで洗 奥まで手が入 手が入る
      洗浄が簡単 洗浄も簡単 洗浄が楽 洗うのに 洗うだけ 洗って終わ 拭いて終わ 拭くの 拭いたら 水でさっと 水ですすぐ 水だけで ゆすぐだけ 洗剤いら 洗剤なし 洗剤要ら
      スポンジが入 スポンジで 手がすっぽり 口が広 広口 シンプルな構造 構造が単純 構造がシンプル パーツが少 部品が少 部品の数が少 分解でき 外せる 外せて 取り外せ
      全部外 ばらせる バラして 組み立て直 後片付け 後片づけ 片付けが楽 片付けが早 片付けも 片付け楽 片づけが 洗い物 洗い物が早 秒で洗 秒で終 一分で 数分で
      すぐ終わ すぐ済 すぐきれい すぐ綺麗 きれいになる きれいに保 清潔に保 ストレスがな 面倒くさがり ずぼら 不精 無精 ものぐさ 洗うのも一瞬 洗うのが一瞬 洗うのすぐ
      洗うの楽 洗うのらく 掃除もらく 掃除がらく 掃除いらず 掃除が苦 掃除のしやす 手入れのしやす 手入れが苦 手入れもらく 手入れいらず 手入れが早 手入れがすぐ
      手入れに時間 手入れの手間 洗浄しやす 洗浄楽 すっと落ち さっと流 さっとすす さっと拭け さっとふ 水洗いで 水洗いだけ 水洗いOK 丸洗いで 丸洗いok 丸ごと洗
      全部洗え 中まで洗え 底まで洗え 底まで手 底まで届 汚れが残ら 汚れがたまら 汚れもすぐ 茶渋がつかな 茶渋も落ち 匂いが残らな 匂い残り においが残らな 洗い残し
      洗いもの 毎日洗 毎回洗 洗う気にな ぽいっと食洗 組み立ても簡単 分解も簡単 分解がラク 分解しやす 取り外しが簡単 取り外し簡単 拭き取 拭いただけ 布巾で
      ふきんで 手入れ◎ 手入れ最高 手入れも早 手入れも短 手入れに手間 手入れは簡単 手入れは楽 手入れはらく 掃除は簡単 掃除は楽 洗うのは簡単 洗うのは楽 洗い方が簡単
      水ですぐ 水で簡単 お湯ですす お湯で流 洗剤を使わ ブラシが届 ブラシ一本 角がな 凹凸がな 継ぎ目がな 溝がな 洗いやす 掃除しやす 汚れが落ち 汚れ落ち 汚れ知らず`,
    en: `easy_clean easier_to_clean simple_to_clean quick_to_clean cleans_up cleans_easily
      easy_to_wash easy_to_rinse easy_to_wipe easy_to_maintain easy_to_keep_clean
      easy_to_take_apart wipes_clean wipe_clean wipes_down wipe_down wipe_it quick_wipe
      quick_rinse rinse_and rinses_clean rinses_out rinse_it rinses_off just_rinse a_rinse
      washes_up cleaning_is_a_breeze cleaning_is_easy cleaning_is_quick cleaning_takes
      cleanup_is easy_cleanup no_mess low_maintenance breeze_to_clean cinch_to_clean
      doddle_to_clean comes_apart stays_clean no_scrubbing nothing_sticks doesn't_stain
      easy_to_look_after easy_to_dismantle easy_to_strip easy_to_rinse_out
      cleaning_it_is_easy cleaning_it_is_quick cleaning_it_takes cleaned_in clean_in_seconds
      clean_it_in clean_in_under clean_in_a_minute a_minute_to_clean seconds_to_clean
      easy_to_get_clean gets_clean comes_clean clean_as_a wide_mouth wide_opening hand_fits
      fits_my_hand brush_fits few_parts fewer_parts three_parts parts_come parts_come_off
      comes_off_easily lifts_out pops_out pops_off pulls_apart takes_apart take_it_apart
      apart_in_seconds damp_cloth wiped wiping under_the_tap under_the_faucet swill rinsing
      rinsed no_soap warm_water doesn't_cling don't_cling doesn't_stick nothing_clings
      no_nooks no_corners no_crevices washing_up washing_it_up quick_wash easy_wash too_lazy
      even_for_lazy sparkling maintenance_is upkeep_is little_upkeep no_faff no_hassle
      no_bother cleans_in clean_up_is cleaning_up_is cleaning_is_no cleaning_is_simple
      cleaning_is_so cleaning_is_just cleaning_couldn't cleaning_doesn't_take
      cleaning_this_is cleaning_it_only cleaning_it_couldn't so_easy_to_keep easy_to_sort
      easy_to_get_into so_easy_to_clean dead_easy_to_clean dead_easy_to_wash
      super_easy_to_clean really_easy_to_clean wash_it_in washes_in washes_off washes_easily
      washes_out washed_in washing_it_is washing_it_takes rinse_under rinse_it_under
      rinse_it_out quick_rinse_and rinse_and_done rinse_and_go a_quick_wash a_quick_swill
      wipe_over quick_wipe_over wiped_down wiped_clean wipe_and_done one_wipe a_wipe
      single_wipe keeps_clean keep_clean stays_spotless coffee_oils no_stains no_residue
      no_gunk no_limescale no_smell_left doesn't_hold_smells doesn't_hold_the_smell
      all_comes_apart whole_thing_comes comes_to_bits comes_to_pieces goes_back_together
      goes_in_the_dishwasher straight_in_the_dishwasher get_to_every_corner
      get_your_hand_in hand_in_it less_washing-up thirty_seconds_to_clean done_in_seconds
      takes_seconds takes_a_minute cleans_like cleaning_it_has cleaning_it_was cleaning_has
      cleaning_was cleans_so cleans_really cleaning_up_takes wash_up_is washing_up_is
      takes_no_time_to takes_no_time_to_clean no_time_to_clean clean_it_every clean_it_after
      keep_it_clean easier_to_wash easiest_thing_to_clean easiest_to_clean simple_to_wash
      simple_to_rinse smooth_inside no_awkward no_fiddly nothing_fiddly without_scrubbing
      easy_to_clean hygienic spotless`,
  },
  {
    id: 'hard-to-clean',
    kind: 'claim',
    side: -1,
    name: { ja: '手入れしにくい', en: 'is hard to clean' },
    ja: `洗い難 洗いづら 洗いずら 手入れしにく 手入れが大変 手入れが面倒 手入れがめんど 手入れしづら 手入れめんど 手入れ面倒 手入れ大変 掃除しにく 掃除が大変
      掃除が面倒 掃除がめんど 掃除しづら 洗うのが面倒 洗うのが大変 洗うのめんど 洗うの面倒 洗うのが手間 洗えない 洗えん 汚れが取れな 汚れが溜ま 汚れがたま 汚れが残
      ヌメり 奥まで届かな 手が入らな 指が入らな ブラシが届か ブラシが入ら 分解できな 分解が面倒 分解しにく 部品が多 パーツが多 茶渋が こびりつ 落ちにく 洗うのに時間
      洗うのに苦労 手入れに時間がかか 手入れに苦労 手入れがしんど 手入れがだる 手入れだる 掃除がだる 掃除がしんど 洗うのだる 洗うのしんど 底が洗 底まで洗えな 中が洗
      中まで洗えな 洗いきれ 汚れがこびり 粉が詰 粉が残 粉が溜 ゴミが溜 汚れが気にな 洗い物が増 洗いにく 水垢 汚れが落ちな`,
    en: `difficult_to_clean harder_to_clean tricky_to_clean pain_to_clean nightmare_to_clean
      bear_to_clean awkward_to_clean fiddly_to_clean annoying_to_clean cleaning_it_is
      cleaning_is_a_pain cleaning_is_a_nightmare pain_to_wash hard_to_wash hard_to_rinse
      hard_to_reach can't_reach can't_get_into gets_stuck gunk gunky residue crevice
      crevices nooks limescale toothbrush bottle_brush takes_forever_to_clean ages_to_clean
      scrubbing won't_come_clean too_many_parts cleaning_takes_ages cleaning_takes_forever
      hate_cleaning cleaning_is_awful cleaning_is_horrible cleaning_is_such cleaning_is_hard
      takes_ages_to_clean pig_to_clean sod_to_clean nightmare_to_wash
      pain_in_the_neck_to_clean can't_clean can't_get_it_clean never_gets_clean
      never_comes_clean impossible_to_get_clean hard_to_get_clean brush_won't
      brush_doesn't_reach hand_doesn't_fit hand_won't_fit too_narrow_to traps_dirt
      traps_grounds builds_up collects_dirt hard_to_clean impossible_to_clean
      mould mold mouldy`,
  },
  {
    id: 'used-for-years',
    kind: 'claim',
    side: 1,
    name: { ja: '何年も使える', en: 'has lasted for years' },
    ja: `年使って 年以上使 年経って 年たって 年間使 年も使 年使い 年選手 年愛用 年壊れ 年間壊れ 年現役 年ノートラブル ずっと使って 使い続けて 長年 愛用して
      代々 親の代 学生時代から 学生の頃から 独身時代から 子供の頃から 結婚した時から 結婚当初から 未だに まだ現役 今も現役 まだまだ現役 現役で バリバリ現役 びくとも
      一度も壊 一度も故障 買い替えて 買い替えな 買い替える必要 まだ動 まだ使 元気に動 新品同様 新品みたい へたら へたり ノートラブル トラブルなし もってる 十年以上
      十数年 数年使 年以上 年越し 年超え 年物 年もの 年落ち 年経つ 年たつ 年経った 年が経 年になりま 年になるけど 年になるが 年もって 年持って 年もつ 年もち
      年の付き合い 長い付き合い 長く付き合 長持ちし 長もちし 毎日使って 毎日使っても 毎日使い 毎日のように使 酷使 ガシガシ使 雑に使 ヘビーに使 落としても 何度落と
      ぶつけても 倒しても 踏まれても 傷一つ 傷ひとつ まだいける まだ全然 全然現役 今でも 今だに いまだに いまも 今も使 ずっと同じ 同じものを 同じのを 二代目
      三代目 二台目 丈夫す 壊れる気配 壊れる気がし 壊れる様子 壊れそうにな 衰え 劣化を感 変わらず動 ぴんぴん ガタもこな 引っ越しを 引っ越しても 修理なし 修理知らず
      部品交換し 子供が生まれる前 年もの間 年弱 年ちょっと 年近く 年ぐらい使 年くらい使 年ほど使 年使え 年使う 年使った 年使っても 年は使 年は余裕 年は軽く
      年壊れな 年選手です 年同じ 年変わら 年故障 年越えて 年を超え 買って何年 買ってから何年 もう何年 かれこれ 傷だらけ`,
    en: `for_years several_years many_years over_the_years two_years three_years four_years
      five_years six_years seven_years eight_years nine_years ten_years fifteen_years
      twenty_years a_decade decades years_and_counting years_later years_old yr yrs
      since_school since_uni since_we_got_married outlived outlives still_working
      still_going still_like_new still_perfect never_failed never_given_up never_missed
      not_a_single_fault never_had_a_problem workhorse trooper hasn't_aged hasn't_missed
      no_signs_of_wear like_the_day handed_down hand-me-down daily_use_for everyday_for
      every_day_for daily_for for_a_decade for_ages for_so_long more_than_a_decade
      over_a_decade over_ten over_five years_of years_strong years_without years_and_still
      years_and_it years_and_not years_and_never years_and_no still_use still_using
      still_in_use still_on still_strong still_ticking still_kicking still_does still_here
      still_looks still_boils still_as_good still_fine same_one_since since_i_was
      since_before had_mine had_this_for had_it_for owned_it_for owned_mine had_one_for
      bought_in third_flat second_flat house_moves moved_house survived survives surviving
      took_a_fall dropped_it takes_abuse abuse_it built_like built_to last_a_lifetime
      lasts_a_lifetime will_outlast outlive_me outlasted_my outlasted_two never_dies
      doesn't_break refuses_to_die unkillable no_faults no_repairs never_repaired
      never_replaced haven't_replaced haven't_needed not_needed_to_replace
      no_need_to_replace not_once wear_and_tear looks_new as_new like_new my_gran gran_had
      mum_had for_two_years for_three_years for_four_years for_five_years for_six_years
      for_seven_years for_eight_years for_ten_years for_a_good_few few_years_now some_years
      going_on_five going_on_ten year_five year_six year_seven year_three year_four
      fifth_year sixth_year seventh_year third_year fourth_year tenth_year eighth_year
      had_mine_for had_it_years had_this_years still_the_same same_as_day_one as_day_one
      like_day_one as_the_first_day first_day_i_bought dented`,
  },
  {
    id: 'looks-fitting',
    kind: 'claim',
    side: 1,
    name: { ja: '見た目がいい', en: 'looks good' },
    ja: `見た目が好 見た目も好 見た目が可愛 見た目も良 見た目も素 見た目だけ 見た目で 見た目に 見た目最高 見た目◎ 見てるだけ 見ているだけ 飾って 飾りた 飾れる
      置いておくだけ 置くだけで 置いてあるだけ 置いてるだけ 出しっぱなし 出しておきた 出したまま 絵になる 様になる さまになる 馴染 なじんで 部屋に合 部屋が明る
      インテリア 雰囲気が出 たたずまい 佇まい フォルム 曲線 シルエット 質感 色味 色合い 色がい 色が好 色が良 色が可愛 くすみカラー 無駄のない すっきりした 存在感
      洒落て 洒落た 褒められ ほめられ どこで買ったの どこのって聞かれ ジャケ買い 写真撮りた 写真を撮りた 撮りたくな 写真に撮 気分が上が 気分が上がる 実物のほうが
      実物の方が 写真より実物 写真よりも 写真よりきれい 部屋の主役 主役になる しまうのがもったい しまえない しまいたくな 隠したくな 見せたくな 自慢した 目を引く
      目をひく 惚れ 佇む 凛とし レトロで レトロな 北欧 モダンで ミニマル ビジュ どこのブランド どこのですか どこのやつ どこで買った どこで買いました 色選び 色で選
      丸み ころんと ツヤ マット くすみ 真っ白 映え写真 絵みたい オブジェ 家具みたい 雑貨屋 雑誌 格が上が おしゃれに見え 様に見え 部屋が映え 部屋に映え
      キッチンが映え 台所が映え キッチンに合 キッチンに似合 台所に合 台所に似合 リビングに合 食卓に合 食卓に映え 棚に置 棚に並 棚に飾 テーブルに置 玄関に 窓辺に
      出しておいても 出しといても 置いても絵 置いとくだけ 置いてるだけで 置くだけでおしゃれ 置いただけで 置いた瞬間 生活感が出な 生活感がな 生活感のな おしゃれな形
      きれいな形 美しい形 かわいい形 きれいな色 かわいい色 いい色 良い色 絶妙な色 好みの色 色がかわい 色がきれい 色が絶妙 色が最高 色もかわい 色もきれい 色も好き
      形が好 形がかわい 形がきれい 形が美 形もかわい 形もきれい フォルムが デザインに惚れ デザインに一目 デザインが秀逸 デザインが最高 デザインだけで デザイン最高
      デザイン神 デザイン良 デザインいい デザインよ ビジュアル ビジュがよ ビジュよ 見た目がすべ 見た目よ 見た目良 見た目いい 見た目が神 見た目ええ 見た目がええ
      見た目に惹 来客に 来客が 客に褒め 友達に褒め 友人に褒め 母に褒め 写真より 眺めてしま 眺めたくな 見とれ 見入 見飽きな 飽きのこな 飽きがこな うつくしい 美しさ
      きれいすぎ 綺麗すぎ おしゃれすぎ しゃれとる しゃれてる シュッと 見た目もい 見た目もええ 見た目もかわ 見た目もきれい 見た目がきれい 見た目がかわ 見た目がおしゃれ
      見た目がシンプル 見た目がスッキリ 見た目の良さ 見た目のよさ 見た目の美しさ デザインに満足 デザインが気に入 デザインも気に入 デザインに惹 デザイン気に入
      デザイン重視 デザイン性 色が気に入 色も気に入 色違いで 色ちがい どの部屋にも どんな部屋にも インテリアに 家具と 壁の色と 眼の保養 目の保養 絵に描いた 一目惚れ
      ひとめぼれ 一目ぼれ ほれぼれ 高級感`,
    en: `looks_nice looks_cool looks_fab looks_class looks_smart looks_the_part
      looks_so_good looks_even_better looks_perfect nice-looking best_looking prettiest
      eye-catching aesthetics aesthetically curves lines_of_it silhouette matte colourway
      shade_of showpiece show_off showing_it_off statement_piece centrepiece centerpiece
      on_display leave_it_out left_out_on countertop worktop on_the_shelf looks_at_home
      fits_right_in fits_the_room matches_my matches_the goes_with compliments complimented
      asks_where asked_where keep_looking_at can't_stop_looking staring_at work_of_art
      piece_of_art sculpture in_real_life than_the_photos than_in_photos
      than_the_pictures too_nice_to too_good_to_hide hide_it hide_away
      nicest_thing prettiest_thing nicest_looking loveliest nicest_object love_the_look
      love_how_it_looks the_look_of like_the_look looks_like_a looks_like_it looks_way
      looks_more love_the_colour love_the_color love_the_shape love_the_design lovely_colour
      lovely_shape lovely_to_look nice_shape great_design design_is design_award
      beautifully_designed guests_ask friends_ask everyone_asks people_ask asks_about_it
      what_brand conversation_piece talking_point smile_every brightens brighten
      lights_up cheers_up suits_the lovely_in makes_my_kitchen makes_the_kitchen
      makes_the_room decor decoration minimal minimalist scandi drop-dead simping
      obsessed_with_how in_love_with_how looks_right looks_good_in looks_good_on
      looks_brilliant looks_superb looks_great_on looks_great_in looks_elegant
      looks_beautiful_on looks_so_nice looks_unreal looks_mint looks_well looks_dead
      looks_proper looks_the_business looks_like_it_belongs belongs_in belongs_on
      belongs_in_a lives_on_the_counter lives_on_the_worktop stays_on_the_counter
      stays_out_on stays_on_display sits_on_the keep_it_out keep_it_on leave_it_on
      leave_it_on_the out_on_the_counter on_the_counter on_the_worktop on_the_table
      on_my_desk on_the_windowsill everyone_comments people_comment guests_comment
      comments_on_it remarks_on everybody_asks always_asks asked_me_where ask_me_where
      ask_where get_compliments gets_compliments lots_of_compliments the_design the_shape
      the_colour_is the_color_is colour_is_lovely colour_is_gorgeous color_is_gorgeous
      colour_is_perfect shape_is beautiful_shape beautiful_colour beautiful_color
      gorgeous_colour perfect_colour simple_design clean_lines clean_design classic_look
      understated fancy posh swish-looking pleasing_to_look nice_to_look pleasure_to_look
      joy_to_look can't_stop_staring catch_myself love_looking like_looking just_looking_at
      makes_the_rest matches_everything goes_with_my blends_in fits_in_with tones_in
      proud_to_have proud_of_it bought_it_for_the_looks bought_for_its_looks for_the_looks
      bonny bobby_dazzler a_looker what_a_looker stunner a_beauty beaut good_looks
      looks_alone its_looks the_looks looks_and looks_even looks_amazing_in looks_gorgeous
      looks_fantastic looks_like_art like_a_work_of such_a_pretty such_a_lovely
      such_a_beautiful so_pretty so_beautiful so_stylish so_sleek very_pretty very_stylish
      love_its_look love_its_design love_its_shape love_its_colour bought_it_for_the_colour
      bought_it_for_the_design for_the_design_alone for_its_looks worth_it_for_the_looks
      looks_expensive`,
  },
  {
    id: 'tastes-better',
    kind: 'claim',
    side: 1,
    name: { ja: '味がよくなる', en: 'makes things taste better' },
    ja: `味が違 味が全然違 味が良くな 味がよくな 味が段違い 味に変わ 味がまろやか 雑味がな 雑味が消 雑味が減 香りが立 香りが全然 香りが違 コクが 甘みが 甘味が
      深みが すっきりした味 口当たりが 後味が うまくな 美味しく感 おいしく感 美味しく淹れ おいしく淹れ 美味しく飲 店の味 お店の味 カフェの味 喫茶店の味 カフェみたい
      カフェ並 お店みたい 専門店 喫茶店に行か カフェに行か 外で飲 味わい 味が濃 味がする 味がはっきり 味に感 味に驚 味にうるさい 味の違い 味がわかる 味が分かる
      味が出 味が引き立 味に戻れ 香りに包 香りで 香りの立ち 香りまで 香りがする 風味 苦味が 苦みが 苦くな 渋みが 渋味が えぐみ 酸味が 酸っぱくな クリアな
      キレがあ すっきり飲 やわらかい味 柔らかい味 おいしさ 美味しさ 旨さ うまさ うまみ うまいわ うまなった うまい、 ガチでうま 普通にうま 一杯が 一杯目から
      朝の一杯 毎朝の一杯 至福の一杯 最高の一杯 コーヒーが美 コーヒーがお コーヒーがう お茶が美 お茶がお お茶がう 珈琲が 白湯が お店に負け 店に行かな 店いらん
      店いらず カフェいらず 缶コーヒー インスタントに戻れ インスタントには コンビニコーヒー 豆の違い 豆の味 豆の香り 豆が変わ 豆の良さ 飲み比べ 美味しい
      うまいコーヒー うまいお茶 旨いコーヒー 香りがふわ 香りがよ 香りもよ 香りもい 香りが引き 香りが残 香りが増 香りが強 香り立 味が格段 味がぐっと 味が一段 味が上
      味がよ 味がええ 味が深 味が整 味が安定 味が決ま 味が締 味が立 味が丸 味がやさ 味が柔 味に深み 味に奥行 味も香り 味も変 味もよ 味もい 味全然 味変わ 味ちが
      味違 コーヒーの味 お茶の味 珈琲の味 水の味 いつもの豆 安い豆 スーパーの豆 同じ茶葉 いつものお茶 いつものコーヒー 家で飲 家のコーヒー 自宅で 家がカフェ
      おうちカフェ 店で飲 店レベル 店超え 喫茶店 プロの味 味が良い 味がいい 味が好 味も好 味に満足 味に関して 味は最高 味は文句 味は間違い 味はさすが 味最高
      味やば 味がやば 味が神 香りがやば 香りが最高 香り最高 香りがすご 香りすご おいしく淹れられ おいしく飲 うまく淹れ うまく入 香りがい 香りが良 香り高`,
    en: `tastes_better taste_better tasted_better taste_so_much_better tastes_so_much_better
      tastes_different taste_different tastes_like tastes_richer richer_taste better_tasting
      tastier more_flavour more_flavor flavour_is flavor_is flavours flavors fuller_flavour
      full-bodied smoother less_bitter not_bitter no_bitterness crema like_a_cafe
      cafe_quality café_quality barista barista-level better_than_the_cafe better_coffee
      better_cup best_coffee best_cup best_tea best_brew lovely_brew brings_out taste_is
      taste_of taste_has taste_the_difference taste_difference difference_in_taste
      difference_in_the_cup in_the_cup can_taste can_actually_taste actually_tastes
      actually_taste tastes_so tastes_way taste_way tastes_much taste_much tastes_incredible
      tastes_fresher tastes_cleaner taste_cleaner tastes_proper proper_coffee proper_cup
      proper_brew real_coffee cleaner_cup cleaner_taste clean_taste mellower bitterness_is
      less_sour fragrance gone_up_a_level another_level day_and_night same_coffee
      same_tea than_the_cafe than_the_café than_the_coffee_shop than_starbucks than_any_cafe
      stopped_going_to_the stopped_buying_coffee don't_need_the_cafe ruined_cafe
      ruined_other instant_again go_back_to_instant going_back_to_instant cuppa scrummy
      banging_coffee tastes_of tastes_as tastes_lovely tastes_brilliant tastes_better_than
      tastes_more tastes_less taste_lovely taste_great taste_amazing taste_more taste_richer
      taste_rounder taste_smoother taste_better_with better_taste best_tasting nicer_taste
      lovely_taste taste_just tastes_just taste_improved improved_the_taste
      improves_the_taste flavour_comes flavor_comes flavour_really flavor_really
      better_flavour better_flavor fuller_taste depth_of_flavour depth_of_flavor
      drink_it_black without_sugar without_milk skip_the_sugar stopped_adding
      coffee_is_better coffee_is_so_much coffee_at_home coffee_has_never coffee_tastes
      tea_tastes water_tastes makes_better_coffee makes_great_coffee makes_the_best
      makes_a_better makes_a_lovely makes_a_cracking cracking_cup lovely_cup_of decent_cup
      cheap_beans supermarket_beans ordinary_beans usual_beans same_old_beans
      taste_is_better taste_is_great taste_is_amazing taste_is_so flavour_is_better
      flavor_is_better so_much_flavour so_much_flavor so_much_tastier way_tastier
      much_tastier much_nicer_cup nicer_cup much_better_cup way_better_coffee better_tea
      best_coffee_i've best_tea_i've best_cup_i've better_than_my_local better_than_the_shop
      aroma`,
  },
  {
    id: 'hard-to-get-supplies',
    kind: 'claim',
    side: -1,
    name: { ja: '消耗品が手に入らない', en: 'has supplies that are hard to find' },
    ja: `詰め替えが 詰替が 詰め替え用が 替えが売って 替えのフィルター 交換用 純正品が 消耗品が 売ってません 売っていな 売ってねえ 売ってへん 売ってなかった
      置いてない 置いてません 置いていな 置いてへん 置いてなかった 入手でき どこにも売 どこで買え 何軒も 何件も 何軒回 はしごし 入荷しな 廃番`,
    en: `can't_find can't_get_hold can't_get_them can't_get_any can't_buy harder_to_find
      hard_to_get hard_to_come_by hard_to_source nowhere_sells nobody_sells no_one_sells
      nobody_stocks no_one_stocks nowhere_stocks doesn't_stock don't_stock
      sold_out_everywhere refill refills cartridges replacement_filters replacement_filter
      special_order hunting_for hunt_for tracking_down track_down three_shops several_shops`,
  },
  {
    id: 'disconnects',
    kind: 'claim',
    side: -1,
    name: { ja: '接続が切れる', en: 'loses its connection' },
    ja: `接続切れ 接続でき 接続が途切 つながらな 繋がらな 繋がらん 切断する ペアリングし直 ペアリングが ペアリングでき ペアリング切れ 同期でき 認識しな 認識され
      再接続 再起動しない bluetoothが 途切れる つながらん`,
    en: `disconnect loses_connection losing_connection loses_the_connection
      drops_the_connection connection_drops dropping_out not_connecting won't_pair
      doesn't_pair unpaired re-pair reconnect reconnecting device_offline shows_offline
      offline_again stopped_syncing won't_connect doesn't_connect can't_connect`,
  },
]
