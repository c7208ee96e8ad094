import type { Aspect } from './concept.ts'

/** Parts of apps, sites and services on the network. */
export const SOFTWARE_ASPECTS: readonly Aspect[] = [
  {
    id: 'app',
    kind: 'aspect',
    side: 0,
    name: { ja: 'アプリ', en: 'app' },
    ja: `アプリ スマホアプリ 専用アプリ ソフトウェア ソフトが`,
    en: `app apps application_software mobile_app software desktop_app the_software`,
  },
  {
    id: 'website',
    kind: 'aspect',
    side: 0,
    name: { ja: 'サイト', en: 'website' },
    ja: `webサイト ウェブサイト 公式サイト サイトが サイトで サイトを サイトは ホームページ
      ウェブページ マイページ トップページ 通販サイト オンラインストア ネットショップ 公式ショップ`,
    en: `website websites web_site webpage webpages homepage home_page landing_page online_store
      online_shop online_portal the_site this_site`,
  },
  {
    id: 'login',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ログイン', en: 'login' },
    ja: `ログイン ろぐいん サインイン ログアウト 二段階認証 2段階認証 二要素認証 認証コード
      ワンタイム 生体認証 顔認証 指紋認証 認証アプリ パスキー`,
    en: `login logins log-in logging_in log_in sign-in sign_in signing_in log_out two-factor 2fa
      mfa authentication authenticator verification_code one-time_code face_id fingerprint_reader
      fingerprint_sensor captcha passkey passkeys sso`,
  },
  {
    id: 'password',
    kind: 'aspect',
    side: 0,
    name: { ja: 'パスワード', en: 'password' },
    ja: `パスワード ぱすわーど パスコード 暗証番号 秘密の質問`,
    en: `password passwords passcode passcodes pin_number security_question* password_reset`,
  },
  {
    id: 'user-account',
    kind: 'aspect',
    side: 0,
    name: { ja: 'アカウント', en: 'account' },
    ja: `アカウント 垢バン アカバン 会員登録 会員情報 新規登録 ユーザー登録 登録情報 退会 垢凍結
      アカウント凍結 アカウントが アカウントを`,
    en: `account_page my_account user_account accounts_locked account_deletion sign-up signing_up
      registration register_for profile_page username user_profile account_suspension account_ban`,
  },
  {
    id: 'software-update',
    kind: 'aspect',
    side: 0,
    name: { ja: 'アップデート', en: 'update' },
    ja: `アップデート アプデ 更新プログラム 最新版 新バージョン バージョンアップ パッチ 修正版
      大型更新 ファームウェア`,
    en: `update updates updating new_version latest_version patch patches patch_notes
      software_update firmware_update version_upgrade`,
  },
  {
    id: 'notification',
    kind: 'aspect',
    side: 0,
    name: { ja: '通知', en: 'notification' },
    ja: `通知 つうち プッシュ通知 アラート リマインド リマインダー 通知音 お知らせメール メルマガ`,
    en: `notification notifications push_notification alert alerts reminder reminders email_alert*
      newsletter newsletters`,
  },
  {
    id: 'site-search',
    kind: 'aspect',
    side: 0,
    name: { ja: '検索', en: 'search' },
    ja: `検索 けんさく 絞り込み 並べ替え 並び替え 検索結果 検索窓 フィルタ機能 索引`,
    en: `search search_function search_results search_bar search_engine filters sorting
      search_feature`,
  },
  {
    id: 'recommendation-feed',
    kind: 'aspect',
    side: 0,
    name: { ja: 'おすすめ表示', en: 'recommended feed' },
    ja: `おすすめ欄 レコメンド タイムライン アルゴリズム おすすめ動画 関連動画 おすすめ順
      フィード欄`,
    en: `algorithm algorithms news_feed the_feed my_feed timeline recommendations_page
      suggested_posts recommended_videos for_you_page`,
  },
  {
    id: 'data',
    kind: 'aspect',
    side: 0,
    name: { ja: 'データ', en: 'data' },
    ja: `でーた 保存データ セーブデータ 個人データ データ量 閲覧履歴 購入履歴 利用履歴 データ`,
    en: `data dataset datasets saved_data save_file save_files history_log browsing_history`,
  },
  {
    id: 'backup',
    kind: 'aspect',
    side: 0,
    name: { ja: 'バックアップ', en: 'backup' },
    ja: `バックアップ ばっくあっぷ 復元 データ復旧 データ移行 引き継ぎ 機種変更時 引継ぎ`,
    en: `backup backups back-up restore_point data_recovery data_migration data_transfer migration
      migrating`,
  },
  {
    id: 'sync',
    kind: 'aspect',
    side: 0,
    name: { ja: '同期', en: 'sync' },
    ja: `同期 どうき設定 自動同期 クラウド同期 icloud 共有設定 端末間`,
    en: `sync syncing synced synchronisation synchronization icloud cross-device`,
  },
  {
    id: 'export',
    kind: 'aspect',
    side: 0,
    name: { ja: '書き出し', en: 'export' },
    ja: `エクスポート 書き出し csv出力 pdf出力 ダウンロード 出力機能 印刷 プリント`,
    en: `export exports exporting export_feature csv_export pdf_export download downloads
      downloading printing printout`,
  },
  {
    id: 'import-upload',
    kind: 'aspect',
    side: 0,
    name: { ja: '取り込み', en: 'import' },
    ja: `インポート 取り込み 読み込み アップロード 取込 スキャン`,
    en: `import_feature importing upload uploads uploading bulk_import scanning scanner`,
  },
  {
    id: 'integration',
    kind: 'aspect',
    side: 0,
    name: { ja: '連携', en: 'integration' },
    ja: `連携 れんけい 外部連携 api連携 apiが プラグイン 拡張機能 アドオン ウィジェット webhook`,
    en: `integration integrations integrates api apis plugin plugins plug-ins extension extensions
      add-on add-ons widget widgets webhook webhooks third-party_app*`,
  },
  {
    id: 'settings',
    kind: 'aspect',
    side: 0,
    name: { ja: '設定', en: 'settings page' },
    ja: `設定 せってい 初期設定 設定画面 カスタマイズ 環境設定 オプション設定 セットアップ`,
    en: `settings settings_page setup set-up configuration configure customisation customization
      preferences customise customize options_menu setup_process`,
  },
  {
    id: 'user-interface',
    kind: 'aspect',
    side: 0,
    name: { ja: '操作画面', en: 'user interface' },
    ja: `ui uiが uiの ux インターフェース 操作性 操作感 操作画面 ボタン配置 レイアウト 導線
      ダッシュボード 使い勝手 見やすさ ダークモード 文字サイズ フォント`,
    en: `ui user_interface interface ux user_experience layout navigation_menu dashboard
      dashboards dark_mode font fonts font_size usability redesign`,
  },
  {
    id: 'language-support',
    kind: 'aspect',
    side: 0,
    name: { ja: '言語対応', en: 'language support' },
    ja: `日本語対応 日本語版 日本語訳 日本語化 日本語に対応 英語対応 多言語 翻訳 ほんやく 字幕
      吹き替え 英語が通じ 言語設定`,
    en: `language_support translation translations translated subtitles subtitle dubbing
      dub_version english_version english_support localisation localization multilingual
      language_barrier spoke_english speaks_english`,
  },
  {
    id: 'responsiveness',
    kind: 'aspect',
    side: 0,
    name: { ja: '反応', en: 'response' },
    ja: `反応速度 レスポンス 応答 反応が タッチ感度 読み込み速度 読込 ローディング ロード時間
      起動時間 起動が 表示速度 動作が`,
    en: `response_time responsiveness touch_response input_lag loading_time loading_times
      load_time load_times boot_time startup_time page_load`,
  },
  {
    id: 'stability',
    kind: 'aspect',
    side: 0,
    name: { ja: '安定性', en: 'stability' },
    ja: `安定性 安定感 安定して動 動作の安定 稼働率 可用性`,
    en: `stability reliability uptime crash-free stable_build`,
  },
  {
    id: 'network-speed',
    kind: 'aspect',
    side: 0,
    name: { ja: '回線', en: 'network speed' },
    ja: `回線 通信速度 通信品質 電波 でんぱ 5g 4g lte 速度制限 光回線 ping値 通信量 パケット
      テザリング 基地局 電波状況 ルーター ギガが減 ギガ不足 ギガ足り`,
    en: `network_speed internet_speed download_speed upload_speed mobile_data data_plan signal
      signal_strength 5g 4g lte coverage bandwidth broadband fibre router routers tethering
      roaming mbps internet_connection`,
  },
  {
    id: 'server',
    kind: 'aspect',
    side: 0,
    name: { ja: 'サーバー', en: 'server' },
    ja: `サーバー さば落ち 鯖が 鯖落ち 鯖缶 サーバの サーバが メンテナンス メンテ サーバー負荷`,
    en: `server servers server_maintenance maintenance_window dedicated_servers hosting
      downtime_window`,
  },
  {
    id: 'security',
    kind: 'aspect',
    side: 0,
    name: { ja: 'セキュリティ', en: 'security' },
    ja: `セキュリティ 不正アクセス 不正ログイン 乗っ取り のっとり ハッキング 情報漏洩 情報漏えい
      脆弱性 暗号化 フィッシング 防犯 監視カメラ`,
    en: `security hacked hackers hacking data_breach breach breaches vulnerability vulnerabilities
      encryption phishing malware virus_scan cctv security_guard*`,
  },
  {
    id: 'privacy',
    kind: 'aspect',
    side: 0,
    name: { ja: '個人情報', en: 'privacy' },
    ja: `プライバシー 個人情報 個人情報保護 位置情報 追跡 クッキー同意 データ収集 盗聴`,
    en: `privacy privacy_policy personal_information personal_data data_collection tracking_me
      location_data cookies_banner cookie_consent gdpr`,
  },
  {
    id: 'advertising',
    kind: 'aspect',
    side: 0,
    name: { ja: '広告', en: 'advertising' },
    ja: `広告 こうこく cmが コマーシャル 宣伝 プロモーション バナー ステマ 動画広告 pr案件
      企業案件 キャンペーン広告 cmの cmに tvcm`,
    en: `advertising advert adverts advertisement advertisements ads ad_campaign commercial
      commercials marketing promo_video sponsored_post* billboard billboards pop-ups popup_ads
      banner_ads`,
  },
  {
    id: 'content-moderation',
    kind: 'aspect',
    side: 0,
    name: { ja: '運営の監視', en: 'moderation' },
    ja: `モデレーション 通報 規約違反 凍結 bot対策 スパム対策 荒らし対策 チーター対策 運営が`,
    en: `moderation moderator moderators mods reporting_system spam_filter anti-cheat bots
      content_policy`,
  },
  {
    id: 'ai-assistant',
    kind: 'aspect',
    side: 0,
    name: { ja: '人工知能', en: 'AI assistant' },
    ja: `ai機能 aiが 生成ai 人工知能 chatgpt チャットgpt gemini copilot 音声アシスタント siri
      alexa アレクサ 音声認識`,
    en: `ai_assistant ai_features chatgpt copilot gemini siri alexa voice_assistant
      voice_recognition generative_ai llm artificial_intelligence`,
  },
  {
    id: 'messaging',
    kind: 'aspect',
    side: 0,
    name: { ja: 'メッセージ機能', en: 'messaging' },
    ja: `メッセージ機能 dm機能 トーク画面 チャット機能 メール機能 スタンプ 既読 グループ通話
      ビデオ通話 オンライン会議`,
    en: `messaging direct_message* dms group_chat video_call video_calls voice_call* read_receipts
      inbox inboxes spam_folder`,
  },
  {
    id: 'payment-method',
    kind: 'aspect',
    side: 0,
    name: { ja: '支払い方法', en: 'payment method' },
    ja: `支払い方法 決済 けっさい 支払方法 お支払い クレカ払い キャッシュレス paypay 電子マネー
      qr決済 コード決済 後払い 代引き 代金引換 現金払い 現金のみ コンビニ払い タッチ決済 口座振替
      分割払い`,
    en: `payment payments payment_method payment_methods payment_options pay_by_card contactless
      apple_pay google_pay paypal klarna cash_only cash_on_delivery direct_debit instalments
      installments pay_later checkout_process`,
  },
]
