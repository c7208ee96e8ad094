import type { Aspect } from './concept.ts'

/** Games, films, books, music and the events where they are enjoyed. */
export const WORK_ASPECTS: readonly Aspect[] = [
  {
    id: 'story',
    kind: 'aspect',
    side: 0,
    name: { ja: '話の筋', en: 'story' },
    ja: `ストーリー 物語 シナリオ 脚本 あらすじ 展開が 展開も 伏線 話の筋 プロット 筋書き`,
    en: `story storyline stories plot plots screenplay script narrative writing_is writing_was
      storytelling premise plot_twist plot_twists`,
  },
  {
    id: 'ending',
    kind: 'aspect',
    side: 0,
    name: { ja: '結末', en: 'ending' },
    ja: `結末 けつまつ エンディング 最終回 最終話 オチが ラストシーン ラストが 終わり方 完結`,
    en: `ending endings finale final_episode last_episode season_finale series_finale
      conclusion_of final_scene cliffhanger`,
  },
  {
    id: 'graphics',
    kind: 'aspect',
    side: 0,
    name: { ja: '映像表現', en: 'visual quality' },
    ja: `グラフィック グラが 作画 映像美 映像表現 3dモデル cg 画作り アニメーション キャラデザ
      イラスト エフェクト 背景美術 絵が 絵柄 画力`,
    en: `graphics graphical visuals animation animations artwork art_style cgi special_effects
      visual_effects vfx cinematography character_design character_models illustrations
      texture_quality`,
  },
  {
    id: 'game-controls',
    kind: 'aspect',
    side: 0,
    name: { ja: '操作', en: 'control scheme' },
    ja: `コントローラ 操作方法 操作が 操作も キー操作 操作設定 照準 エイム ボタン操作 カメラワーク`,
    en: `controls controller controllers joystick joysticks key_bindings keybinds aim_assist
      camera_angle camera_angles button_mapping dualsense joy-con* stick_drift`,
  },
  {
    id: 'gameplay',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ゲーム性', en: 'gameplay' },
    ja: `ゲーム性 ゲームプレイ ゲームシステム 戦闘 バトル ミッション アクション要素 周回 育成
      やり込み やりこみ 自由度 レベル上げ オープンワールド ボス戦 ステージ サブクエ メインクエスト`,
    en: `gameplay game_mechanics mechanics combat combat_system quest quests side_quest*
      mission_design grind grinding open_world boss_fight boss_fights level_design replayability
      replay_value endgame`,
  },
  {
    id: 'game',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ゲーム', en: 'game' },
    ja: `ゲーム げーむ ゲーム機 スマホゲー ソシャゲ 新作ゲーム オンラインゲーム 音ゲー
      家庭用ゲーム switch版 ps5 ボードゲーム`,
    en: `game games video_game video_games console consoles playstation ps5 xbox nintendo_switch
      steam_deck mobile_game mmo mmorpg fps_game rpg board_game`,
  },
  {
    id: 'difficulty',
    kind: 'aspect',
    side: 0,
    name: { ja: '難易度', en: 'difficulty' },
    ja: `難易度 なんいど 難度 ゲームバランス バランス調整 初心者向け 鬼畜難 詰みポイント
      ハードモード イージーモード`,
    en: `difficulty difficulty_level difficulty_curve difficulty_spike learning_curve game_balance
      balancing balance_patch easy_mode hard_mode`,
  },
  {
    id: 'matchmaking',
    kind: 'aspect',
    side: 0,
    name: { ja: 'マッチング', en: 'matchmaking' },
    ja: `マッチング ランクマ ランクマッチ 対戦相手 味方ガチャ オンライン対戦 チーター マッチメイク
      野良 ランク帯`,
    en: `matchmaking ranked_mode ranked_match* ranked_games lobbies lobby_wait sbmm multiplayer
      pvp cheaters smurfs teammates elo mmr`,
  },
  {
    id: 'gacha',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ガチャ', en: 'gacha' },
    ja: `ガチャ がちゃ 排出率 天井 ピックアップ 無料10連 単発 すり抜け`,
    en: `gacha banner_pull pull_rates drop_rate drop_rates pity_system summon_rates`,
  },
  {
    id: 'frame-rate',
    kind: 'aspect',
    side: 0,
    name: { ja: '描画の滑らかさ', en: 'frame rate' },
    ja: `フレームレート fps カクつき カクカク 処理落ち 最適化 ヌルヌル`,
    en: `frame_rate frame_rates framerate fps stuttering optimisation optimization frame_drops
      ray_tracing dlss`,
  },
  {
    id: 'performance-acting',
    kind: 'aspect',
    side: 0,
    name: { ja: '演技', en: 'acting' },
    ja: `演技 えんぎ 演技力 芝居 熱演 怪演 演出 監督 声優の演 棒読み 役作り`,
    en: `acting performance performances acted directing direction_of director directors portrayal
      chemistry_between stage_presence`,
  },
  {
    id: 'cast',
    kind: 'aspect',
    side: 0,
    name: { ja: '出演者', en: 'cast' },
    ja: `出演者 キャスト 俳優 女優 役者 声優 配役 主演 主人公 ヒロイン キャラクター キャラが
      登場人物 司会 芸人 推し`,
    en: `cast casting actor actors actress actresses voice_actor* protagonist main_character
      characters character_development supporting_cast presenter presenters host_of villain
      villains lead_actor co-star*`,
  },
  {
    id: 'soundtrack',
    kind: 'aspect',
    side: 0,
    name: { ja: '曲', en: 'soundtrack' },
    ja: `曲が 曲の 曲も 楽曲 主題歌 サントラ 劇伴 新曲 歌詞 メロディ アルバム イントロ
      オープニング曲 mv 歌が 歌声`,
    en: `soundtrack ost score_by theme_song song songs album albums lyrics melody melodies
      track_on tracks music_video vocals chorus beat_drop opening_theme instrumentals single_by`,
  },
  {
    id: 'movie',
    kind: 'aspect',
    side: 0,
    name: { ja: '映画', en: 'film' },
    ja: `映画 えいが 邦画 洋画 劇場版 映画館 上映 予告編 続編 リメイク 実写化 実写版 アニメ映画`,
    en: `film films movie movies cinema cinemas trailer trailers sequel sequels remake blockbuster
      live-action prequel screening imax reboot_of`,
  },
  {
    id: 'tv-show',
    kind: 'aspect',
    side: 0,
    name: { ja: '番組', en: 'show' },
    ja: `番組 ばんぐみ ドラマ テレビ アニメ バラエティ 朝ドラ 大河 連ドラ 紅白 生放送 配信番組
      第1話 ワイドショー ラジオ ポッドキャスト`,
    en: `tv_show series season episode episodes sitcom documentary documentaries anime drama
      k-drama soap_opera reality_show podcast podcasts broadcast radio_show the_show this_show
      tv_shows`,
  },
  {
    id: 'streaming-catalogue',
    kind: 'aspect',
    side: 0,
    name: { ja: '配信', en: 'streaming catalogue' },
    ja: `配信 見放題 ネトフリ netflix アマプラ プライムビデオ ディズニープラス u-next hulu youtube
      ユーチューブ 切り抜き spotify サブスク配信 再生`,
    en: `streaming streaming_service netflix hulu disney+ prime_video hbo apple_tv+ spotify
      youtube twitch catalogue_of catalog_of buffering livestream livestreams crunchyroll`,
  },
  {
    id: 'book',
    kind: 'aspect',
    side: 0,
    name: { ja: '本', en: 'book' },
    ja: `書籍 本書 この本 小説 マンガ 漫画 まんが 文庫 単行本 電子書籍 絵本 雑誌 kindle ラノベ
      新刊 翻訳本 連載 図書館`,
    en: `books novel novels manga comic comics paperback hardcover hardback ebook ebooks kindle
      audiobook audiobooks magazine magazines author authors chapter chapters library trilogy
      memoir the_book this_book book_is book_was`,
  },
  {
    id: 'ticket',
    kind: 'aspect',
    side: 0,
    name: { ja: 'チケット', en: 'ticket' },
    ja: `チケット ちけっと 入場券 整理番号 当日券 前売り券 電子チケット 先行抽選 入場料 一般発売
      ファンクラブ先行`,
    en: `ticket tickets ticketing ticketmaster e-ticket* box_office_line admission admission_fee
      entry_fee entrance_fee resale_ticket* presale season_ticket* day_pass`,
  },
  {
    id: 'venue',
    kind: 'aspect',
    side: 0,
    name: { ja: '会場', en: 'venue' },
    ja: `会場 かいじょう ドーム アリーナ ライブハウス 劇場 スタジアム 球場 武道館 会場案内
      音響設備 物販 コンサートホール`,
    en: `venue venues stadium stadiums arena arenas concert_hall theatre theater theatres theaters
      auditorium amphitheatre fairground convention_center merch_stand`,
  },
  {
    id: 'seat-view',
    kind: 'aspect',
    side: 0,
    name: { ja: '座席からの見え方', en: 'view from the seat' },
    ja: `見切れ 見切れ席 座席からの アリーナ席 スタンド席 最前 天井席 双眼鏡 視界が`,
    en: `seat_view view_from_the_seat view_of_the_stage restricted_view obstructed_view sightline
      sightlines nosebleed nosebleeds front_row standing_area`,
  },
  {
    id: 'concert',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ライブ', en: 'concert' },
    ja: `ライブ らいぶ コンサート 公演 フェス ツアー初日 舞台 ミュージカル セトリ アンコール
      ワンマン 演奏`,
    en: `concert concerts gig gigs live_show live_music festival festivals setlist set_list encore
      musical musicals opera ballet stage_show orchestra headliner opening_act stand-up_show`,
  },
  {
    id: 'event',
    kind: 'aspect',
    side: 0,
    name: { ja: '催し', en: 'event' },
    ja: `イベント いべんと 催し 展示会 展覧会 祭り お祭り 花火大会 即売会 コミケ オフ会 マルシェ
      結婚式 式典 パレード 企画展`,
    en: `event events exhibition exhibitions expo convention conference conferences meetup
      fair_was parade fireworks ceremony wedding weddings party_was trade_show open_day`,
  },
  {
    id: 'match',
    kind: 'aspect',
    side: 0,
    name: { ja: '試合', en: 'match' },
    ja: `試合 しあい 決勝 対戦 リーグ戦 延長戦 開幕戦 ワールドカップ w杯 甲子園 五輪 オリンピック
      日本シリーズ クライマックス 大会`,
    en: `fixture fixtures final_score semi-final semifinal quarter-final championship world_cup
      olympics playoff playoffs league_game derby tournament tournaments super_bowl first_half
      second_half extra_time kick-off the_match this_match match_was match_is football_match
      today's_match`,
  },
  {
    id: 'team',
    kind: 'aspect',
    side: 0,
    name: { ja: 'チーム', en: 'team' },
    ja: `チーム ちーむ 球団 代表チーム 選手 せんしゅ 日本代表 クラブチーム 先発 守備 打線 投手
      スタメン 補強 移籍 ドラフト`,
    en: `team teams squad squads key_player our_players roster lineup club_this midfield defence_was
      defense_was striker strikers goalkeeper quarterback pitcher pitchers bullpen transfer_window
      signing_of`,
  },
  {
    id: 'team-manager',
    kind: 'aspect',
    side: 0,
    name: { ja: '監督', en: 'head coach' },
    ja: `監督の采配 采配 さいはい ヘッドコーチ 継投 監督が 監督の 監督は`,
    en: `head_coach coaching_staff team_selection tactics substitution substitutions gaffer
      lineup_decision*`,
  },
  {
    id: 'referee',
    kind: 'aspect',
    side: 0,
    name: { ja: '審判', en: 'referee' },
    ja: `審判 しんぱん 判定 ジャッジ 誤審 反則 レッドカード イエローカード ビデオ判定`,
    en: `referee referees refereeing umpire umpires officiating linesman linesmen red_card
      yellow_card penalty_decision offside_call bad_call`,
  },
  {
    id: 'fan-community',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ファン', en: 'fan community' },
    ja: `ファンが ファンの ファン層 ファンダム 民度 応援団 コミュニティ サポーター 界隈
      ファンクラブ 同担`,
    en: `fan_community fandom fandoms fanbase fan_base supporters community_is player_base
      playerbase fan_club fans`,
  },
  {
    id: 'merchandise',
    kind: 'aspect',
    side: 0,
    name: { ja: 'グッズ', en: 'merchandise' },
    ja: `グッズ ぐっず 物販列 アクスタ 缶バッジ フィギュア ぬいぐるみ 一番くじ プラモ トレカ
      ガンプラ 特典会 クリアファイル`,
    en: `merch merch_line figurine figurines action_figure* plush plushie plushies collectible
      collectibles trading_cards lego_set toys toy`,
  },
]
