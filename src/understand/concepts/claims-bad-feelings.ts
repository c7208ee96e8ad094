import type { Claim } from './concept.ts'

/** Bad feelings and states of people, as social posts word them. */
export const BAD_FEELING_CLAIMS: readonly Claim[] = [
  {
    id: 'sadness',
    kind: 'claim',
    side: -1,
    name: { ja: '悲しい', en: 'is sad' },
    ja: `悲し かなし 哀し 悲しみ 悲しすぎ 悲しくな 泣いた 泣いて 泣きそう 泣きたい 泣きたくな
      泣けてく 泣く 泣いちゃ 涙が 涙出 涙止ま 涙が止ま 号泣してる せつな 切ない 落ち込 おちこ 凹む
      凹んだ へこむ へこんだ ヘコむ しょんぼり ショック ショックすぎ しょぼん ぴえん ピエン ぱおん
      ぴえんこえて しくしく 心が折れ 心折れ メンタルが メンタルやら メンタルやば メンタル崩壊
      病んだ 病んで 病む 病みそう 憂鬱 ゆううつ うつっぽ 気分が沈 沈んで 気が滅入 気が重 絶望
      どん底 胸が痛 胸が苦し 胸が締め付け 心が痛 やるせな 報われな 立ち直れな 元気出な 元気がな
      元気ない 消えたい 死にたい 生きるのがつら 生きてるのがつら`,
    en: `sad sadder saddest sadly sadness so_sad saddened unhappy crying cried cry_about in_tears
      tears_in_my burst_into_tears sobbing bawling weeping heartbroken heartbreaking
      broke_my_heart breaks_my_heart breaking_my_heart broken_heart heart_is_broken heartache
      gutted devastated devastating depressed depressing depression miserable misery feeling_down
      feeling_low feel_down feeling_blue upset upsetting so_upset hopeless hopelessness despair
      desperate despondent in_bits crushed down_in_the_dumps sorrow sorrowful melancholy glum
      wanna_cry want_to_cry made_me_cry could_cry ugly_crying bummed bummed_out bummer
      what_a_bummer feels_bad lost_all_hope falling_to_pieces mental_breakdown want_to_disappear
      want_to_die hate_my_life hate_myself tearful`,
  },
  {
    id: 'grief',
    kind: 'claim',
    side: -1,
    name: { ja: '悼まれている', en: 'is mourned' },
    ja: `亡くな 亡くし 他界 逝去 訃報 ご冥福 お悔やみ 追悼 黙祷 悼む お通夜 葬儀 お葬式 葬式 告別式
      天国へ 天国に旅立 旅立ちま 虹の橋 安らかに眠 安らかにお眠 永眠 急逝 早すぎる死 早すぎます
      惜しい人 遺族 形見 喪失感 ペットロス 命日 お別れ`,
    en: `rip r.i.p rest_in_peace rest_easy passed_away passing_of funeral condolences my_condolences
      sorry_for_your_loss mourning grieving grief grieve bereaved bereavement gone_too_soon
      lost_my_dad lost_my_mum lost_my_mom lost_my_dog lost_my_cat lost_my_grandma lost_my_grandad
      in_loving_memory in_memory_of tribute_to rainbow_bridge heaven_gained late_husband
      late_father late_mother never_forgotten thoughts_and_prayers widow obituary`,
  },
  {
    id: 'anger',
    kind: 'claim',
    side: -1,
    name: { ja: '腹立たしい', en: 'is infuriating' },
    ja: `怒り 怒って 怒った 怒る 怒りし 怒りが おこ! 激おこ げきおこ おこです ぷんぷん プンプン
      ムカつ むかつ ムカつく ムカムカ むかむか ムカついた 腹立 腹が立 はらたつ 腹立た イライラ
      いらいら イラつ いらつ いらっと 苛立 キレそう ブチギレ ぶちぎれ ブチ切れ ぶち切れ ガチギレ
      マジギレ 頭にく 頭に来 頭にきた 堪忍袋 許せな ゆるせな 許さな 許せん ゆるさん 許すまじ
      ふざけん ふざけるな ふざけすぎ ふざけやが いい加減にし いいかげんにし 大概にし 憤り 憤慨
      憤る 激怒 げきど 怒り心頭 ブチ殺 殴りたい ぶん殴 しばくぞ しばきたい 消えろ 不愉快 不快 胸糞
      胸くそ むなくそ 癪に障 癇に障 癪にさわ 気に障 逆鱗 憎い 憎たらし 恨む 恨み 呪う ストレス
      すとれす ストレスたま ストレスが溜 ストレスやば ストレス溜 うざい ウザい うざっ ウザっ
      うざすぎ ウザすぎ うざった うっとうし 鬱陶し 黙れ だまれ しつこい しつこすぎ`,
    en: `angry angrier angrily anger angered furious fuming livid raging rage enraged outraged
      outrage outrageous infuriat* incensed irate seething mad_at so_mad makes_me_mad made_me_mad
      pissed pissed_off pisses_me_off pissing_me_off ticked_off teed_off boils_my_blood
      blood_is_boiling makes_my_blood_boil blood_boil annoyed annoying annoys annoyance so_annoyed
      irritat* aggravat* irked bugs_me grinds_my_gears gets_on_my_nerves on_my_nerves
      getting_on_my_nerves pet_peeve drives_me_crazy drives_me_mad drives_me_insane drives_me_nuts
      driving_me_crazy driving_me_mad driving_me_insane driving_me_nuts driving_me_up_the_wall
      up_the_wall fed_up sick_of sick_and_tired tired_of had_enough enough_is_enough last_straw
      losing_my_patience lost_my_patience lost_my_temper losing_my_shit lose_my_shit wtf
      what_the_fuck fuck_this fuck_off fuck_you screw_you screw_this ffs for_fuck's_sake
      for_god's_sake for_crying_out_loud shut_up stfu piss_off go_to_hell hate hates hated hating
      hatred i_hate can't_stand cannot_stand can't_bear detest despise loathe resent resentment
      bitter_about salty_about how_dare hell_no up_in_arms cross_with unacceptable not_acceptable
      totally_unacceptable inexcusable unforgivable`,
  },
  {
    id: 'disgust',
    kind: 'claim',
    side: -1,
    name: { ja: '気持ち悪い', en: 'is disgusting' },
    ja: `気持ち悪 きもちわる キモい きもい キモすぎ きもすぎ キモっ きっしょ きしょい キショい 気色悪
      きしょく ゾッと ぞっと ゾワゾワ ぞわぞわ 鳥肌立つほど 吐き気 吐きそう 吐いた 反吐 へど
      おえっ オエッ おぇ ドン引 どん引 ドンびき 引くわ 引いた 引きま ひくわ グロい ぐろい グロすぎ
      えげつな 生理的に受け 見たくな 触りたくな 虫唾 むしず おぞまし 汚らわし けがらわし 下品 卑猥`,
    en: `disgust disgusts disgusted disgusting disgustingly gross grossed_out gross-out nasty yuck
      yucky eww ewww eww_no ick gives_me_the_ick the_ick nauseous nauseated nausea sickening
      sickened makes_me_sick make_me_sick want_to_throw_up wanna_throw_up make_me_vomit
      makes_me_want_to_vomit puke puking barf vomit vomiting retching repulsive repulsed revolting
      vile creepy creeps_me_out creeped_out gives_me_the_creeps cringe cringey cringy cringing
      cringeworthy icky foul repugnant abhorrent loathsome`,
  },
  {
    id: 'fear',
    kind: 'claim',
    side: -1,
    name: { ja: '怖い', en: 'is scary' },
    ja: `怖い こわい 怖か 怖すぎ 怖く 怖っ こわっ コワい こわすぎ 恐い 恐ろし おそろし 恐怖 きょうふ
      ビビ びびった びびる ビクビク びくびく ガクブル ぶるぶる震 震えが止ま 震えて眠 恐る恐る
      血の気が引 青ざめ 背筋が 背筋が凍 身の危険 生きた心地 トラウマ とらうま パニック ホラー 悪夢
      あくむ 怯え おびえ 不気味 ぶきみ 鳥肌が立`,
    en: `scared scary scarier scariest scares_me scare terrified terrifying terror afraid fear
      fearful fears frightened frightening frighten petrified horrified horrifying horrific spooky
      spooked freaked_out freaking_out freaks_me_out freak_out panic panicked panicking
      panic_attack nightmare nightmares nightmarish shaking_with traumat* phobia scared_to_death
      scared_the shit_scared shitting_myself heart_stopped jump_scare jumpscare chilling eerie
      sinister haunted dread dreading alarm_bells alarming`,
  },
  {
    id: 'worry',
    kind: 'claim',
    side: -1,
    name: { ja: '不安', en: 'is worrying' },
    ja: `不安 ふあん 不安だ 不安で 不安しかな 不安すぎ 不安になる 心配 しんぱい 心配で 心配だ
      心配しか 心配になる 気がかり 気掛かり 気が気でな 悩み 悩んで 悩んだ 悩む 悩ましい 悩みが
      困って 困った 困る 困りま 困ってい こまった こまる こまってる お困り 焦る 焦った 焦って
      あせる あせった アセアセ 緊張 きんちょう ドキドキ どきどき どうしよう どうすればい
      どうしたらい どうすりゃ どーしよ どうしたもの 途方に暮 路頭に迷 お先真っ暗 先が見えな 眠れな
      ねむれな 寝れな 寝られな 胃が痛い 胃が痛く 胃がきりきり 頭を抱え もやもや モヤモヤ もやる
      モヤる モヤっ ひやひや ヒヤヒヤ ハラハラ はらはら 心細 こころぼそ 頭が痛い問題 雲行きが怪
      嫌な予感 いやな予感 危機感 やばいかも ヤバいかも`,
    en: `worried worry worries worrying so_worried concerned concern concerning anxious anxiety
      anxiously nervous nervously nerve-wracking nerve-racking stressed stressful stress
      stressed_out stressing so_stressed stressing_me_out tense uneasy unease apprehensive on_edge
      overthinking overwhelmed overwhelming losing_sleep can't_sleep couldn't_sleep sleepless
      insomnia up_all_night freaking at_a_loss at_my_wits'_end wits'_end don't_know_what_to_do
      no_idea_what_to_do not_sure_what_to_do what_do_i_do what_should_i_do
      what_am_i_supposed_to_do bad_feeling_about in_trouble troubled troubling struggling struggle
      struggles butterflies_in_my_stomach heart_is_racing shaking i'm_shaking knot_in_my_stomach
      dilemma puzzled bewildered baffled baffling confused confusion perplexed torn_between`,
  },
  {
    id: 'boredom',
    kind: 'claim',
    side: -1,
    name: { ja: '退屈', en: 'is boring' },
    ja: `ひまだ ひまー 暇すぎ 暇だ 暇つぶし ひますぎ 退屈 たいくつ 退屈すぎ つまらな つまんな
      つまらん つまんね ツマンネ つまらなか つまんなか おもしろくな 面白くな 面白味がな 飽きた
      飽きて 飽きる 飽き飽き マンネリ 眠くなる 眠たくなる 途中で寝 寝落ちし 寝てしまった映画 単調
      ダレた 中だるみ 長すぎて飽 見どころがな 見所がな 盛り上がらな 盛り上がりに欠 ワンパターン
      やることがな やることな することがな 刺激がな`,
    en: `bored boring boredom bores_me bored_to_death bored_to_tears bored_out_of_my_mind so_bored
      so_boring dull duller tedious monotonous mind-numbing mind_numbing snooze snoozefest
      snooze_fest yawn yawnfest yawning put_me_to_sleep puts_me_to_sleep fell_asleep_during
      fell_asleep_halfway dragged_on dragging_on repetitive nothing_to_do nothing_happens
      nothing_ever_happens uneventful uninteresting not_interesting unfunny not_funny wasn't_funny
      isn't_funny not_even_funny didn't_finish_it dnf lifeless stale_jokes same_old`,
  },
  {
    id: 'tiredness',
    kind: 'claim',
    side: -1,
    name: { ja: '疲れる', en: 'is tiring' },
    ja: `疲れ つかれた つかれて つかれる つかりた ちかれた 疲労 ひろう困憊 疲弊 へとへと ヘトヘト
      くたくた クタクタ ぐったり グッタリ ヘロヘロ ふらふら フラフラ 眠い ねむい 眠すぎ ねむすぎ
      眠たい ねむたい 眠っ 眠気 寝不足 ねぶそく 睡眠不足 睡魔 徹夜 だるい だるす ダルい ダルすぎ
      だるっ だるおも 怠い しんど シンド しんどい しんどす しんどか きつい きつか キツい キツか
      キツす つらい つらた つらか ツラい 辛っ つらみ 限界 げんかい 体力がな 体力の限界 燃え尽き
      やる気が出 やる気でな やる気がでな やる気が起 やる気起 何もしたくな 何もやりたくな
      動きたくな 働きたくな 会社行きたくな 学校行きたくな 仕事行きたくな 仕事したくな 起きたくな
      起きれな 起きられな 帰りたい かえりたい 休みたい やすみたい 残業 ざんぎょう 終電 多忙
      忙しすぎ 忙しい 忙しく 忙殺 月曜が 月曜日が 月曜やだ 明日から仕事 明日仕事 明日学校 五月病
      人間関係疲`,
    en: `tired tiring tiredness so_tired exhausted exhausting exhaustion knackered shattered_today
      wiped_out worn_out drained draining burnt_out burned_out burnout burn-out fatigue fatigued
      weary dead_tired dog_tired dead_on_my_feet running_on_empty sleepy sleep_deprived
      sleep-deprived need_sleep need_a_nap need_coffee need_more_coffee need_a_break
      need_a_holiday need_a_vacation need_a_drink no_energy no_motivation can't_be_bothered
      can't_be_arsed lazy_today can't_get_out_of_bed don't_want_to_go_to_work
      don't_wanna_go_to_work don't_want_to_work don't_wanna_work hate_mondays monday_blues mondays
      sunday_scaries back_to_work_tomorrow long_day long_week rough_day rough_week tough_day
      tough_week hard_day busy_day working_overtime overtime double_shift night_shift jet-lagged
      jetlag jet_lag pulled_an_all-nighter all-nighter can't_take_it_anymore can't_cope
      can't_do_this_anymore adulting_is wanna_go_home want_to_go_home zombie_mode groggy
      sluggish_today`,
  },
  {
    id: 'loneliness',
    kind: 'claim',
    side: -1,
    name: { ja: '寂しい', en: 'feels lonely' },
    ja: `寂し さびし さみし 淋し ぼっち ボッチ ぼっちだ クリぼっち 孤独 こどく 独りぼっち 一人ぼっち
      ひとりぼっち 孤立 友達がいな 友達いな 友達が少な 話し相手がいな 話し相手いな 誘われな
      誰も誘って 誰にも相手に 誰もわかって 誰も分かって 人肌恋し 会えない 会えなくて 会えなくな
      会いたい あいたい 会いたすぎ 会いたくて 恋しい 恋しく ホームシック 別れた 別れて 別れちゃ
      フラれ 振られ ふられた 失恋 しつれん 離婚`,
    en: `lonely loneliness lonesome so_alone all_alone feel_alone feeling_alone home_alone
      alone_again no_friends have_no_friends nobody_to_talk no_one_to_talk nobody_understands
      no_one_understands left_out excluded isolated miss_you miss_u missing_you missing_him
      missing_her miss_him miss_her miss_them miss_my miss_it i_miss homesick broke_up breakup
      break-up dumped_me got_dumped my_ex divorced divorce single_again forever_alone unloved
      third_wheel`,
  },
  {
    id: 'envy',
    kind: 'claim',
    side: -1,
    name: { ja: 'うらやましい', en: 'makes people envious' },
    ja: `羨まし うらやまし うらやま 裏山 羨ましすぎ いいなー いいなぁ いいなあ いーなー ええなあ
      妬まし 嫉妬 しっと ジェラシー 妬み 妬む 僻み ずるい ズルい ずるすぎ 勝ち組 マウント 格差
      私も行きたかっ 私も欲しかっ`,
    en: `jealous jealousy so_jealous envious envy wish_i_was_there wish_i_were_there wish_i_could_go
      wish_it_was_me wish_i_had lucky_you must_be_nice green_with_envy fomo some_people_have_all`,
  },
  {
    id: 'regret',
    kind: 'claim',
    side: -1,
    name: { ja: '後悔される', en: 'is regretted' },
    ja: `後悔 こうかい 後悔し 後悔して 後悔しか 悔や 悔しい くやし 悔し 悔しすぎ 悔しさ 悔いが
      しなければよか しなきゃよか すればよか すれば良か やればよか やっときゃ やっておけば
      買っとけば 買っておけば 行っとけば 行っておけば 早く買えば もっと早く やらかし やらかした
      やっちまっ やっちゃっ やってもう やってしまった ミスった ミスっ しくじ 失敗した 失敗だ
      失敗し しっぱい 間違えた 間違えて まちがえた 間違えちゃ うっかり 食べすぎた 食べ過ぎた
      飲みすぎた 飲み過ぎた 使いすぎた 浪費し 反省 はんせい 申し訳なさ 罪悪感 取り返しがつか
      黒歴史 あの時やめ 時すでに遅し もったいな 勿体な`,
    en: `regret regrets regretted regretting regretful big_mistake huge_mistake made_a_mistake
      my_mistake my_bad what_was_i_thinking shouldn't_have should_have_known should_have_listened
      should've_known should_not_have wish_i_hadn't wish_i_had_known wish_i'd_known wish_i_never
      if_only too_late_now messed_up screwed_up fucked_up fudged_it blew_it goofed oops whoops
      oopsie kicking_myself hindsight in_hindsight missed_my_chance missed_opportunity guilt
      guilty guilty_about feel_bad_for feel_guilty ashamed_of_myself overslept_again ate_too_much
      drank_too_much hungover hangover spent_too_much`,
  },
  {
    id: 'embarrassment',
    kind: 'claim',
    side: -1,
    name: { ja: '恥ずかしい', en: 'is embarrassing' },
    ja: `恥ずかし はずかし ハズい はずい 恥ずい 恥ずかしすぎ 恥をかい 恥かい 赤面 照れる 照れた
      照れくさ 気まず きまず 気まずい 穴があったら 顔から火 黒歴史すぎ 居たたまれな いたたまれな
      共感性羞恥 大恥 赤っ恥`,
    en: `embarrass embarrassed embarrassing embarrassingly embarrassment mortified mortifying
      humiliat* ashamed shame_on_me blushing blush awkward so_awkward awkwardly made_a_fool
      want_the_ground_to_swallow second-hand_embarrassment secondhand_embarrassment sheepish
      facepalm face_palm red-faced`,
  },
  {
    id: 'pain',
    kind: 'claim',
    side: -1,
    name: { ja: '痛い', en: 'hurts' },
    ja: `痛い いたいよ 痛く 痛すぎ 痛か 痛っ 痛み 痛む 痛め 激痛 ズキズキ ずきずき ジンジン じんじん
      ヒリつ 頭痛 ずつう 腹痛 腰痛 腰が痛 肩こり 肩凝り 筋肉痛 歯痛 歯が痛 膝が痛 喉が痛 のどが痛
      関節痛 生理痛 胃痛 偏頭痛 ぎっくり腰 腰やった 足つった 足がつ 突き指 打撲 切り傷 指切った
      火傷 やけど`,
    en: `pain painful painfully in_pain so_much_pain aches ache aching achy hurts hurting it_hurts
      hurt_my hurt_so_much sore soreness sore_throat headache migraine migraines toothache
      stomach_ache stomachache tummy_ache backache back_pain bad_back knee_pain period_cramps
      cramps cramping throbbing agony agonizing agonising excruciating ouch ow_ow stubbed_my_toe
      pulled_a_muscle sprained sprain papercut paper_cut`,
  },
  {
    id: 'illness',
    kind: 'claim',
    side: -1,
    name: { ja: '体調を崩させる', en: 'makes people ill' },
    ja: `風邪 かぜひい 風邪ひ 熱が出 熱がある 発熱した 発熱して 38度 39度 高熱 微熱 インフル コロナ
      陽性 体調不良 体調が悪 体調悪 体調崩 体調を崩 体調が優れ 具合が悪 具合悪 寝込んで 寝込む
      咳が 咳が止ま 鼻水 鼻づまり 鼻詰まり くしゃみ 喉やられ めまい 目眩 吐き気が 下痢 嘔吐 胃腸炎
      貧血 アレルギー 花粉症 蕁麻疹 病院行 病院に行 入院 手術 救急車 救急外来 点滴 通院 検査結果
      診断され 後遺症 二日酔い ふつかよい 体がだる 倒れた`,
    en: `sick feeling_sick ill feeling_ill unwell poorly under_the_weather fever flu caught_a_cold
      got_a_cold have_a_cold runny_nose stuffy_nose blocked_nose sneezing cough coughing covid
      tested_positive infection infected sinus stomach_bug food_poisoned diarrhea diarrhoea
      throwing_up threw_up dizzy dizziness fainted passed_out hospital in_hospital in_the_hospital
      hospitalised hospitalized er_visit emergency_room a&e ambulance surgery operation_went
      diagnosed diagnosis antibiotics allergic allergies hay_fever hayfever chemo cancer
      chronic_illness chronic_pain side_effect* long_covid bedridden called_in_sick off_sick`,
  },
  {
    id: 'disappointment',
    kind: 'claim',
    side: -1,
    name: { ja: 'がっかりさせる', en: 'is disappointing' },
    ja: `がっかり ガッカリ がっくり ガックリ 残念 ざんねん 残念だ 残念すぎ 残念で 残念な
      残念ながら 無念 失望 しつぼう 失望し 幻滅 げんめつ 落胆 肩を落と 萎え 萎えた 萎える なえた
      なえる 萎えま 冷めた 冷める 冷めました 蛙化 テンション下が テンションさが テンションだだ下
      ガン萎え 心底がっかり 悲しい対応 期待してたのに 期待していたのに 楽しみにしてたのに
      楽しみにしていたのに 楽しみだったのに ダメだこりゃ だめだこりゃ ダメでした だめでした
      駄目だっ ダメだっ だめだっ ちょっと残念 裏切られた気 見損な ため息 溜息 ためいき トホホ
      とほほ がーん ガーン orz ゴミ ダメ だめだ 駄目 うーん… うーん、 ううむ`,
    en: `disappoint* so_disappointed very_disappointed such_a_disappointment sorely_disappointed
      gutted_about dismay dismayed disheartened disheartening disillusioned rotten_luck crappy_day
      not_on sigh sighs ugh ughh ugggh argh aargh grr grrr meh_experience deflated what_a_shame
      such_a_shame it's_a_shame a_shame shame_that too_bad unfortunately unfortunate regrettably
      alas deal-breaker dealbreaker last_time_i'll`,
  },
  {
    id: 'frustration',
    kind: 'claim',
    side: -1,
    name: { ja: 'もどかしい', en: 'is frustrating' },
    ja: `もどかし じれった じれったい 歯がゆ はがゆ うまくいかな 上手くいかな うまくできな
      上手くできな 思うようにいかな 思い通りにな 思い通りにいか 何をやっても 何度やっても
      何回やっても 進まな 進まん 捗らな はかどらな 終わらな おわらな 終わらん 終わんな 集中できな
      できない! できないよ 行き詰 ゆきづま 手詰まり お手上げ 八方塞 スランプ 伸び悩 キリがな
      きりがな イタチごっこ 堂々めぐり またか またかよ またこれか 何度目 何回目 いつもこう
      いつもこれ 毎回毎回 毎度毎度`,
    en: `frustrat* exasperat* at_the_end_of_my_tether end_of_my_rope banging_my_head
      bang_my_head_against tearing_my_hair pulling_my_hair_out give_up given_up gave_up giving_up
      tried_everything i've_tried_everything nothing_helps nothing_is_working
      going_round_in_circles going_in_circles getting_nowhere stuck_on_this so_stuck waste_an_hour
      losing_the_will losing_my_mind lost_my_mind losing_it lost_the_plot headache_to
      drives_you_crazy every_single_time every_damn_time every_time_i_try here_we_go_again
      not_again yet_again for_the_third_time for_the_umpteenth over_and_over time_and_again`,
  },
]
