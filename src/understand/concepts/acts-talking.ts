import type { Act } from './concept.ts'

/** What authors do with words: greet, thank, joke, report, announce, advertise. */
export const TALKING_ACTS: readonly Act[] = [
  {
    id: 'thanks',
    kind: 'act',
    side: 1,
    ja: `ありがとうござい ありがとうございま ありがとう有難う ありがとうね ありがとうです 有難うござ
      ありがとうm サンクスです 感謝申し上げま 感謝いたしま 感謝します 感謝です お礼申し上げ
      お礼を申し上げ 御礼 フォローありがと rtありがと いいねありがと リプありがと`,
    en: `thank_you thanks thx thnx ty tysm tyvm thank_u thanku thankyou many_thanks thanks_so_much
      thank_you_so_much thanks_a_lot thanks_to thanks_for thank_you_for thanks_for_the
      thanks_for_your cheers_for cheers_mate ta_very_much big_thanks huge_thanks special_thanks
      shoutout shout_out shout-out props_to_the a_big_thank_you thank_you_all thanks_everyone
      thanks_in_advance`,
  },
  {
    id: 'sarcastic-thanks',
    kind: 'act',
    side: -1,
    ja: `どうもありがとうございました(棒 (棒) (棒 棒読みでありがとう ありがとよ どうもありがとよ
      さすがですね(棒 素晴らしいですね(棒`,
    en: `thanks_for_nothing thanks_a_bunch thanks_for_ruining thanks_for_wasting
      thanks_for_the_headache thanks_for_not gee_thanks thanks_but_no_thanks oh_great oh_joy
      oh_wonderful oh_brilliant just_great just_what_i_needed_today well_done_for_ruining
      great_job_ruining slow_clap sarcasm /s yeah_right sure_jan as_if what_a_surprise
      surprise_surprise big_surprise shocker no_shit_sherlock good_luck_with_that love_how_you
      love_that_for_me because_of_course how_convenient nice_try bravo_for color_me_shocked`,
  },
  {
    id: 'apologises',
    kind: 'act',
    side: 0,
    ja: `ごめん ゴメン ごめんなさい ごめんね ごめんなさ すみません すいません スミマセン すまん
      すまんな 申し訳 申し訳な 申し訳あり もうしわけ お詫び お詫び申し お詫びいたし 失礼しました
      失礼いたし ご迷惑 ご迷惑をおかけ ご不便 ご容赦 謝罪 陳謝 恐れ入り 恐縮`,
    en: `sorry so_sorry i'm_sorry we're_sorry sorry_about sorry_for_the sorry_to_hear apologise
      apologize apologies apology apologised apologized my_apologies we_apologise we_apologize
      sincerely_apologise sincerely_apologize sincere_apologies apologies_for pardon_me forgive_me
      excuse_me for_the_inconvenience any_inconvenience regret_to_inform i_take_it_back`,
  },
  {
    id: 'greets',
    kind: 'act',
    side: 0,
    ja: `お願いします お願いいたします おはよう おはよ おはようござい おはよー おはよん おっはー
      おはあり こんにちは こんにちわ こんちは こんばんは こんばんわ こんばんは! こんばんみ
      おやすみ おやすみなさい おつかれ お疲れさま お疲れ様 お疲れさん おつかれさま
      お疲れさまでした お疲れ様でした おつかれさん ただいま おかえり お帰り いってきます
      行ってらっしゃい いってらっしゃい はじめまして 初めまして よろしく よろしくお願い よろです
      よろしくお願いいたします お久しぶり ご無沙汰 やっほー ヤッホー ばいばい バイバイ またね
      また明日 じゃあね ごきげんよう 良い週末 良い一日を 今日もよろしく`,
    en: `good_morning gm morning_all morning_everyone morning_everybody mornin good_afternoon
      good_evening good_night gn goodnight night_night sweet_dreams sleep_well sleep_tight hello
      hello_everyone hi hi_there hi_all hi_everyone hi_guys hey hey_there hey_guys hey_everyone
      hey_y'all howdy greetings welcome welcome_back welcome_to nice_to_meet_you pleased_to_meet
      bye goodbye bye_bye see_you see_ya see_you_soon see_you_tomorrow see_you_later take_care
      have_a_good_day have_a_great_day have_a_nice_day have_a_lovely_day have_a_great_weekend
      have_a_good_one happy_monday happy_tuesday happy_wednesday happy_thursday happy_saturday
      happy_sunday how_are_you how's_it_going how_is_everyone what's_up wassup long_time_no_see`,
  },
  {
    id: 'announces',
    kind: 'act',
    side: 0,
    ja: `お知らせ おしらせ ご報告 ご案内 告知 発表します 発表しま 発表! 公開しま 公開した 公開!
      公開中 更新しま 更新した 投稿しま 投稿した アップしま アップした うpしま 配信しま 配信開始
      配信中 配信します 配信スタート 生放送 放送されま 発売しま 発売します 発売開始 発売中
      本日発売 好評発売中 新発売! 新商品 新製品 新作 新登場 新メニュー リリースしま リリースされ
      リリース! リリース 開催しま 開催します 開催決定 開催! 開催中 開店しま 開店します
      オープンしま オープンします 本日オープン グランドオープン 開始しま スタートしま 始めました
      はじめました 始まりま 始まった 営業して 営業中 営業しており 営業いたし 臨時休業の 休業いたし
      出演しま 出演します 掲載され 受付中 受付開始 募集して 募集しま 募集開始`,
    en: `announcing announce announcement announced introducing we_are_pleased_to we're_pleased_to
      we_are_excited_to we're_excited_to excited_to_announce happy_to_announce proud_to_announce
      thrilled_to_announce pleased_to_announce delighted_to_announce excited_to_share
      happy_to_share just_launched now_live is_now_live is_live now_open new_release just_released
      releases releasing_today new_video new_blog new_post new_episode new_article new_single
      new_collection new_arrivals new_in now_available_in coming_soon stay_tuned out_today out_on
      launches launching launch_of we_are_launching grand_opening opening_today we_are_open
      we're_open open_today save_the_date live_at live_now going_live tune_in premieres premiering
      watch_live streaming_now`,
  },
  {
    id: 'invites',
    kind: 'act',
    side: 0,
    ja: `ぜひお越し お越しください お越しくださ お待ちして お待ちしており 遊びに来て 遊びにきて
      来てね きてね 来てくださ ぜひ来て ぜひご来 ご来店 ご来場 ご参加 参加して 参加者募集 参加募集
      一緒に行 一緒にや 一緒に遊 一緒に飲 一緒に食 誰か行 誰か一緒 行きませんか しませんか
      やりませんか 飲みに行こ 遊ぼう 遊ぼ 誘って 集まれ ご覧くださ ご覧下さ 見てくださ 見てね
      見てください 聴いてね 聴いてくださ 読んでね 読んでくださ ぜひチェック チェックして
      要チェック フォローして フォローよろ 登録お願い チャンネル登録 高評価お願 拡散して
      シェアして 応援よろしく 応援お願 投票して 投票お願 清き一票`,
    en: `join_us come_join join_me join_the come_along come_and_see come_see_us come_visit visit_us
      drop_by stop_by pop_in swing_by come_down_to see_you_there you're_invited you_are_invited
      rsvp everyone_welcome all_welcome who_wants_to who's_coming who_is_coming anyone_want_to
      anyone_fancy anyone_up_for want_to_join wanna_join wanna_play let's_go_to let's_meet
      let's_grab let_me_know let_us_know dm_me hit_me_up hmu message_me follow_us follow_me
      follow_for subscribe like_and_subscribe please_share please_retweet please_rt pls_rt retweet
      rt_this share_this share_if like_if comment_below tell_us tag_a_friend vote_for vote_now
      cast_your_vote sign_up_now get_involved`,
  },
  {
    id: 'sells',
    kind: 'act',
    side: 0,
    ja: `お譲り 譲ります 譲渡 譲) 求) 【譲】 【求】 交換お譲り 交換募集 交換希望の 出品しま 出品した
      出品中 出品して 売ります 売りたい 売りに出 売却 買取 買取価格 メルカリ ラクマ ヤフオク
      フリマ 手放します 手放す 手放し 即購入可 コメント不要 送料込み 送料別 定価 定価以下
      引き取り手`,
    en: `for_sale selling_my selling_a selling_these selling_this i'm_selling want_to_sell sell_my
      wts wtb wtt listed_on on_ebay on_etsy on_depop on_vinted etsy_shop my_shop my_store
      dm_to_buy dm_for_price dm_if_interested or_nearest_offer obo ono make_an_offer best_offer
      pick_up_only collection_only no_lowballs barely_used like_new brand_new_in_box bnib
      commissions_open commissions_are_open taking_commissions`,
  },
  {
    id: 'advertises',
    kind: 'act',
    side: 0,
    ja: `今だけ 今なら 期間限定 数量限定 先着 本日限り 本日限定 今すぐ いますぐ ご購入はこちら
      購入はこちら 詳しくは 詳細は 詳細はこちら 詳しくはこちら こちらから プロフから
      プロフのリンク プロフィールのリンク リンクから リンクは こちら→ ↓↓ ご利用くださ
      お申し込みは お申込み ご予約は ご予約受付 予約はこちら お問い合わせは お気軽に ご相談くださ
      無料相談 無料登録 無料プレゼント 無料診断 line登録 ライン登録 公式line 公式ライン 友だち追加
      友達追加 特典 限定公開 初月無料 初回限定 見逃すな お見逃しなく pr #pr 【pr】 アフィ
      タイアップ スポンサー 楽天市場 楽天roomに roomに 副業 在宅ワーク 稼げる 稼げます 稼ぐ 稼ぎ方
      月収 月100万 不労所得 投資初心者 必ず儲か 儲かる 儲け 権利収入 バイナリー fx自動売買
      仮想通貨 億り人 ノウハウ 出会い 裏垢 パパ活 セフレ 即会 ママ活 エッチな モニター募集
      プレゼント企画者 ダイエットサプリ`,
    en: `shop_now buy_now order_now order_today book_now book_today click_here click_the_link
      click_link tap_the_link link_in_bio link_in_profile link_in_my link_below link_in_comments
      use_code use_my_code use_promo_code with_code discount_code code_at_checkout limited_time
      limited-time limited_time_offer limited_offer limited_edition limited_stock
      while_stocks_last while_supplies_last last_chance hurry don't_wait act_now act_fast
      today_only ends_tonight ends_soon ends_today selling_fast only_a_few_left exclusive_offer
      exclusive_deal special_price get_yours get_yours_today claim_your claim_now sign_up_today
      sign_up_for_free join_now register_now download_now get_started free_consultation
      call_us_today call_now contact_us visit_our_website visit_our shop_the learn_more read_more
      find_out_more more_info sponsored ad #ad paid_partnership gifted affiliate affiliate_link
      affiliate_links earn_money make_money make_money_online work_from_home passive_income
      financial_freedom side_hustle get_rich quick_cash guaranteed_returns guaranteed_profit roi
      crypto bitcoin btc ethereum nft nfts airdrop presale to_the_moon 100x forex trading_signals
      signals_group investment_opportunity double_your invest_now telegram_group join_our_telegram
      whatsapp_me onlyfans nsfw hot_singles sugar_daddy sugar_baby cashapp casino betting_tips
      free_bets weight_loss_pills lose_weight_fast keto_gummies viagra seo_services
      web_design_services grow_your_business grow_your_followers buy_followers
      increase_your_followers`,
  },
  {
    id: 'giveaway',
    kind: 'act',
    side: 0,
    ja: `プレゼントキャンペーン プレゼント企画 抽選で 名様にプレゼント 名様に当た フォロー&リポスト
      フォロー&rt フォロー&リツイート フォロー&いいね フォロー&引用 フォローして応募 フォロー+rt
      フォローとrt フォローとリポスト フォロー+リポスト 応募方法 応募条件 応募締切 応募〆 応募完了
      応募します 参加します! 当たりますように 当選者 当選発表 当選された方 懸賞 けんしょう
      現金プレゼント 万円プレゼント お金配り 配ります アマギフ アマギフ配 ギフト券 リプで当選
      rtキャンペーン リツイートキャンペーン 素敵な企画 素敵なキャンペーン`,
    en: `giveaway giveaways give-away win_a win_one_of chance_to_win enter_to_win enter_now to_enter
      how_to_enter for_a_chance_to sweepstakes raffle prize_draw competition_time
      competition_closes contest_ends winner_will_be winners_will_be winner_announced rt_to_win
      follow_and_rt follow_and_retweet follow_&_rt follow_rt like_and_retweet like_&_rt
      like_and_rt retweet_to_win tag_three_friends tag_2_friends tag_two_friends free_gift_card
      gift_card free_iphone free_stuff freebie freebies congratulations_you_won you_have_won
      you've_won you've_been_selected`,
  },
  {
    id: 'follow-for-follow',
    kind: 'act',
    side: 0,
    ja: `相互フォロー 相互 相互希望 相互100 フォロバ フォロバ100 フォローバック フォロバします
      フォロバする 必ずフォロー 必ずフォロバ フォロー返し 無言フォロー 無言フォロ 無言フォロー失礼
      繋がりたい つながりたい と繋がりたい さんと繋がりたい 人と繋がりたい フォロワー増や
      フォロワー募集 フォロワー様 いいね返し いいねした人 いいねした人全員 リツイートした人全員
      拡散で`,
    en: `f4f follow-for-follow follow_back followback follow_4_follow follow_me_back
      follow_each_other followtrain follow_train gain_followers more_followers gain_with mutuals
      mutual_follow let's_be_moots moots looking_for_moots sub4sub sub_for_sub l4l like4like
      like_for_like s4s shoutout_for_shoutout i_follow_back ifb drop_your_handle
      who_wants_followers follow_everyone_who teamfollowback`,
  },
  {
    id: 'quotes',
    kind: 'act',
    side: 0,
    ja: `とのこと だそうです だそうだ らしいです らしいよ らしいで って言われ と言われ って言われた
      と言われた って言ってた と言っていた と言ってた って書いて と書いて と書かれ 曰く いわく
      名言 引用 リプ欄 って友達が って母が って子供が って息子が って娘が`,
    en: `quote quoted quoting he_said she_said they_said said_that told_me_that told_us_that i_quote
      in_the_words_of as_the_saying_goes so_they_say they_say rumor_has_it rumour_has_it
      reportedly allegedly apparently someone_said my_friend_said my_mum_said my_mom_said
      my_boss_said "`,
  },
  {
    id: 'jokes',
    kind: 'act',
    side: 0,
    ja: `なんちゃって なーんちゃって なんつって 冗談 じょうだん 冗談です 冗談で ねたです ネタです
      ツッコミ つっこみ 大喜利 あるある ダジャレ だじゃれ おやじギャグ オヤジギャグ ギャグ
      一発ネタ`,
    en: `joke jokes joking just_joking just_kidding jk j/k kidding only_joking only_kidding pun
      pun_intended no_pun_intended dad_joke dad_jokes punchline prank pranked meme memes memeing
      shitpost shitposting trolling trolled knock_knock banter tongue-in-cheek tongue_in_cheek
      pov: me: nobody: that_feeling_when tfw be_like`,
  },
  {
    id: 'laughs',
    kind: 'act',
    side: 1,
    ja: `笑笑 (笑) 笑) www ww くさ生 草です 草w わらう わらった 笑い ふふ ふふっ くすっ クスッ うふふ
      あはは アハハ ははは ハハハ がはは へへ えへへ ひひ にひひ ブハッ 😂 🤣 😆 😹`,
    en: `lol lols lolol lolz lmao lmfao rofl roflmao haha hahah hahaha hahahaha hahahahaha ahaha
      ahahaha hehe hehehe heh teehee xd kek bahaha bwahaha mwahaha loool looool lool ha_ha 💀 😭😂`,
  },
  {
    id: 'cries',
    kind: 'act',
    side: -1,
    ja: `(泣) (涙) (T_T) 😭 😢 😞 😔 💔 😩 😫 ぐすん グスン うぅ うう… うわーん うわああん えーん
      あああ ああああ ギャー ぎゃー ひえー ヒェ ひぇっ ちくしょ 畜生 くそっ クソッ くそー`,
    en: `sobs cries_in *cries* *sobs* boohoo waah noooo nooooo nooo noo_not why_god whyyyy whyyy
      aaaaa aaaah dammit damn_it damn goddamn goddammit for_fucks_sake bugger crikes`,
  },
  {
    id: 'reports-news',
    kind: 'act',
    side: 0,
    ja: `【速報】 〖速報〗 ニュース にゅーす 新聞 報道 ほうどう 報道によ 記事 きじ 発表した 発表によ
      と発表 明らかにし 明らかになっ 見通し 見込み 方針 判明 はんめい 共同通信 時事通信 朝日新聞
      読売新聞 毎日新聞 日経 nhk ロイター ヤフーニュース yahooニュース #ニュース`,
    en: `breaking reuters associated_press ap_news bbc_news cnn news_report live_updates latest_news
      in_the_news headline headlines report: report_by exclusive: watch: update: video: via_@
      editorial op-ed spokesperson spokesman spokeswoman statement_from press_release`,
  },
  {
    id: 'asks-question',
    kind: 'act',
    side: 0,
    ja: `ですか? ますか? かな? ますでしょうか でしょうか? なの? なのか? のか? んですか んだろう
      なんだろう かしら っけ? だっけ どこですか どこにあり いつですか 何ですか なんですか 誰ですか
      質問です 質問 しつもん 質問なん 聞きたい 聞きたいんで お聞きし 伺いたい お尋ね
      教えていただけ ですかね ますかね あるかな いるかな? あるの? いるの? ありますか`,
    en: `question question_for quick_question stupid_question silly_question dumb_question
      genuine_question serious_question honest_question i_have_a_question can_i_ask may_i_ask
      just_wondering i_was_wondering was_wondering wondering_if wondering_whether anyone_know_if
      anyone_know_how anyone_know_why anyone_know_when anyone_know_where do_you_know
      do_you_know_if can_you_tell_me could_you_tell_me can_someone_tell_me can_anyone_tell_me
      tell_me_what what_is what_are what's_your what_time who_is who_are who's is_there_a
      is_there_any are_there_any is_this_normal is_it_normal is_it_true is_that_true is_it_ok
      is_it_okay`,
  },
  {
    id: 'rhetorical',
    kind: 'act',
    side: -1,
    ja: `誰が買う 誰が使う 誰がやる 何のため 何のために なんのため 意味ある? 意味あるの 意味あんの
      どういうつもり どうなってる どうなってんの どうなってん どうなっとん どうなってるん
      どういうこと? なめてるの なめてん? なんなの なんなん なんやねん 何なの 何なん 何様 なにさま
      何考えて 何がしたい どこが どこがだよ どこがや は? はあ? はぁ? ハァ? いつまで続
      いつになったら なんでやねん 頭おかしいんじゃ おかしくない? おかしくね? ひどくない?
      やばくない? ありえなくない 普通さ 普通に考え`,
    en: `who_does_that who_thought who_thought_this who_even who_in_their_right_mind
      what_is_wrong_with what's_wrong_with what_kind_of what_were_they_thinking
      what_were_you_thinking what_is_the_point what's_the_point what's_even_the_point
      what_the_actual what_on_earth why_even_bother why_bother why_would_anyone why_would_you
      why_on_earth why_the_hell why_the_fuck how_hard_is_it how_hard_can_it how_is_this
      how_is_that how_is_it_possible how_is_this_legal how_is_that_legal how_can_you how_can_they
      how_do_you_mess how_do_you_not how_many_times how_many_more how_long_does_it_take do_better
      do_you_even seriously? really? are_you_serious are_you_for_real for_real? is_this_a_joke
      is_this_some_kind you_call_this you_had_one_job call_yourself`,
  },
  {
    id: 'shares-own-work',
    kind: 'act',
    side: 0,
    ja: `描きました 描いた 描いてみ 作りました 作ってみ 作ってみた 書きました 書いてみ 撮りました
      撮った 撮ってみ 撮影した 編みました 縫いました 歌ってみた 弾いてみた 踊ってみた うちの子
      うちの猫 うちの犬 うちのわんこ うちのにゃんこ 我が家の 自作 手作り 手づくり ハンドメイド
      今日の一枚 今日の空 落書き らくがき 進捗 完成しま 完成した`,
    en: `i_made i_made_this i_drew i_painted i_wrote i_built i_baked i_cooked homemade handmade
      hand-made diy my_drawing my_art my_artwork my_painting fanart fan_art wip work_in_progress
      sketch doodle my_latest my_new_video my_blog my_photo photo_i_took took_this_photo
      i_took_this my_cat my_dog my_kitty my_puppy my_garden today's_bake`,
  },
  {
    id: 'gives-tip',
    kind: 'act',
    side: 0,
    ja: `コツは こつは ポイントは 裏技 うらわざ 豆知識 ライフハック ちなみに 参考までに ご参考
      参考になれば 参考に 知っておくと 覚えておくと やり方は 手順は 方法は まとめました 解説
      解説しま 紹介しま 紹介します ご紹介`,
    en: `tip: tips: top_tip quick_tip life_hack lifehack fyi for_your_information for_reference psa
      public_service_announcement reminder reminder_that friendly_reminder just_a_reminder
      note_that fun_fact did_you_know pro-tip how-to here's_how here_is_how step_by_step tutorial
      guide_to ways_to reasons_why things_to_know thread:`,
  },
]
