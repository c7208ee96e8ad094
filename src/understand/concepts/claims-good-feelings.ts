import type { Claim } from './concept.ts'

/** Good feelings of people, as social posts word them. */
export const GOOD_FEELING_CLAIMS: readonly Claim[] = [
  {
    id: 'joy',
    kind: 'claim',
    side: 1,
    name: { ja: 'うれしい', en: 'makes people happy' },
    ja: `嬉し うれし ウレシ うれぴ 嬉しみ 嬉しすぎ 喜び 喜んで 喜んだ 喜んでる 大喜び 歓喜 狂喜
      有頂天 舞い上が 浮かれ ルンルン るんるん やったー やったぁ やった! やったね やったぜ
      ばんざい 万歳 バンザイ 最高の気分 気分最高 気分上々 気分がい 気分いい テンション上が
      テンションあが テンション爆上 テンション高 ぶち上が ブチ上が ぶちあが 上がる~ 楽し たのし
      楽しい 楽しか 楽しみま 楽しんだ 楽しめ 愉快 満喫 堪能 ご満悦 ご機嫌 ごきげん 上機嫌
      笑顔になっ 笑顔にな にこにこ ニコニコ ニヤニヤ にやにや ニヤけ にやけ 顔がにや 飛び跳ね
      小躍り 心躍 心が躍 弾む ハッピー はっぴー happyすぎ 幸せ しあわせ 倖せ 幸福 多幸感 至福 天国
      極楽 最幸 良い一日 いい一日 いい日だ 良い日だ 最高の一日 最高の1日 充実した一日`,
    en: `happy happier happiest happily happiness so_happy overjoyed over_the_moon on_cloud_nine
      cloud_nine ecstatic elated delighted delightful thrilled joy joyful joyous jubilant euphoric
      chuffed stoked pumped buzzin made_my_day made_my_week made_my_year making_my_day best_day
      best_day_ever best_night best_weekend best_week great_day good_day amazing_day fantastic_day
      wonderful_day good_mood great_mood in_a_good_mood smiling smile_on_my_face put_a_smile
      can't_stop_smiling smiling_ear_to_ear grinning all_smiles jumping_for_joy happy_dance
      happy_tears crying_happy_tears yay yayyy yaaay woohoo woo_hoo woop whoop hooray hurrah
      hurray yippee having_a_blast had_a_blast had_so_much_fun had_fun having_fun so_much_fun
      great_fun good_fun good_time great_time amazing_time lovely_time wonderful_time
      time_of_my_life enjoyed enjoying enjoyable thoroughly_enjoyed living_my_best_life
      life_is_good loving_life blessed bliss blissful in_heaven`,
  },
  {
    id: 'gratitude',
    kind: 'claim',
    side: 1,
    name: { ja: 'ありがたい', en: 'earns thanks' },
    ja: `ありがと 有難う 有り難う アリガト あざす あざっす あざます あざまる ありがたい ありがたく
      ありがたき ありがたや 有難い 有難く 有り難い 感謝 かんしゃ 感謝しか 感謝感激 感謝の気持ち
      感謝申し上げ サンキュー さんきゅ サンクス 恩に着 恩人 恩返し お礼 おおきに 頭が上がらな
      足を向けて寝られ おかげで お陰で おかげさま お蔭様 お世話になりました お世話になっ
      助かってます 痛み入り かたじけな`,
    en: `thankful grateful gratitude thank_god thank_goodness thank_heavens bless_you god_bless
      appreciate appreciated appreciative appreciation much_appreciated really_appreciate
      so_grateful so_thankful forever_grateful eternally_grateful can't_thank
      can't_thank_you_enough cannot_thank owe_you_one indebted couldn't_have_done_it_without
      feeling_blessed`,
  },
  {
    id: 'pride',
    kind: 'claim',
    side: 1,
    name: { ja: '誇らしい', en: 'makes people proud' },
    ja: `誇らし 誇りに 誇りで 誇りです 自慢の 自慢でき ドヤ顔 どや顔 ドヤっ 自分を褒め 自分えらい
      自分偉い 俺えらい 私えらい えらいぞ自分 よくやった よく頑張 よくがんば 頑張ったかい
      頑張った甲斐 やり切っ やりきっ やり遂げ 成し遂げ 達成感 達成した 達成しま 達成でき 胸を張
      感慨深 感無量 我ながら 成長した 成長を感じ 努力が報わ 報われた 報われま`,
    en: `proud prouder so_proud proudly pride_in beaming_with_pride proud_of proud_parent proud_mum
      proud_mom proud_dad patting_myself pat_on_the_back accomplished achievement achieved
      sense_of_accomplishment hard_work_paid hard_work_pays nailed_it smashed_it crushed_it
      killed_it aced i_did_it we_did_it finally_did_it finished_my_first personal_best new_pb
      pb_today`,
  },
  {
    id: 'relief',
    kind: 'claim',
    side: 1,
    name: { ja: '安心させる', en: 'is a relief' },
    ja: `大丈夫 ほっとし ホッとし ほっと一息 ホッと ほっとした 安心した 安心しま 安心して眠 安堵
      一安心 ひと安心 よかったぁ よかった~ よかったよかった 良かった良かった 良かったぁ 良かった~
      無事でよか 無事で良か 無事に終わ 無事終わ 無事終了 無事帰宅 何事もなく 肩の荷 胸をなで
      胸を撫で セーフ! 助かったぁ やっと終わった やっと終わ ようやく終わ やっと解放 解放され
      気が楽に 心が軽 すっきり スッキリ 清々した 杞憂 大事に至らな 大丈夫だった 大丈夫でした
      異常なし 陰性`,
    en: `relief relieved what_a_relief such_a_relief phew weight_off_my weight_off_my_shoulders
      can_finally_relax finally_over it's_finally_over glad_it's_over glad_that's_over
      made_it_home_safe home_safe safe_and_sound all_clear got_the_all_clear tested_negative
      breathe_again breathing_a_sigh sigh_of_relief dodged_a_bullet close_call
      could_have_been_worse no_harm_done peace_at_last finally_free glad_you're_ok
      glad_you're_safe`,
  },
  {
    id: 'anticipation',
    kind: 'claim',
    side: 1,
    name: { ja: '楽しみ', en: 'is eagerly awaited' },
    ja: `楽しみ たのしみ 楽しみすぎ 待ち遠し 待ちきれ 待ちきれな 待ちに待った ワクワク わくわく wktk
      胸が高鳴 心待ち 期待しかな 期待大 期待でき 期待してる 期待しちゃ 期待が高ま 期待が膨ら
      早く来ないかな はやく来ないかな 早くこないか 早くやりたい はやくやりたい 早く見たい
      はやく見たい 早く読みたい 早く行きたい 早く会いたい はやく会いたい 早く届かないかな
      早く欲しい 早くほしい あと3日 あと2日 あと1日 あと一週間 いよいよ明日 ついに明日
      いよいよ明後日 指折り数え 首を長く そわそわ ソワソワ 明日が楽し 週末が楽し 今から楽し`,
    en: `can't_wait cannot_wait can_not_wait can_hardly_wait looking_forward look_forward
      looking_so_forward excited so_excited excitement excitedly exciting super_excited hyped
      so_hyped anticipation eagerly eager_to counting_down counting_the_days countdown_to
      days_to_go more_sleeps sleeps_until sleeps_till hurry_up_already roll_on_friday roll_on_the
      is_coming_soon finally_happening it's_happening tomorrow_is_the_day big_day_tomorrow
      get_hyped get_ready_for pumped_for stoked_for buzzing_for amped psyched yearning bring_it_on
      fingers_crossed`,
  },
  {
    id: 'love',
    kind: 'claim',
    side: 1,
    name: { ja: '愛されている', en: 'is loved' },
    ja: `大好き だいすき だいしゅき 好きすぎ すきすぎ 好きすぎる 好きだ 好きです 好きだよ 好きなの
      好きで 好き! 好き♡ 好き。 超好き めっちゃ好き めちゃ好き ほんと好き 本当に好き 一番好き
      好きになっ 好きになり 愛して 愛してる 愛してます 愛しい 愛しさ いとしい 愛おし いとおし
      愛すべき 愛が止ま 愛が溢れ 惚れた 惚れて 惚れる 惚れ直 ほれぼれ 惚れ惚れ 一目惚れ 一目ぼれ
      ひとめぼれ ときめ トキメ キュン きゅん 胸キュン メロメロ めろめろ メロい メロすぎ 沼った
      沼って 沼に落 沼落ち どハマり ドハマり ハマった ハマって はまって はまった ハマってる
      ハマりま 夢中 推せる 推し 最推し 推しが尊 尊い 尊すぎ 尊み てぇてぇ しんどい尊 かわいい尊
      お気に入り おきにいり お気に入りの 気に入った 気に入って 気に入りま 気にいった 気にいって
      愛用 手放せな 手放せませ 離せない 欠かせな 欠かせませ なしでは生きら なしの生活 一生推す
      一生ついて 癒される 癒やされる 癒され 癒し いやされ 抱きしめ ぎゅーし 恋し 恋した 恋に落`,
    en: `love loved loves loving lovely lovin luv love_love in_love in_love_with fell_in_love
      falling_in_love falling_for love_at_first adore adored adores adoring obsessed obsessed_with
      so_obsessed obsession addicted addicted_to hooked_on smitten crush_on crushing_on infatuated
      favourite favorite fave favs all-time_favorite all-time_favourite absolute_favourite
      absolute_favorite can't_live_without couldn't_live_without can't_get_enough big_fan huge_fan
      biggest_fan fan_of soft_spot heart_eyes my_heart_is heart_is_full melts_my_heart
      melted_my_heart soulmate love_of_my_life sweetheart cuddles cuddling hugs_and kisses xoxo
      ily iloveyou stan_forever bias_wrecker comfort_character so_precious precious`,
  },
  {
    id: 'amusement',
    kind: 'claim',
    side: 1,
    name: { ja: '面白い', en: 'is funny' },
    ja: `面白い 面白か 面白す 面白く 面白すぎ おもしろい おもしろか おもしろす おもろい おもろす
      おもろか オモロ おもろ 笑った 笑って 笑える 笑いが止ま 笑いすぎ 笑い死 笑い転げ 爆笑 大爆笑
      大笑い 腹筋崩壊 腹筋が 腹痛い笑 腹抱え 腹いてえ ツボった ツボって ツボる 吹いた 噴いた
      吹き出し 草生え 草生えた 大草原 草不可避 くそわろ クソワロ わろた ワロタ ワロス わろす
      わろける 笑うしか 笑わせ 抱腹絶倒 ジワる じわる じわじわ来 シュール 秀逸 センスありすぎ
      コントみた 天才かよ 天才すぎ`,
    en: `funny funnier funniest hilarious hilariously hysterical so_funny too_funny made_me_laugh
      made_me_chuckle makes_me_laugh cracked_me_up cracks_me_up cracking_up amusing amused
      entertaining comedy_gold side-splitting laughed_out_loud laugh_out_loud laughed_so_hard
      laughing_so_hard couldn't_stop_laughing can't_stop_laughing in_stitches cry_laughing
      crying_laughing died_laughing dying_laughing i'm_dying i'm_dead im_dead i'm_screaming
      i'm_wheezing wheezing silly_goose witty wit chuckle chuckled giggle giggling giggles`,
  },
  {
    id: 'surprise',
    kind: 'claim',
    side: 0,
    name: { ja: '驚かせる', en: 'is surprising' },
    ja: `びっくり ビックリ びつくり 驚い 驚き 驚か 驚愕 衝撃 仰天 たまげ ぶったまげ 度肝 目を疑
      耳を疑 目が点 二度見 三度見 まさかの まさか!? まさかこんな えっ!? えええ ええええ エエエ
      えぇぇ ふぁっ ファッ!? うそでしょ 嘘でしょ うそだろ 嘘だろ うっそ うそーん ウソーン マジか
      まじか マジかよ まじかよ マジで!? まじで!? ガチで!? 信じられな 信じらんな 予想外 想定外
      思いがけ 思わぬ いきなり 突然の 急すぎ 開いた口が 絶句 言葉を失`,
    en: `surprised surprise surprising surprisingly shocked shocking shook shooketh stunned astonish*
      astound* amazed startled speechless wow woah whoa omg oh_my_god oh_my_gosh omfg holy_shit
      holy_cow holy_moly holy_crap no_way you're_kidding are_you_kidding you're_joking
      can't_believe cannot_believe couldn't_believe unbelievable unbelievably jaw_dropped
      jaw-dropping gobsmacked flabbergasted taken_aback out_of_the_blue out_of_nowhere
      didn't_see_that_coming plot_twist unexpected unexpectedly who_knew who_would_have_thought
      blimey crikey bloody_hell mind_is_blown what_the_hell what_the_heck`,
  },
  {
    id: 'admiration',
    kind: 'claim',
    side: 1,
    name: { ja: '素晴らしい', en: 'is great' },
    ja: `すごい すごすぎ すごく良 すごかった すごっ すごいな 凄い 凄すぎ 凄かった 凄っ スゴい
      スゴすぎ スゲー スゲえ すげー すげえ すげぇ すっげ すんげ 凄まじ 素晴らし すばらし 素晴しい
      さすが 流石 見事 お見事 天才 天才的 神がかっ 神がか 神すぎ 神です 神だ 神だった 神だわ
      神かよ 神レベル 神回 神ゲー 神曲 神アプリ 神作 神作品 神ライブ 神映画 神展開 神対応すぎ
      神がおる 名作 傑作 最高傑作 名曲 名演 名盤 良作 佳作 秀作 最高だ 最高です 最高でし 最高だっ
      最高すぎ 最高の 最高! 最高に 最高かよ 最高やん 最高か 最&高 最the高 さいこう サイコー
      さいこー さいっこう 優勝した 優勝すぎ つよつよ 圧巻 圧倒され 圧倒的 刺激を受け 尊敬 憧れ
      あこがれ リスペクト 見習い 見習わ 頭が下が 敬服 脱帽 感服 感心 惚れ込 かっこよすぎ
      カッコよすぎ 良かった よかった 良かったです よかったです とても良 とてもよ めっちゃ良
      めっちゃい めちゃくちゃ良 めちゃくちゃい めちゃ良 すごくい すごくよ 凄く良 本当に良
      ほんとに良 いいね! いい感じ いいかんじ 良い感じ やばい良 ヤバい良 ベタ褒め 絶賛 べた褒め`,
    en: `amazing amazingly awesome awesomeness incredible incredibly fantastic fabulous fab
      wonderful wonderfully magnificent marvellous marvelous excellent superb brilliant
      brilliantly outstanding exceptional exceptionally phenomenal spectacular sensational
      extraordinary terrific tremendous stellar splendid impressive impressed very_impressed
      so_impressed really_impressed impressively remarkable great greatest so_good really_good
      very_good pretty_good sooo_good damn_good bloody_good too_good good_stuff good_work
      great_stuff great_work well_done kudos hats_off take_a_bow respect_to mad_respect props_to
      bravo inspiring inspirational inspired_by inspiration admire admiration admirable genius
      ingenious talented so_talented gifted best_thing the_bomb is_fire straight_fire so_fire
      fire_album banger bangers absolute_banger bop slaps_hard slay slayed slaying ate_that iconic
      dope epic legendary rad sick_beat ace belting cracking corking smashing two_thumbs_up
      thumbs_up pleasure pleasant nice really_nice very_nice so_nice neat nifty cool so_cool
      pretty_cool very_cool badass beast_mode masterclass tour_de_force must-see must-watch
      must-read`,
  },
  {
    id: 'nostalgia',
    kind: 'claim',
    side: 0,
    name: { ja: '懐かしい', en: 'brings back memories' },
    ja: `懐かし なつかし ナツカシ 懐い 懐かしすぎ 懐かしさ ノスタルジ 思い出す 思い出し 思い出の
      思い出が 思い出深 昔を思い 昔はよく 昔よく 子供の頃 子どもの頃 こどもの頃 小さい頃
      小学生の頃 中学の頃 中学生の頃 高校の頃 高校生の頃 学生時代 学生の頃 あの頃 あのころ 若い頃
      若かりし 青春 平成レトロ 昭和レトロ レトロ 時代を感じ エモい昔 もう10年 もう10年前
      もう20年前 世代だ 世代です 直撃世代 世代には刺さ`,
    en: `nostalgia nostalgic throwback tbt good_old_days the_good_old back_in_the_day takes_me_back
      took_me_back brings_back_memories brought_back_memories bring_back_so_many memories
      memory_lane childhood when_i_was_a_kid when_i_was_little when_i_was_young when_i_was_younger
      grew_up_on grew_up_with growing_up those_were_the_days remember_when remember_this
      remember_these fond_memories reminisc* years_ago_today miss_the_old miss_those_days the_90s
      the_80s old_school old-school vintage retro feel_old feeling_old makes_me_feel_old`,
  },
  {
    id: 'calm-content',
    kind: 'claim',
    side: 1,
    name: { ja: '落ち着く', en: 'is relaxing' },
    ja: `のんびり まったり ゆっくりし ゆっくりでき ゆったり過ご くつろぎ くつろいで 寛いで
      ほっこり ホッコリ 和む なごむ 和んだ 和みま 穏やか おだやか 平和だ 平和な 心が温ま 心温ま
      心があたた 心が洗わ 心が落ち着 リフレッシュ りふれっしゅ リラックス 気分転換 充電完了 息抜き
      整った ととのっ ととのう 整いま サ活 ぐっすり寝 よく寝た よく寝れ たくさん寝 爆睡 二度寝最高
      ごろごろ ゴロゴロ おうち時間 おやつタイム 一息 ひと息 コーヒーブレイク 晩酌 温泉 おんせん
      湯船`,
    en: `relaxed chilled_out chillin chillaxing content_with contentment calm calming cosy_night
      cozy_night lazy_day lazy_sunday lazy_morning peaceful_morning soothing therapeutic unwind
      unwinding winding_down recharge recharged refreshed refreshing well-rested had_a_nap
      nice_nap curled_up feet_up me_time self-care pamper pampering quality_time at_peace zen
      mellow laid-back simple_pleasures little_things bubble_bath cup_of_tea`,
  },
  {
    id: 'hope',
    kind: 'claim',
    side: 1,
    name: { ja: '応援されている', en: 'is cheered on' },
    ja: `願いが叶 希望が持 うまくいきます 上手くいきます うまくいくとい きっと大丈夫 なんとかなる
      何とかなる なんとかなり 希望が 祈って 祈る 祈り 願って 叶います 叶った 叶えたい 夢が叶
      前向き ポジティブ 明日から頑張 明日も頑張 がんばろ 頑張ろ がんばる 頑張る がんばります
      頑張ります 頑張れ がんばれ ガンバレ 頑張って がんばって ファイト ふぁいと 応援して 応援する
      応援しま エール 負けるな 負けないで やるぞ やったるで よし、やる 一歩ずつ 挑戦する 挑戦しま
      抱負 いいことありま 良い年に いい年に 良いお年 幸あれ`,
    en: `hopeful hopefully hoping here's_hoping praying_for prayers wish_me_luck good_luck
      best_of_luck you_got_this you_can_do_it we_can_do_it we_got_this don't_give_up never_give_up
      keep_going keep_it_up keep_fighting hang_in_there stay_strong rooting_for cheering_for
      optimistic optimism looking_up things_will_get_better it_gets_better believe_in_yourself
      believe_in_you follow_your_dreams dream_come_true dreams_come_true dreaming_of motivated
      motivation positive_vibes fresh_start new_beginnings new_chapter goals_for game_on let's_go
      let's_gooo lets_goo lfg come_on_you`,
  },
]
