import type { Claim } from './concept.ts'

/** How a thing is in use: ease, crashes, bugs, updates for the worse and the better. */
export const USE_CLAIMS: readonly Claim[] = [
  {
    id: 'easy-to-use',
    kind: 'claim',
    side: 1,
    name: { ja: '使いやすい', en: 'is easy to use' },
    ja: `使いやす つかいやす 使い易 使い勝手がい 使い勝手が良 使い勝手も 操作しやす 操作が簡単
      操作も簡単 直感的 簡単に 簡単で 簡単だ かんたんに カンタン 手軽 てがる お手軽 楽ちん 楽チン
      らくちん ラクラク 楽々 楽に 手間いらず 手間が省け 手間がかからな 分かりやす わかりやす
      判りやす 見やす 読みやす 覚えやす 扱いやす 組み立てやす 組み立て簡単 設定が簡単 設定も簡単
      設定簡単 初心者でも 初心者にも 子どもでも 子供でも 誰でも使え 誰でも簡単 迷わない 迷わず
      説明書いらず 説明書なしで すぐ使え すぐに使え 便利 べんり 超便利 重宝 役に立 役立 やくに立
      時短 ワンタッチ 片手で 洗いやす 掃除しやす 持ちやす 着脱しやす 飲みやす 食べやす`,
    en: `easy_to_use easy_to_set_up easy_to_install easy_to_assemble easy_to_clean easy_to_follow
      easy_to_understand easy_to_navigate easy_to_learn easy_to_operate easy_setup easy_assembly
      easy_peasy super_easy so_easy very_easy really_easy easier_than easily ease_of_use
      simple_to_use simple_to_set_up so_simple very_simple straightforward intuitive user-friendly
      beginner-friendly hassle-free effortless effortlessly a_breeze piece_of_cake no-brainer
      plug-and-play foolproof idiot-proof self-explanatory well_laid_out clear_instructions
      convenient convenience handy useful very_useful so_useful time-saver timesaver saves_time
      saves_me_time saves_me_so_much practical versatile works_out_of_the_box
      out_of_the_box_working makes_life_easier life_easier no_learning_curve`,
  },
  {
    id: 'hard-to-use',
    kind: 'claim',
    side: -1,
    name: { ja: '使いにくい', en: 'is hard to use' },
    ja: `使いにく 使いづら 使い辛 使い難 つかいにく つかいづら 使い勝手が悪 使い勝手悪 操作しづら
      操作しにく 操作性が悪 操作性悪 操作が難し 操作が複雑 操作が面倒 分かりにく わかりにく
      分かりづら わかりづら 判りにく 見にく 見づら みづら 読みにく 読みづら 押しにく 押しづら
      持ちにく 扱いにく 扱いづら 組み立てにく 組み立てが大変 洗いにく 開けにく 開けづら 面倒
      めんどう めんどくさ めんどくせ めんどい めんどっ 面倒くさ 面倒臭 手間がかか 手間かか
      手間が増 手間取 不便 ふべん 煩雑 複雑すぎ 複雑で ややこし ややこしい 難しすぎ 難しくて
      難しい むずい むずかし ムズい むずすぎ むずっ 意味不明 いみふ イミフ 謎仕様 クソ仕様
      改悪仕様 説明書が分か 説明書がわか 説明書がな 説明書が英語 どこにあるかわから
      どこにあるのかわから どこにあるか分から どこ押せば 迷子になる 覚えられな ui悪 uiが悪
      uiがひど uiがクソ uiが使い クソui 導線が悪 動線が悪`,
    en: `hard_to_use difficult_to_use hard_to_set_up hard_to_install hard_to_assemble hard_to_clean
      hard_to_read hard_to_navigate hard_to_follow hard_to_open hard_to_understand
      difficult_to_set_up difficult_to_install difficult_to_assemble difficult_to_navigate
      difficult_to_understand impossible_to_use impossible_to_navigate impossible_to_open
      impossible_to_clean confusing confused_by so_confusing confusingly convoluted complicated
      overcomplicated over-complicated too_complicated unintuitive counterintuitive not_intuitive
      not_user-friendly isn't_user-friendly user-unfriendly unusable_interface terrible_ui
      awful_ui bad_ui horrible_ui ui_is_terrible ui_is_awful terrible_ux cluttered fiddly finicky
      awkward_to cumbersome inconvenient inconvenience impractical a_pain pain_in_the_ass
      pain_in_the_arse pain_in_the_neck pain_to_use pain_to_set such_a_hassle hassle faff
      steep_learning_curve makes_no_sense made_no_sense doesn't_make_sense can't_figure_out
      couldn't_figure_out cannot_figure_out unclear_instructions instructions_are_useless
      instructions_were_useless terrible_instructions poor_instructions no_instructions
      hoops_to_jump jump_through_hoops too_many_clicks too_many_steps can't_find_the poor_design
      bad_design terrible_design design_flaw design_flaws`,
  },
  {
    id: 'crashes',
    kind: 'claim',
    side: -1,
    name: { ja: '落ちる', en: 'crashes' },
    ja: `落ちる 落ちまく 落ちた 落ちて 落ちました アプリが落 アプリ落ち すぐ落ち また落ち 強制終了
      フリーズ ふりーず 固まる 固まった 固まって 固まりま 固まりまく クラッシュ ブルスク
      ブルースクリーン 再起動を繰り返 再起動ループ 勝手に再起動 勝手に落ち 勝手に終了 勝手に電源
      電源が落ち 電源が切れ 鯖落ち サーバー落ち サバ落ち 鯖が落 サーバーが落 サーバーダウン
      システムダウン 通信障害 システム障害 障害発生 障害が発生 接続障害 障害かな 障害中 通信エラー
      圏外 回線が切れ 回線落ち 切断され すぐ切れる ぶつぶつ切れ ブツブツ切れ 途切れ 緊急メンテ
      臨時メンテ メンテ長 メンテ延長 アクセス集中`,
    en: `crash crashes crashed crashing keeps_crashing constantly_crashes crashes_every app_crashes
      freezes froze freezing_up keeps_freezing frozen_screen hangs_on hung_on stuck_on_the_loading
      stuck_on_loading stuck_at_99 stuck_at_loading force_close* force_quit* shuts_down_randomly
      shuts_off_randomly randomly_shuts randomly_restarts keeps_restarting restarts_itself
      reboot_loop boot_loop bootloop blue_screen bsod went_down site_is_down website_is_down
      servers_are_down server_is_down servers_down server_down is_down_again down_again goes_down
      outage outages downtime disconnects disconnecting disconnected keeps_disconnecting
      drops_connection drops_out keeps_dropping cuts_out keeps_cutting_out internet_is_down
      internet_down wifi_is_down wifi_down network_issues connection_issues connectivity_issues
      lost_connection power_cut power_outage blackout error_500 timed_out times_out timing_out`,
  },
  {
    id: 'buggy',
    kind: 'claim',
    side: -1,
    name: { ja: '不具合が多い', en: 'is buggy' },
    ja: `バグ バグっ バグり バグる バグだら バグだらけ バグ多 バグが多 バグって 不具合 ふぐあい
      エラーが出 エラーになっ エラーにな エラーばか エラー出 エラー吐 エラーコード エラー表示
      誤作動 誤動作 誤検知 文字化け 表示がおかし 動作がおかし 挙動がおかし 挙動が変 おかしくなっ
      おかしくなり 調子が悪 調子悪 調子がおかし 不安定 データが消 データ消え 消えた 消えて
      消えてしま 飛んだ データが飛 セーブデータ消 同期されな 同期しな 通知が来な 通知こな
      通知が届かな 重複して 勝手に変わ 勝手に消え 勝手に切り替 未完成 デバッグ 詰み ログアウトされ
      強制ログアウト`,
    en: `bug bugs buggy bugged bug-ridden glitch glitches glitchy glitched glitching error_message
      error_messages error_code keeps_giving_me_an_error getting_an_error get_an_error
      throws_an_error unstable unreliable not_reliable isn't_reliable inconsistent temperamental
      erratic acting_up playing_up acts_up acting_weird hit-and-miss hit_or_miss on_and_off
      intermittent intermittently deleted_all_my deleted_my wiped_my lost_all_my lost_my_progress
      lost_my_save corrupt_file data_loss logs_me_out logged_me_out keeps_logging_me locked_me_out
      locked_out_of doesn't_sync won't_save doesn't_save not_saving no_notifications
      notifications_don't misfires unfinished_game beta_testers full_of_bugs riddled_with
      broken_link broken_links broken_feature technical_issue* technical_difficult*
      technical_problem* tech_issues having_issues having_problems`,
  },
  {
    id: 'update-made-worse',
    kind: 'claim',
    side: -1,
    name: { ja: '改悪された', en: 'got worse' },
    ja: `アプデで アプデして アプデ後 アプデしたら アプデのせい アップデートで アップデートして
      アップデート後 アップデートしたら アップデートのせい 改悪 改悪され 改悪アプデ 劣化アプデ
      前の方がよか 前のほうがよか 前の方が良か 前のほうが良か 前の方がい 前のほうがい 昔の方がよか
      昔の方が良か 昔のほうが良か 旧バージョンの方 元に戻し 元に戻せ 前に戻し 前のに戻し
      戻してほし 戻して欲し 余計な機能 余計なこと 誰得 誰も望んで 質が下が 味が落 クオリティが下が
      クオリティ下が リニューアルして ナーフ 弱体化`,
    en: `since_the_update since_the_last_update since_the_latest_update since_the_new_update
      since_last_update after_the_update after_the_latest_update after_updating
      after_the_last_update new_update_sucks update_sucks update_broke update_ruined update_made
      update_is_terrible update_is_awful latest_update_has latest_update_is hate_the_new_update
      hate_the_update hate_the_new_layout hate_the_redesign hate_the_new_design
      new_design_is_awful new_layout_is bring_back_the_old bring_back_the change_it_back
      put_it_back used_to_be_better used_to_be_good used_to_be_great used_to_love
      was_better_before better_before old_version_was the_old_one_was old_one_was_better
      worse_than_before worse_than_ever getting_worse gets_worse got_worse went_worse enshittif*
      nerfed removed_the removed_my_favorite took_away_the step_backwards step_backward downgrade
      downgraded why_change if_it_ain't_broke`,
  },
  {
    id: 'improved',
    kind: 'claim',
    side: 1,
    name: { ja: '良くなった', en: 'got better' },
    ja: `改善され 改善しま 良くなっ よくなっ 良くなり よくなり 良くなった 使いやすくなっ 便利になっ
      進化し 進化が 神アプデ アプデで良く 軽くなっ 速くなっ 早くなっ 見やすくなっ 新機能
      対応してくれた アップグレードし パワーアップ バージョンアップ 修正来 バグ直 美味しくなっ
      おいしくなっ 前より良 前よりい 前作より 以前より良 以前よりも良`,
    en: `improved improvement improvements much_better_than_before better_than_before
      better_than_ever getting_better gets_better keeps_getting_better got_better
      has_gotten_better come_a_long_way finally_added glad_they_fixed great_update
      love_the_new_update love_the_update love_the_new_design love_the_new_feature new_feature
      new_features upgrade_from huge_upgrade massive_upgrade step_up_from huge_improvement
      big_improvement massive_improvement game-changer gamechanger faster_now works_better_now
      night_and_day`,
  },
]
