import type { Claim } from './concept.ts'

/** What people say of other people, their conduct, works and events. */
export const JUDGEMENT_CLAIMS: readonly Claim[] = [
  {
    id: 'hypocrite',
    kind: 'claim',
    side: -1,
    name: { ja: '言行不一致', en: 'is hypocritical' },
    ja: `偽善 偽善者 二枚舌 ダブスタ ダブルスタンダード 矛盾して 矛盾し 言ってることとやって
      言行不一致 どの口が 棚に上げ 綺麗事 きれいごと 手のひら返し 手のひらクルクル お前が言うな
      おまいう`,
    en: `hypocrite hypocrites hypocritical hypocrisy double_standard double_standards two-faced
      practice_what_you_preach says_one_thing pot_calling_the_kettle rules_for_thee flip-flop
      flip-flopping virtue_signalling virtue_signaling lip_service rich_coming_from`,
  },
  {
    id: 'corrupt',
    kind: 'claim',
    side: -1,
    name: { ja: '不正がある', en: 'is corrupt' },
    ja: `汚職 腐敗 腐ってる政 裏金 うらがね 賄賂 わいろ 癒着 利権 忖度 不正 ふせい 不祥事 改ざん 改竄
      捏造 ねつ造 でっちあげ 横領 脱税 税金の無駄 税金泥棒 血税 私腹 天下り 隠蔽体質 独裁 横暴
      談合 買収 密室 売国 カルト 陰謀`,
    en: `corrupt corrupted corruption crony cronyism nepotism bribe bribes bribery bribed embezzle*
      money_laundering tax_evasion tax_dodg* taxpayers'_money taxpayer_money kickback* rigged
      rigging insider_trading cover_up abuse_of_power authoritarian dictator dictatorship tyrant
      tyranny fascist fascism propaganda election_fraud gerrymander* scandal scandals scandalous
      crime criminal criminals crooked sleaze lobbyists`,
  },
  {
    id: 'incompetent-person',
    kind: 'claim',
    side: -1,
    name: { ja: '無能', en: 'is incompetent' },
    ja: `無能 むのう 使えない奴 使えないやつ 役立たずの 給料泥棒 頭が悪 頭悪 ばかす ばかか 馬鹿
      ばかじゃ アホ あほか あほす アホか 間抜け まぬけ マヌケ 愚か おろか 愚策 愚行 無知 低能
      知能が低 脳みそ 老害 情弱 ポンコツ ぽんこつ 向いてない 無責任 責任感がな 責任取れ 辞めろ
      辞任しろ 辞職しろ クビにしろ やめちまえ 引っ込め`,
    en: `incompetent_leader idiot idiots idiotic idiocy moron morons moronic stupid stupidity
      stupidest dumb dumber dumbest dumbass imbecile fool fools foolish brainless clown clowns
      clown_show muppet muppets numpty twat pillock plonker donkey_of_a useless_government
      useless_manager ignorant ignorance braindead brain-dead brain_dead no_clue has_no_clue
      clueless_politicians out_of_touch irresponsible reckless resign must_resign should_resign
      needs_to_go has_to_go not_fit_to not_fit_for_office embarrassing_leader sack_them
      vote_them_out`,
  },
  {
    id: 'bad-person',
    kind: 'claim',
    side: -1,
    name: { ja: '人柄が悪い', en: 'behaves badly' },
    ja: `くずす クズす 人間のクズ げすす ゲスい 性格が悪 性格悪 性悪 意地悪 いじわる 陰湿 卑怯
      ひきょう 卑劣 ひれつ 下劣 ろくでもな ロクでもな ろくでなし サイコパス モラハラ パワハラ
      セクハラ カスハラ ハラスメント 毒親 毒上司 クソ上司 クソ野郎 くそやろう 嫌な奴 嫌なやつ
      嫌な人 自己中 じこちゅう 自己中心 わがまま ワガママ 身勝手 自分勝手 図々し ずうずうし
      厚かまし 非常識 ひじょうしき 常識がな 常識な マナーがな 民度が低 民度低 民度 キチガイ 気違い
      基地外 頭おかしい 頭がおかしい 狂って 狂ってる 異常者 きもおじ 陰口 悪口 あおり運転 煽り運転
      路駐 ポイ捨て 歩きタバコ 浮気 不倫 dv`,
    en: `asshole assholes arsehole arseholes bastard bastards prick dickhead dick_move bitch bitches
      bitchy son_of_a_bitch scum scumbag scumbags douche douchebag jerk jerks tosser wanker
      wankers cunt cunts creep creeps pervert weirdo psycho psychopath sociopath narcissist
      narcissistic narcissism selfish selfishness self-centered self-centred entitled entitlement
      bully bullies bullied bullying cruel cruelty heartless mean_to mean_people mean_girl
      nasty_person toxic toxic_people toxic_boss abusive abuser manipulative control_freak
      backstab* two_timing cheater cheaters cheated_on cheating cheated lowlife trash_person
      piece_of_shit evil monster_of_a wicked_person spiteful petty coward cowards cowardly
      snake_of_a fake_people fake_friends liar_and ungrateful inconsiderate litterbug* karen
      karens no_shame shameless horrible_person awful_person terrible_person`,
  },
  {
    id: 'discrimination',
    kind: 'claim',
    side: -1,
    name: { ja: '差別的', en: 'is discriminatory' },
    ja: `差別 さべつ 人種差別 女性差別 男女差別 性差別 偏見 ヘイト いじめ イジメ 虐め 虐待 誹謗中傷
      中傷 名誉毀損 人権侵害 排外主義 レイシスト 晒し 炎上 えんじょう 不謹慎 モラルがな 倫理的に
      叩かれ 叩く奴 アンチ 荒らし`,
    en: `racist racists racism sexist sexism misogyn* homophob* transphob* islamophob* antisemit*
      anti-semit* xenophob* bigot bigots bigotry bigoted discriminat* prejudice prejudiced
      stereotype stereotyp* hate_speech hateful ableist ableism ageist ageism harass* dehumaniz*
      victim_blaming slur slurs inappropriate offensive offended tone-deaf tone_deaf insensitive
      problematic`,
  },
  {
    id: 'unjust',
    kind: 'claim',
    side: -1,
    name: { ja: '理不尽', en: 'is unfair' },
    ja: `不公平 ふこうへい 不平等 理不尽 りふじん 不条理 おかしいだろ おかしいでしょ おかしすぎ
      おかしくない おかしいと思う おかしいわ どう考えてもおかし 間違ってる 間違っている
      納得できる説明 誰のための 国民をなめ 国民を舐め 国民を馬鹿に 国民無視 弱い者いじめ
      泣き寝入りする 正直者が馬鹿 格差社会 やりすぎ 行き過ぎ 許されな 許してはいけ あってはなら
      恥を知れ はじをしれ 恥知らず 情けな なさけな みっともな 見苦し`,
    en: `unfair unfairly so_unfair not_fair isn't_fair that's_not_fair injustice unjust inequality
      unequal wrong_on_so_many so_wrong this_is_wrong just_wrong morally_wrong despicable
      deplorable shameful shame_on shame_on_you disgraceful_behaviour disgraceful_behavior
      indefensible inhumane barbaric brutal senseless insane insanity crazy_that madness lunacy
      nonsense what_nonsense utter_nonsense bollocks utter_rubbish double_whammy slap_in_the_face
      kick_in_the_teeth insult_to insulting`,
  },
  {
    id: 'hero',
    kind: 'claim',
    side: 1,
    name: { ja: '立派', en: 'is admirable' },
    ja: `英雄 ヒーロー 救世主 きゅうせいしゅ 勇敢 勇気がある 勇気ある 勇気をもら 勇気もら 勇気づけ
      元気をもら 元気もら 元気出 元気でた 元気が出 パワーもら 希望の星 天使 てんし 女神 めがみ
      神様 聖人 人格者 人間ができ 人間性が 性格がい 性格が良 性格良 性格よ いい人 良い人 いい奴
      いいやつ 優しい人 優しい世界 やさしい世界 優しすぎ やさしすぎ やさしい人 優しさ 思いやり
      器が大き 器がでか 懐が深 男前 漢気 かっこいい大人 見習いたい 推せる人`,
    en: `hero heroes heroic heroine brave bravery courageous courage angel angels saint role_model
      good_samaritan kind_soul kind_person kind-hearted kindhearted heart_of_gold good_person
      good_people great_guy lovely_person lovely_people wonderful_person wonderful_people
      beautiful_soul sweetest sweet_of so_sweet how_sweet generous generosity selfless humble
      gentleman class_act faith_in_humanity restored_my_faith humanity_restored salt_of_the_earth
      restores_my_faith good_egg thoughtful so_thoughtful considerate understanding_and supportive
      so_supportive faithful loyal_friend best_friend bestie best_mum best_mom best_dad
      best_husband best_wife`,
  },
  {
    id: 'legend',
    kind: 'claim',
    side: 1,
    name: { ja: '伝説級', en: 'is legendary' },
    ja: `レジェンド 伝説 でんせつ 殿堂入り 歴史に残 歴史的 語り継 唯一無二 右に出る者 右に出るもの
      代表作 金字塔 生ける伝説 大谷さすが 生きる伝説 格が違う カリスマ オーラが 存在感が 実力派
      演技がうま 演技が上手 演技が素晴らし 演技力 歌うま 歌がうま 歌が上手 歌唱力 声がい 声が良
      声が好 ダンスがキレ ダンス上手 表現力 作画が綺麗 伏線回収 神脚本 脚本がい 脚本が良 脚本が神
      演出がい 演出が神 展開が熱 キャラが魅力`,
    en: `legend legends goat greatest_of_all_time all-time_great icon one_of_a_kind one_of_the_best
      one_of_the_greatest hall_of_fame hall_of_famer history_maker made_history
      generational_talent world-beater unrivalled unrivaled unmatched unparalleled second_to_no
      iconic_performance amazing_performance great_performance brilliant_performance
      outstanding_performance stunning_performance oscar-worthy steals_the_show stole_the_show
      showstopper standing_ovation brought_the_house_down great_acting superb_acting well_acted
      well_written beautifully_written great_writing great_storytelling great_plot amazing_voice
      incredible_voice beautiful_voice voice_of_an_angel vocals_are instant_classic cult_classic
      timeless underrated criminally_underrated`,
  },
  {
    id: 'bad-work',
    kind: 'claim',
    side: -1,
    name: { ja: '出来が悪い', en: 'is badly done' },
    ja: `駄作すぎ 凡作だ 期待外れの映画 脚本がひど 脚本が酷 脚本が雑 脚本がクソ 脚本が悪
      演技が下手 演技下手 演技がひど 棒読み 大根役者 音痴 歌が下手 展開が雑 展開が遅 ご都合主義
      原作レイプ 原作改変 原作と違 ミスキャスト 超展開 打ち切りエンド 尻切れ 尻すぼみ 伏線放置
      伏線が回収され 意味がわからな 意味が分からな 意味わからん 意味わから 意味分から
      わけがわからな 訳が分からな わけわからん 感情移入できな 二番煎じ パロディ以下 口パク 音程が`,
    en: `bad_acting terrible_acting wooden_acting awful_acting poorly_acted badly_written
      poorly_written terrible_writing lazy_writing bad_writing bad_script terrible_script
      plot_hole plot_holes no_plot weak_plot thin_plot convoluted_plot terrible_ending
      awful_ending rushed_ending anticlimactic_ending ruined_the_franchise ruined_my_childhood
      miscast one-dimensional forgettable_film forgettable_movie unwatchable unlistenable
      unreadable walked_out_of turned_it_off couldn't_get_into couldn't_finish_this
      box_office_bomb worst_movie worst_film worst_book worst_game worst_episode worst_season
      terrible_movie awful_movie bad_movie autotune out_of_tune off-key lip-sync* derivative
      pretentious self-indulgent soulless rushed lazy_cash`,
  },
  {
    id: 'popular',
    kind: 'claim',
    side: 0,
    name: { ja: '人気', en: 'is popular' },
    ja: `人気 にんき 大人気 話題 わだい 話題の バズって バズった トレンド入り トレンド1位 はやって
      流行って ブーム 注目 ちゅうもく みんな使って みんな持って 周りでも 社会現象 大ヒット
      ヒット中 売れて 売れ筋 ランキング1位 口コミがい 口コミが良 口コミで 評判がい 評判が良 評判の
      高評価 好評 定番`,
    en: `popular popularity viral gone_viral went_viral going_viral trending hyped_up the_hype
      hype_train everyone_is_talking everyone's_talking everyone_has_one everyone_is_using
      everybody_has craze fad all_the_rage bestseller best-selling best_seller top-rated
      highly_rated highly_recommended_by good_reviews great_reviews rave_reviews chart-topping
      number_one hit_song blockbuster must_have`,
  },
  {
    id: 'bad-reputation',
    kind: 'claim',
    side: -1,
    name: { ja: '評判が悪い', en: 'has a bad reputation' },
    ja: `評判が悪 評判悪 口コミが悪 口コミ悪 低評価 悪評 レビューがひど レビューが酷 レビューが悪
      叩かれて 批判され 批判殺到 苦情殺到 不評 不人気 オワコン おわこん 落ち目 時代遅れの 廃れ
      すたれ 過疎 過疎って`,
    en: `bad_reviews terrible_reviews negative_reviews bad_reputation bad_press bad_rep notorious
      infamous backlash criticised criticized criticism under_fire unpopular irrelevant has-been
      washed_up dying_game dead_game ghost_town pr_disaster bad_rap`,
  },
  {
    id: 'important-news',
    kind: 'claim',
    side: 0,
    name: { ja: '報じられている', en: 'is in the news' },
    ja: `速報 号外 逮捕 容疑者 判決 裁判 選挙 投票 国会 首相 大統領 政府 政権 法案 記者会見 会見
      発表され 公表 震度 地震 津波 避難 警報 注意報 停戦 戦争 侵攻 感染者 死者 負傷 火災 株価
      日経平均 為替 円安 円高 統計 調査によると 調査で`,
    en: `breaking_news breaking: arrested suspect sentenced court_ruling supreme_court election
      elections ballot polls parliament congress senate president prime_minister minister
      government bill_passed legislation press_conference announced_today earthquake magnitude
      tsunami evacuat* wildfire ceasefire war invasion airstrike* killed casualties death_toll
      injured_in stock_market shares_fell shares_rose gdp interest_rates sanctions according_to
      report_says study_finds survey_finds police_say officials_say sources_say`,
  },
  {
    id: 'agrees',
    kind: 'claim',
    side: 1,
    name: { ja: '賛同されている', en: 'meets with agreement' },
    ja: `同感 どうかん 同意 どうい 賛成 さんせい その通り そのとおり その通りです ほんまそれ
      ほんとそれ まじそれ まじでそれ マジそれ それな ソレナ それなー わかる わかりみ わかりすぎ
      わかりみが深 わかるー わかるわ 分かる 分かりみ 激しく同意 禿同 はげど 完全同意 共感しか 共感
      きょうかん おっしゃる通り おっしゃるとおり 仰る通り ごもっとも 間違いない! 間違いねえ 正論
      せいろん 支持します 支持する よく言ってくれ よくぞ言っ 納得 なっとく 納得した 納得でき
      なるほど なるほどね 確かに たしかに 一理ある 言い得て妙`,
    en: `agree agreed agrees totally_agree completely_agree couldn't_agree_more could_not_agree_more
      absolutely_right you're_right so_true very_true too_true exactly_this this_exactly this_100
      100%_this spot-on_analysis well_said nailed_it_here hit_the_nail preach amen hear_hear
      facts_only big_facts factsss no_lies_detected same_here me_too relatable so_relatable mood
      makes_sense good_point great_point fair_point fair_enough valid_point hard_agree
      my_thoughts_exactly this_^ second_this`,
  },
  {
    id: 'disagrees',
    kind: 'claim',
    side: -1,
    name: { ja: '反対されている', en: 'meets with disagreement' },
    ja: `反対 はんたい 反対です 反論 異議 異論 同意できな 賛成できな 賛同できな 共感できな 違うと思
      ちがうと思 そうは思わ そう思わな それは違 それはちが いや違 いやいや 理解できな 理解不能
      理解に苦し わからないでもな 論破 屁理屈 へりくつ 詭弁 論点ずらし 的外れ まとはずれ`,
    en: `disagree disagrees disagreed don't_agree do_not_agree can't_agree strongly_disagree
      hard_disagree couldn't_disagree_more unpopular_opinion hot_take nope_not that's_wrong
      you're_wrong not_true untrue simply_not_true totally_wrong completely_wrong misinformation
      disinformation missing_the_point miss_the_point misses_the_point makes_zero_sense debunked
      beg_to_differ oppose opposed_to bad_take worst_take ratio`,
  },
  {
    id: 'need-change',
    kind: 'claim',
    side: 0,
    name: { ja: '見直しを求められている', en: 'needs to change' },
    ja: `べきだ べきです べきでは べきだと すべきだ 必要だと 改革 見直し 見直すべ 法改正 規制し
      取り締ま 対策し 対策を 何とかし なんとかし どうにかし 考え直し 声を上げ 声をあげ 署名 抗議`,
    en: `needs_to_change must_change time_for_change something_must_be_done
      something_needs_to_be_done do_something_about should_be_banned should_be_illegal
      should_be_free ban_this petition sign_the_petition protest protests protesting boycott
      boycotting strike_action on_strike demand_action call_on_the reform enough_talk speak_up
      stand_up_for`,
  },
]
