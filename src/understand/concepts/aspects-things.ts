import type { Aspect } from './concept.ts'

/** Parts and properties of things that people own. */
export const THING_ASPECTS: readonly Aspect[] = [
  {
    id: 'battery',
    kind: 'aspect',
    side: 0,
    name: { ja: '電池', en: 'battery' },
    ja: `電池 バッテリ ばってりー 充電池 乾電池 リチウムイオン 電池持ち 電池もち`,
    en: `battery batteries battery_life battery_pack batt`,
  },
  {
    id: 'device-charging',
    kind: 'aspect',
    side: 0,
    name: { ja: '充電', en: 'charging' },
    ja: `充電 じゅうでん 急速充電 ワイヤレス充電 充電器 充電ケーブル モバイルバッテリ モバブ
      アダプタ acアダプタ 給電`,
    en: `charger chargers charging fast-charging wireless_charging charging_cable charging_case
      charging_port power_adapter power_adaptor power_bank recharge recharging usb-c_port`,
  },
  {
    id: 'screen',
    kind: 'aspect',
    side: 0,
    name: { ja: '画面', en: 'screen' },
    ja: `画面 ディスプレイ 液晶 有機el モニター モニタが 画面サイズ 解像度 リフレッシュレート 輝度
      タッチパネル スクリーン ベゼル`,
    en: `screen screens display displays touchscreen touch_screen oled lcd amoled monitor monitors
      resolution refresh_rate pixels bezel bezels dead_pixel*`,
  },
  {
    id: 'picture-quality',
    kind: 'aspect',
    side: 0,
    name: { ja: '画質', en: 'picture quality' },
    ja: `画質 映像 高画質 4k画質 ノイズリダクション 発色 色再現 コントラスト hdr`,
    en: `picture_quality image_quality video_quality picture_is colour_accuracy color_accuracy
      color_reproduction contrast_ratio image_is`,
  },
  {
    id: 'sound',
    kind: 'aspect',
    side: 0,
    name: { ja: '音', en: 'sound' },
    ja: `音質 音が 音は 音も 音量 低音 高音 重低音 中音 スピーカー サウンド 音響 ボリューム調
      ノイキャン ノイズキャンセ ステレオ 音漏れ 音ズレ 音量が 音量も`,
    en: `sound sound_is sound_quality audio audio_quality speaker speakers bass treble volume
      noise-cancelling noise-canceling noise_cancellation anc soundstage stereo subwoofer`,
  },
  {
    id: 'microphone',
    kind: 'aspect',
    side: 0,
    name: { ja: 'マイク', en: 'microphone' },
    ja: `マイクが マイクの マイクも マイク性能 マイク音 通話品質 通話音質 集音`,
    en: `microphone microphones mic mics call_quality voice_pickup`,
  },
  {
    id: 'camera',
    kind: 'aspect',
    side: 0,
    name: { ja: 'カメラ', en: 'camera' },
    ja: `カメラ レンズ 撮影 写真写り 手ブレ補正 手ぶれ補正 オートフォーカス af性能 ズーム 望遠
      広角 夜景モード 自撮り インカメ シャッター`,
    en: `camera cameras lens lenses autofocus zoom selfie_camera night_mode shutter
      image_stabilisation image_stabilization megapixel* webcam viewfinder dashcam`,
  },
  {
    id: 'keyboard',
    kind: 'aspect',
    side: 0,
    name: { ja: 'キーボード', en: 'keyboard' },
    ja: `キーボード キー配列 打鍵感 打鍵音 キータッチ キーキャップ テンキー キーストローク
      フリック入力 日本語入力 変換精度`,
    en: `keyboard keyboards keycap keycaps keystroke keystrokes key_travel numpad trackpad
      touchpad autocorrect`,
  },
  {
    id: 'mouse-pointer',
    kind: 'aspect',
    side: 0,
    name: { ja: 'マウス', en: 'mouse' },
    ja: `マウスが マウスの マウスは トラックボール クリック感 ホイール トラックパッド`,
    en: `mouse mice trackball scroll_wheel mouse_wheel`,
  },
  {
    id: 'button',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ボタン', en: 'button' },
    ja: `ボタン スイッチ類 物理ボタン 電源ボタン ダイヤル つまみ 操作パネル`,
    en: `button buttons knob knobs power_button power_switch dial`,
  },
  {
    id: 'remote-control',
    kind: 'aspect',
    side: 0,
    name: { ja: 'リモコン', en: 'remote control' },
    ja: `リモコン リモートコントロール リモコンが リモコンの チャンネルボタン`,
    en: `remote_control remote_controls remote_controller the_remote universal_remote tv_remote`,
  },
  {
    id: 'cable',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ケーブル', en: 'cable' },
    ja: `ケーブル コードが コード長 電源コード コンセント プラグ 配線 端子 usbポート 差し込み口
      コードレス`,
    en: `cable cables power_cord power_lead cord cords plug plugs socket sockets usb_port
      hdmi_port ports wiring cordless`,
  },
  {
    id: 'wireless-connection',
    kind: 'aspect',
    side: 0,
    name: { ja: '無線接続', en: 'wireless connection' },
    ja: `bluetooth ブルートゥース ペアリング 無線接続 ワイヤレス接続 接続の安定 接続が安定`,
    en: `bluetooth pairing wireless_connection airdrop nfc`,
  },
  {
    id: 'memory-storage',
    kind: 'aspect',
    side: 0,
    name: { ja: '容量', en: 'storage space' },
    ja: `ストレージ メモリ ssd hdd 容量 空き容量 sdカード クラウド容量 内蔵メモリ 容量が 容量も
      容量は`,
    en: `storage storage_space hard_drive ssd ram memory_card sd_card disk_space internal_memory
      gigs_of`,
  },
  {
    id: 'processor',
    kind: 'aspect',
    side: 0,
    name: { ja: '処理性能', en: 'processing power' },
    ja: `cpu gpu グラボ プロセッサ 処理速度 処理性能 チップセット snapdragon コア数 動作速度
      ベンチマーク スペック`,
    en: `cpu gpu processor processors chipset graphics_card benchmark* processing_power
      processing_speed specs`,
  },
  {
    id: 'operating-system',
    kind: 'aspect',
    side: 0,
    name: { ja: '基本ソフト', en: 'operating system' },
    ja: `windowsが windows11 windows10 macos android版 ios版 ios1 androidの os更新 osのアップ
      ubuntu linux`,
    en: `operating_system windows_11 windows_10 macos ios_1* android_1* linux firmware`,
  },
  {
    id: 'size',
    kind: 'aspect',
    side: 0,
    name: { ja: '大きさ', en: 'size' },
    ja: `サイズ 大きさ おおきさ 寸法 縦横 高さが 横幅 幅が 奥行 厚さ 厚み 長さが コンパクトさ`,
    en: `size sizes sizing dimensions height width depth_of thickness footprint`,
  },
  {
    id: 'weight',
    kind: 'aspect',
    side: 0,
    name: { ja: '重さ', en: 'weight' },
    ja: `重さ おもさ 重量 軽さ 重量感 グラム数 重みが 重量が 重量も`,
    en: `weight heaviness lightness weighs weighing how_heavy how_light`,
  },
  {
    id: 'colour',
    kind: 'aspect',
    side: 0,
    name: { ja: '色', en: 'colour' },
    ja: `色が 色は 色も 色味 色合い 色あい 配色 カラバリ カラーが カラー展開 カラーリング
      カラーバリ 色違い 色移り 色落ち 色褪せ 発色の 色ムラ`,
    en: `colour colours color colors colouring coloring hue shade shades tint colorway colorways
      colour_scheme color_scheme`,
  },
  {
    id: 'design',
    kind: 'aspect',
    side: 0,
    name: { ja: 'デザイン', en: 'design' },
    ja: `デザイン 見た目 外観 外見 見栄え フォルム ルックス 造形 意匠 シルエット 模様`,
    en: `design designs appearance aesthetic aesthetics styling silhouette looks_of
      exterior_design the_look`,
  },
  {
    id: 'material',
    kind: 'aspect',
    side: 0,
    name: { ja: '素材', en: 'material' },
    ja: `素材 生地 きじが 材質 布地 革の レザー 合皮 本革 コットン ポリエステル ウール 裏地 金属製
      木製 樹脂 プラスチック アルミ ステンレス 肌触り 手触り 質感`,
    en: `material materials fabric fabrics leather cotton polyester linen wool denim
      stainless_steel plastic wood_finish aluminium aluminum texture faux_leather`,
  },
  {
    id: 'workmanship',
    kind: 'aspect',
    side: 0,
    name: { ja: '作り', en: 'workmanship' },
    ja: `縫製 作り込み 造り 仕上げ 仕上がり 建付 建て付け 組み付け 縫い目 ほつれ 塗装 溶接
      工作精度`,
    en: `workmanship build_quality craftsmanship stitching seams construction finish_is paint_job
      welds fit_and_finish zip zips zipper zippers`,
  },
  {
    id: 'durability',
    kind: 'aspect',
    side: 0,
    name: { ja: '耐久性', en: 'durability' },
    ja: `耐久性 たいきゅう 耐久 丈夫さ 寿命 持ちのよさ もちの良さ 耐用年数 経年劣化 強度`,
    en: `durability longevity lifespan life_span sturdiness wear_and_tear shelf_life`,
  },
  {
    id: 'noise',
    kind: 'aspect',
    side: 0,
    name: { ja: '騒音', en: 'noise' },
    ja: `騒音 雑音 物音 作動音 動作音 駆動音 ファンの音 モーター音 異音 静音性 静粛性 防音 遮音
      生活音 ノイズが`,
    en: `noise noises noise_level fan_noise road_noise soundproofing sound_insulation
      background_noise rattle decibel*`,
  },
  {
    id: 'device-heat',
    kind: 'aspect',
    side: 0,
    name: { ja: '発熱', en: 'heat build-up' },
    ja: `発熱 本体の熱 放熱 排熱 本体温度 冷却 熱がこも 熱を持`,
    en: `heat_build-up overheating thermals cooling_system fan_speed heat_dissipation heatsink
      thermal_throttling`,
  },
  {
    id: 'water-resistance',
    kind: 'aspect',
    side: 0,
    name: { ja: '防水', en: 'water resistance' },
    ja: `防水 防滴 撥水 耐水 生活防水 ip68 防塵 水濡れ 雨漏り 水漏れ`,
    en: `water_resistance water_resistant water-resistant waterproof waterproofing ip68 ip67
      splash-proof watertight water_repellent`,
  },
  {
    id: 'packaging',
    kind: 'aspect',
    side: 0,
    name: { ja: '包装', en: 'packaging' },
    ja: `梱包 包装 外箱 パッケージ 化粧箱 緩衝材 プチプチ 段ボール ダンボール ラッピング 個包装
      容器 詰め替え キャップ`,
    en: `packaging package_design outer_box cardboard_box bubble_wrap gift_wrap gift_wrapping
      packing_material wrapper wrappers container containers refill refills unboxing`,
  },
  {
    id: 'accessory',
    kind: 'aspect',
    side: 0,
    name: { ja: '付属品', en: 'accessory' },
    ja: `付属品 付属の 同梱 アクセサリ オプション品 純正品 替え芯 交換部品 部品 パーツ 消耗品
      ケース付 保護フィルム ストラップ`,
    en: `accessory accessories spare_part spare_parts attachments attachment replacement_part*
      screen_protector phone_case strap straps consumables`,
  },
  {
    id: 'manual',
    kind: 'aspect',
    side: 0,
    name: { ja: '説明書', en: 'manual' },
    ja: `説明書 取説 取扱説明 マニュアル 使い方ガイド 手順書 ヘルプページ 操作説明 チュートリアル`,
    en: `manual manuals user_guide instruction_manual instruction_booklet user_manual help_page
      documentation quick_start_guide tutorial tutorials`,
  },
  {
    id: 'assembly',
    kind: 'aspect',
    side: 0,
    name: { ja: '組み立て', en: 'assembly' },
    ja: `組み立て 組立て 組立 くみたて 取り付け 取付 設置 据え付け ネジが ねじ穴 ネジ穴 工具
      六角レンチ`,
    en: `assembly assemble assembling assembled installation install_kit screws screw_holes bolts
      allen_key flat-pack flatpack mounting`,
  },
  {
    id: 'function',
    kind: 'aspect',
    side: 0,
    name: { ja: '機能', en: 'function' },
    ja: `機能 きのう性 機能性 性能 多機能 搭載 オプション機能 便利機能`,
    en: `function functions functionality feature features capabilities capability performance_of`,
  },
  {
    id: 'safety-of-use',
    kind: 'aspect',
    side: 0,
    name: { ja: '安全性', en: 'safety' },
    ja: `安全性 安全面 安全機能 安全装置 安全対策 チャイルドロック 誤飲 転倒防止 耐震 耐荷重`,
    en: `safety safety_features safety_standards child_lock childproof safety_record
      safety_measures weight_limit load_capacity`,
  },
  {
    id: 'power-consumption',
    kind: 'aspect',
    side: 0,
    name: { ja: '電気代', en: 'power consumption' },
    ja: `消費電力 電気代 省エネ 待機電力 ワット数 燃料代 光熱費 ランニングコスト`,
    en: `power_consumption energy_consumption electricity_bill electricity_bills energy_bill
      energy_bills energy_efficiency wattage running_cost running_costs energy_use`,
  },
  {
    id: 'suction-power',
    kind: 'aspect',
    side: 0,
    name: { ja: '吸引力', en: 'suction' },
    ja: `吸引力 吸い込み 吸い取り 掃除力 吸水`,
    en: `suction suction_power vacuuming absorbency suction_is sucks_up picks_up_dust`,
  },
  {
    id: 'washing-care',
    kind: 'aspect',
    side: 0,
    name: { ja: '手入れ', en: 'upkeep' },
    ja: `お手入れ 手入れ 洗濯機で 水洗い 洗い物 丸洗い 掃除のし メンテナンス性 フィルター掃除
      アイロン シワになり クリーニング`,
    en: `upkeep cleaning_it machine_washable machine_wash hand_wash dishwasher_safe ironing
      washing_instructions dry_clean dry_cleaning filter_cleaning`,
  },
]
