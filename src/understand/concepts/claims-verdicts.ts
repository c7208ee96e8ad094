import type { Claim } from './concept.ts'

/** General verdicts, good and bad, told apart by what they rest on. */
export const VERDICT_CLAIMS: readonly Claim[] = [
  {
    id: 'well-made',
    kind: 'claim',
    side: 1,
    name: { ja: 'よくできている', en: 'is well made' },
    ja: `よくできて よく出来て 良くできて 良く出来て 出来がい 出来が良 出来の良 出来栄え
      作り込まれ 作りこまれ 細部まで 細部にまで 隅々まで 芸が細か 手が込 手の込んだ よく練られ
      練り込まれ よく考えられて 考え抜かれ 計算され尽く こだわりが感じ こだわりを感じ
      こだわりがすご 妥協がな 職人技 職人芸`,
    en: `well-made well-crafted well-built_by beautifully_made beautifully_crafted skilfully_made
      lovingly_made made_with_care well_thought_out well-thought-out thoughtfully_designed
      well-designed well_designed cleverly_designed polished meticulously meticulous
      attention_to_the_details crafted_with fine_craftsmanship no_corners_cut so_well_done
      well_executed well-executed well_put_together`,
  },
  {
    id: 'best-in-class',
    kind: 'claim',
    side: 1,
    name: { ja: '群を抜いている', en: 'is best in class' },
    ja: `群を抜い 頭一つ抜け 頭ひとつ抜け 別格 べっかく 格が違 次元が違 レベチ 段違い 桁違い
      右に並ぶ 他の追随 他社の追随 比べ物にならな 比べものにならな くらべものにな ダントツ
      だんとつ 断トツ 業界一 業界最高 過去一 過去イチ 今年一 今年イチ 人生で一番 人生一 一番良か
      一番よか 歴代最高 ナンバーワン 最強 さいつよ 一択`,
    en: `best-in-class best_in_class head_and_shoulders a_cut_above in_a_league_of leagues_ahead
      miles_ahead light_years_ahead way_better_than_any by_far_the_best hands_down_the_best
      the_best_out_there best_out_there best_on_the_market best_in_the_business best_in_town
      gold_standard unbeatable can't_be_beat second_to_none nothing_else_comes nothing_comes_close
      nothing_compares blows_the_competition beats_the_competition industry-leading best_ever
      best_i've_ever best_i've_used best_i've_had best_we've_had the_best best_thing_ever
      best_thing_since simply_the_best the_goat`,
  },
  {
    id: 'moving-work',
    kind: 'claim',
    side: 1,
    name: { ja: '心を打つ', en: 'is moving' },
    ja: `感動 感動した 感動し 感激 感銘 鳥肌 とりはだ トリハダ 震えた 震える 胸熱 激アツ げきあつ
      アツすぎ エモい えもい エモすぎ えもすぎ 泣ける 泣けた 涙腺崩壊 涙腺が 号泣した 号泣
      泣いちゃった 心に響 心に沁 心に染み 心にしみ 沁みる 染みる 胸を打 胸に刺さ 心を打 心が震え
      余韻 引き込まれ 引きこまれ`,
    en: `goosebumps gave_me_chills gives_me_chills chills moving_speech so_moving so_moved
      deeply_moved touching heartwarming heart-warming wholesome tear-jerker moved_to_tears
      brought_me_to_tears powerful_performance poignant stirring emotional_rollercoaster
      gut-wrenching captivating enthralling riveting gripping page-turner unputdownable
      spellbinding mesmerizing mesmerising on_the_edge_of_my_seat couldn't_put_it_down`,
  },
  {
    id: 'satisfying',
    kind: 'claim',
    side: 1,
    name: { ja: '満足できる', en: 'is satisfying' },
    ja: `満足 大満足 大満足です 満足して 満足です 満足度 満足でき 満足のい 不満はな 不満な点はな
      不満点はな 何の不満もな 気に入っ 気にいっ 大当たり 正解だった 買って正解 選んで正解 大正解
      損はな 損しな 言うことな 文句なし 文句なしに 文句のつけよう 申し分な 非の打ち所`,
    en: `satisfied very_satisfied completely_satisfied satisfying satisfaction pleased
      very_pleased so_pleased really_pleased happy_with happy_customer very_happy_with
      super_happy_with pretty_happy_with no_complaints can't_complain cannot_complain can't_fault
      cannot_fault couldn't_fault can't_find_fault couldn't_be_happier couldn't_ask_for
      couldn't_be_better couldn't_have_asked nothing_but_praise nothing_but_good zero_complaints
      no_regrets well_pleased happy_camper`,
  },
  {
    id: 'flawless',
    kind: 'claim',
    side: 1,
    name: { ja: '完璧', en: 'is flawless' },
    ja: `完璧 かんぺき パーフェクト 満点 100点 百点 120点 星5 星五つ ★5 ★★★★★ 完全無欠 隙がな
      すきがない 欠点がな 欠点が見当たらな 欠点が見つからな 弱点がな 死角がな 一点の曇り
      寸分の狂い`,
    en: `perfect perfectly perfection flawless flawlessly faultless immaculate_execution
      without_a_hitch without_fault zero_issues not_a_single_issue no_flaws top_marks
      ten_out_of_ten 10/10 100/10 11/10 9/10 five_stars 5_stars 5/5 a+ a++ full_marks like_a_dream
      like_a_charm picture-perfect`,
  },
  {
    id: 'not-bad',
    kind: 'claim',
    side: 1,
    name: { ja: '悪くない', en: 'is not bad' },
    ja: `悪くない わるくな 悪くなかっ 悪くありま 悪くねえ わるくねえ まずまず 及第点 そこそこ良
      そこそこい そこそこおい まあまあ良 まあまあい まぁまぁい まぁまぁ良 なかなか良 なかなかい
      意外と悪くな 許容範囲 許せる範囲 普通に良 普通にい 普通に使え 普通におい 無難に良`,
    en: `not_bad not_too_bad not_half_bad not_so_bad ain't_bad isn't_bad wasn't_bad pretty_decent
      decent decent_enough good_enough perfectly_fine perfectly_adequate perfectly_acceptable
      solid_choice solid_option not_the_worst could_be_worse nice_enough passable`,
  },
  {
    id: 'works-as-promised',
    kind: 'claim',
    side: 1,
    name: { ja: 'うたい文句どおり', en: 'works as promised' },
    ja: `説明通り 説明どおり 写真通り 写真どおり 写真の通り 記載通り 記載どおり 謳い文句通
      うたい文句どお 表示通り イメージ通り イメージどおり 思った通りの 思っていた通りの 問題なし
      問題ありませ 問題なく動 問題無し ちゃんと動 ちゃんと使え しっかり動 きちんと動 期待通り
      期待どおり 期待を裏切らな`,
    en: `as_described exactly_as_described just_as_described as_advertised exactly_as_advertised
      as_promised works_as_advertised works_as_promised works_as_expected works_as_intended
      as_pictured exactly_as_pictured just_like_the_picture looks_just_like_the_photo
      true_to_the_description delivers_on_its_promise delivered_as_promised lives_up_to
      lived_up_to did_exactly_what does_exactly_what works_like_it_should just_works it_just_works`,
  },
  {
    id: 'not-as-described',
    kind: 'claim',
    side: -1,
    name: { ja: '説明と違う', en: 'is not as described' },
    ja: `説明と違 説明とちが 説明と異な 写真と違 写真とちが 写真と全然 写真詐欺 パッケージ詐欺
      パケ詐欺 記載と違 記載されていたのと 表示と違 広告と違 サイトと違 hpと違 ホームページと違
      聞いていた話と違 聞いてた話と違 話が違 話とちがう 約束と違 約束が違 約束を守らな 約束破
      実物と違 実物は違 イメージと違 思ってたのと違 思っていたのと違 思ったのと違 誇大広告
      誇張広告 看板倒れ 看板に偽り 羊頭狗肉`,
    en: `not_as_described not_as_advertised not_as_pictured not_as_promised
      nothing_like_the_picture nothing_like_the_photo nothing_like_the_pictures
      nothing_like_the_photos nothing_like_the_description doesn't_match_the_description
      different_from_the_picture different_from_the_description misleading_description
      misleading_photos misleading_pictures not_what_i_ordered not_what_was_advertised
      not_what_we_booked isn't_what_i_ordered wasn't_what_i_ordered looks_nothing_like
      false_description wrong_description oversold promised_one_thing broke_their_promise
      broken_promises bait_and_switch`,
  },
  {
    id: 'poor-quality',
    kind: 'claim',
    side: -1,
    name: { ja: '質が低い', en: 'is of poor quality' },
    ja: `低品質 質が悪 質が低 質が落ち 品質が悪 品質が低 品質がひど 品質が落 品質悪 クオリティが低
      クオリティ低 クオリティが悪 出来が悪 出来の悪 粗悪 そあく 粗悪品 作りが悪 作りがひど 雑な作
      雑な仕上 仕上げが雑 仕上がりが雑 縫製が雑 縫製が悪 縫製がひど 駄作 凡作 クソゲー 糞ゲー
      クソゲ やっつけ仕事 手抜き 手抜 てぬき 完成度が低 完成度低 レベルが低 レベル低`,
    en: `poor_quality low_quality low-quality bad_quality inferior_quality subpar sub-par
      substandard sub-standard second-rate third-rate shoddy shoddily poorly_made badly_made
      poorly_designed poorly_executed poorly_crafted badly_designed cheaply_made half-baked
      half-assed half-arsed slapdash sloppy sloppily low-effort lazy_effort phoned_in cut_corners
      cutting_corners corners_were_cut amateurish tacky junk crummy`,
  },
  {
    id: 'mediocre',
    kind: 'claim',
    side: -1,
    name: { ja: '可もなく不可もない', en: 'is mediocre' },
    ja: `可もなく不可もな 可も無く不可も無 普通すぎ 平凡 へいぼん 凡庸 並み以下 並以下 ありきたり
      どこにでもある よくある感じ 中途半端 ちゅうとはんぱ 微妙だった 微妙でし 微妙かな 微妙な感じ
      ぱっとしな パッとしな ぱっとしません もう一声 惜しいところ いまいちぱ 代わり映えしな
      代わり映えのしな 新鮮味がな 面白みがな`,
    en: `mediocre mediocrity so-so average_at_best mid_af meh run-of-the-mill bog-standard
      unremarkable uninspired uninspiring unimpressive lackluster lacklustre middling
      nothing_to_write_home ok_at_best okay_at_best just_ok just_okay could_be_better
      could_have_been_better could've_been_better room_for_improvement leaves_a_lot_to
      leaves_much_to hit_and_hope underwhelming underwhelmed generic forgettable`,
  },
  {
    id: 'terrible',
    kind: 'claim',
    side: -1,
    name: { ja: 'ひどい', en: 'is terrible' },
    ja: `最悪 さいあく サイアク 最悪だ 最悪すぎ 最悪です 最悪な 最低 さいてい 最低です 最低だ
      最低な ひどい ひどす ひどか ヒドい ヒドす 酷い 酷す 酷か 酷く ひどく くそす クソす 糞す
      ゴミす 論外 問題外 話にならん 目も当てられ 見るに堪え 聞くに堪え 悪い 悪す 悪か わるい
      ダメす だめす 星1 星一つ ★1 ★☆☆☆☆ 0点 散々 さんざん クソアプリ 糞アプリ ゴミアプリ
      クソサービス`,
    en: `bad so_bad really_bad very_bad pretty_bad bad_experience badly worse worst the_worst
      worst_experience worst_ever absolute_worst terrible terribly awful awfully horrible horribly
      horrid dreadful dire abysmal appalling appalled atrocious lousy crap shit shite shitty
      bullshit bs sucks sucked suck it_sucks that_sucks this_sucks sucks_so blows_chunks
      stinks_like pathetic piss-poor piss_poor disaster disastrous catastroph* train_wreck
      trainwreck dumpster_fire hot_mess a_mess total_mess complete_mess nightmare_experience
      hell_of_an hellish zero_stars 0_stars one_star 1_star 1/10 0/10 2/10 two_stars thumbs_down`,
  },
  {
    id: 'absurd',
    kind: 'claim',
    side: -1,
    name: { ja: 'ばかげている', en: 'is ridiculous' },
    ja: `ありえな ありえね あり得な アリエナ 有り得な ありえん 腑に落ち 解せな 解せぬ ないわ
      ないわー ないわぁ 無いわ ねえわ ねーわ 馬鹿げ ばかげ バカげ 馬鹿らし ばからし バカらし
      あほらし アホらし 茶番 ちゃばん 呆れ あきれ 呆れた 呆れて 呆れる 納得いかな 納得できな
      納得がいか 馬鹿馬鹿し ばかばかし バカバカし`,
    en: `ridiculous ridiculously absurd absurdly absurdity laughable ludicrous farce farcical
      fiasco preposterous beggars_belief beyond_belief_how makes_a_mockery a_mockery not_on_at_all
      smh shaking_my_head facepalming utter_joke you_couldn't_make_it_up`,
  },
  {
    id: 'dissatisfying',
    kind: 'claim',
    side: -1,
    name: { ja: '不満が残る', en: 'is dissatisfying' },
    ja: `不満 ふまん 不満が 不満だ 不満しか 不満点 不満な点 不満足 満足できな 満足できませ
      満足いかな 満足のいかな 文句 もんく 文句しか 文句を言 納得のいかな 釈然としな しっくりこな
      腹落ちしな`,
    en: `dissatisfied dissatisfaction dissatisfying unsatisfied unsatisfactory unsatisfying
      unhappy_with not_happy not_a_happy not_satisfied not_pleased displeased not_happy_with
      wasn't_happy_with weren't_happy_with discontent* left_a_bad_taste leaves_a_bad_taste
      not_cool not_okay not_ok so_not_ok`,
  },
  {
    id: 'disliked',
    kind: 'claim',
    side: -1,
    name: { ja: '嫌われている', en: 'is disliked' },
    ja: `もう嫌 もういや もうやだ もう無理 もうムリ もうむり やだな やだよ いやだ 嫌だ 嫌です 嫌な
      嫌す 嫌に 嫌い きらい 嫌いだ 大嫌い だいきらい うんざり ウンザリ げんなり ゲンナリ 懲り懲り
      こりごり もう懲り 勘弁して 勘弁し 勘弁 やってられ 受けつけな 好きになれな 好きじゃな
      好きではな 好きくな 好かん`,
    en: `fed_up_with sick_of_this_company dislikes don't_like do_not_like didn't_like not_fond
      not_keen_on hate_it hate_this hate_that hate_how hate_when off-putting turn-off turns_me_off
      puts_me_off put_me_off`,
  },
  {
    id: 'spoiled',
    kind: 'claim',
    side: -1,
    name: { ja: '台無し', en: 'was spoiled' },
    ja: `台無し だいなし 台なし 水の泡 パーになっ 台無しにな 台無しにされ 踏んだり蹴ったり 災難
      興ざめ 興醒め シラけ しらけ 白け ぶち壊し ぶちこわし 雰囲気ぶち壊 せっかくの旅行が
      せっかくの休みが せっかくの誕生日 後味が悪 後味悪`,
    en: `spoiled_it ruined_it ruined_my_day ruined_my_night ruined_the ruined_my ruined_our
      spoiled_my spoiled_our spoilt_my spoilt_our put_a_damper dampened_our buzzkill
      killed_the_mood marred_by let_down_by_the ruins_the ruins_it spoils_the spoils_it
      wrecked_our`,
  },
]
