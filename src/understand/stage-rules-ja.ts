import type { StageRule, StanceRule } from './label-rule.ts'

/** Japanese signs of where the author is in a decision; patterns over folded text, so all kana are hiragana. */
export const JAPANESE_STAGE_RULES: readonly StageRule[] = [
  {
    name: 'wants',
    label: 'discovery',
    weight: 1,
    pattern: /(?<![てで])(?:欲し|ほし)(?:い|すぎ|くな)/,
  },
  {
    name: 'curious',
    label: 'discovery',
    weight: 1.2,
    pattern: /(?<!元)気にな(?:る|って|り|った)(?!ところ)/,
  },
  {
    name: 'first heard',
    label: 'discovery',
    weight: 1.5,
    pattern:
      /(?:初めて|はじめて)(?:知っ|聞い|見た)|こんなの(?:が)?(?:ある|あった|出)|(?:存在|って)(?:を)?(?:今|さっき)?知(?:った|らなかった)/,
  },
  {
    name: 'what is it',
    label: 'discovery',
    weight: 1.3,
    pattern: /(?:って|とは)(?:何|なに|なん)(?:\?|です|だろ|なの|なん)|ってどんな/,
  },
  {
    name: 'needs a new one',
    label: 'discovery',
    weight: 2.2,
    pattern:
      /(?:買い?[換替]え|買い?なお)(?:ない|なき|たい|時|どき|よう)|新しい(?:の|やつ|[^。]{1,10})(?:が|を)?(?:必要|買わな|探)/,
  },
  {
    name: 'asks for advice',
    label: 'discovery',
    weight: 2.2,
    pattern:
      /(?:おすすめ|お勧め|お薦め|いい|良い)[^。!?]{0,14}(?:ありま(?:す|せん)か|ある\?|ないかな|あるかな|ないですか|教えて|知りませんか|知ってる(?:人|方)|どこ\?|は\?|\?$)/,
  },
  {
    name: 'looks for',
    label: 'discovery',
    weight: 1.3,
    pattern: /(?:探して|さがして)(?:い?る|い?ます|い?て|いたら)|を探し中/,
  },
  {
    name: 'would like to try',
    label: 'discovery',
    weight: 1.3,
    pattern: /(?<!また)(?:行|使|試|食べ|飲|買|泊ま|乗)(?:っ|し|ん)?[てで]み(?:たい|よう)|試したい/,
  },
  {
    name: 'wavers',
    label: 'evaluation',
    weight: 2,
    pattern:
      /(?:買|どっち|どちら|どれ|にするか|しようか|べきか|機種|[^。]と[^。]+で)[^。]{0,16}(?:迷|悩)|(?:迷|悩)(?:う|んで|って|み)(?:い?る|い?ます|中|なあ|なー|な)|検討(?:中|し)/,
  },
  {
    name: 'means to',
    label: 'evaluation',
    weight: 1.8,
    pattern:
      /(?:買お|しよ|行こ|頼も|予約しよ|契約しよ|乗り換えよ|申し込も|泊まろ|にしよ)う(?:か|と思|かな)/,
  },
  {
    name: 'compares',
    label: 'evaluation',
    weight: 1.8,
    pattern:
      /どっち|どちら(?:が|に|を|の)|(?:と|を)比較|比較して|比べて(?:い?る|どう|み)|の違い(?:って|は|が|を)/,
  },
  {
    name: 'asks about price or fit',
    label: 'evaluation',
    weight: 1.7,
    pattern:
      /(?:いくら|値段|価格|料金|送料|在庫|納期|さいず|対応して|互換|使えます|駐車場|空室)[^。]{0,12}(?:\?|か$|か。|かな|教えて|知りたい)/,
  },
  {
    name: 'asks for experience',
    label: 'evaluation',
    weight: 1.9,
    pattern:
      /(?:使い心地|口こみ|くちこみ|評判|れびゅー|感想|使ってる(?:人|方)|行った(?:人|方)|実際)[^。]{0,14}(?:どう|気にな|教え|見て|調べ|聞き|いますか|いる\?)/,
  },
  {
    name: 'plans',
    label: 'evaluation',
    weight: 2,
    pattern:
      /(?:予約|購入|買う|行く|申し込む|契約|注文|泊まる)(?:する)?(?:予定|つもり|こと(?:に|を)(?:し|決))|(?:買い|予約し|注文し)に行く|予約(?:しなきゃ|しないと)/,
  },
  {
    name: 'has just clicked',
    label: 'evaluation',
    weight: 1.2,
    pattern: /ぽち(?:った|って|りま|ろう|る)/,
  },
  {
    name: 'is it worth it',
    label: 'evaluation',
    weight: 2.2,
    pattern:
      /買うか[^ら]|(?:買う|行く|使う|試す)べき(?:か|\?|です?か)|価値(?:は|が)?(?:ある|あり)(?:ます)?(?:か|\?|の)|買い(?:です|かな|なの)(?:か|\?)|ってどう(?:です|なん|\?|な)/,
  },
  {
    name: 'budget or requirement',
    label: 'evaluation',
    weight: 1.6,
    pattern: /予算|[0-9,万千]+円?(?:以内|以下|くらい|ぐらい|前後|程度)[のでが]/,
  },
  {
    name: 'should buy',
    label: 'recommendation',
    weight: 2.4,
    pattern:
      /(?:買う|行く|使う|試す|食べる|見る|やる|読む)べき(?!か|\?|です?か)|買って損|間違いな(?:い|し)(?:から|です|!|。|$)|絶対(?:に)?(?:買|行|使|試|食べ|見)[^。]{0,4}(?:て|た方が)/,
  },
  {
    name: 'warns off',
    label: 'recommendation',
    weight: 2.6,
    pattern:
      /や(?:め|ん)(?:と|てお)(?:け|いた|き)|(?:やめた|避けた)(?:方|ほう)|(?:買う|行く|使う|頼む)な(?:よ|!|。|$)|(?:買|使|行)(?:わ|か)ない(?:方|ほう)が|(?:おすすめ|お勧め)(?:は)?(?:し(?:ない|ません)|でき(?:ない|ません))/,
  },
  {
    name: 'recommends',
    label: 'recommendation',
    weight: 2.1,
    pattern:
      /(?:おすすめ|お勧め|お薦め)(?:です(?!か)|だよ|だ(?:。|!|$)|する(?!\?)|します|したい|!|。|$|の[^。?]{1,12}(?:。|!|$))|一択/,
  },
  {
    name: 'better to',
    label: 'recommendation',
    weight: 2,
    pattern: /[たるう](?:方|ほう)が(?:いい|良い|よい)(?!です?か|か|\?|の\?|かな)/,
  },
  {
    name: 'urges',
    label: 'recommendation',
    weight: 1.9,
    pattern:
      /(?:ぜひ|是非|みんな|騙されたと思って)[^。?]{0,18}(?:て(?:みて|ほしい|欲しい|ください|下さい|!|。|$)|試して|買お)|(?:てみて|でみて)(?:ください|下さい|ね|!|。|$)/,
  },
  {
    name: 'cautions',
    label: 'recommendation',
    weight: 2,
    pattern: /(?:気をつけて|注意して|騙されない)(?:ね|ください|下さい|で|!|。|$)/,
  },
  {
    name: 'bought',
    label: 'satisfaction',
    weight: 1.6,
    pattern:
      /(?:買った|購入した|買いました|購入しました|買ってきた|買って(?:よか|良か|正解))(?!方|ほう|人|ら)/,
  },
  {
    name: 'arrived',
    label: 'satisfaction',
    weight: 2,
    pattern: /届(?:いた|きました|かない|いて|きません)|到着した|発送され/,
  },
  {
    name: 'uses',
    label: 'satisfaction',
    weight: 1.7,
    pattern:
      /使って(?:い?る(?!人|方)|い?ます(?!か)|みた(?!い)|みまし|い?て)|愛用|使い続け|使い始め|使ってから|通って(?:い?る|い?ます)/,
  },
  {
    name: 'broke',
    label: 'satisfaction',
    weight: 1.9,
    pattern:
      /壊れた(?!から|ので)|壊れて|故障した|動かな|起動しな|不具合|ふりーず|えらー(?:が|で|に)|落ちる|電源が(?:入|つ)|つながらな|繋がらな|ろぐいんでき/,
  },
  {
    name: 'was there',
    label: 'satisfaction',
    weight: 1.8,
    pattern:
      /行って(?:きた|来た|きまし|来まし)|行きました|泊まった|泊まりました|食べて(?:きた|来た)|(?:食べ|飲み|観|見)ました|利用(?:しました|させて)|宿泊し/,
  },
  {
    name: 'support',
    label: 'satisfaction',
    weight: 1.6,
    pattern: /(?:返品|返金|交換|解約|退会|問い合わせ)(?:し|を|の|に|でき|たい)/,
  },
  {
    name: 'service',
    label: 'satisfaction',
    weight: 1.6,
    pattern:
      /(?:対応|接客|店員|すたっふ|さぽーと|料理|部屋|朝食|温泉)[^。?]{0,12}(?:良|よか|よく|悪|最悪|最低|最高|丁寧|親切|遅|ひど|酷|雑|素晴|美味|おいし)/,
  },
  {
    name: 'again',
    label: 'satisfaction',
    weight: 1.9,
    pattern: /りぴ(?:ーと|買い|し|確)|また(?:行|来|買|使|食べ|利用|泊ま)[^。]{0,3}たい|[0-9]回目/,
  },
  {
    name: 'leaves',
    label: 'satisfaction',
    weight: 2,
    pattern:
      /解約した(?!い)|乗り換え(?:た|ました)|二度と|もう(?:買|行|使|頼)(?:わ|か|ま)ない|(?:使う|契約)の(?:を)?やめ/,
  },
  {
    name: 'review fragment',
    label: 'satisfaction',
    weight: 1.4,
    pattern:
      /(?:味|音質|画質|着心地|肌触り|香り|電池|ばってりー|座り心地|使い勝手|乗り心地|寝心地|持ち)(?:が|は|も)[^。?]{0,10}(?:良|よ|いい|最高|悪|微妙|いまいち|長|短|です)(?![^。]*\?)/,
  },
  {
    name: 'for years',
    label: 'satisfaction',
    weight: 1.8,
    pattern: /[0-9一二三四五六七八九十]+(?:年|か月|ゖ月|ゕ月|ヶ月|週間)(?:使|愛用|乗っ|経|目)/,
  },
  {
    name: 'advertises',
    label: 'none',
    weight: 3,
    pattern:
      /公式|当店|弊社|新発売|きゃんぺーん|ふぉろー(?:&|して)|ぷれぜんと企画|ぽいんと還元|詳しくはこちら|ご来店|発売中|お待ちしております/,
  },
  {
    name: 'reports',
    label: 'none',
    weight: 2,
    pattern: /によると|を発表|が判明|逮捕|首相|選挙|地震|速報/,
  },
  {
    name: 'greets',
    label: 'none',
    weight: 1,
    pattern: /^(?:おはよう|おやすみ|こんにちは|こんばんは)/,
  },
]

export const JAPANESE_STANCE_RULES: readonly StanceRule[] = [
  {
    name: 'should buy',
    label: 'for',
    weight: 2,
    pattern:
      /(?:買う|行く|使う|試す|食べる|見る|やる|読む)べき(?!か|\?|です?か|では|じゃ)|買って損(?:は)?(?:な|無)|買って正解|一択/,
  },
  {
    name: 'recommends',
    label: 'for',
    weight: 2,
    pattern:
      /(?:おすすめ|お勧め|お薦め)(?:です(?!か)|だよ|だ(?:。|!|$)|する(?!\?)|します|したい|!)|(?:ぜひ|是非)[^。?]{0,18}て/,
  },
  {
    name: 'again',
    label: 'for',
    weight: 1.5,
    pattern: /りぴ(?:ーと|買い|し|確)|また(?:行|来|買|使|食べ|利用|泊ま)[^。]{0,3}たい/,
  },
  {
    name: 'warns off',
    label: 'against',
    weight: 2.2,
    pattern:
      /や(?:め|ん)(?:と|てお)(?:け|いた|き)|(?:やめた|避けた)(?:方|ほう)|(?:買う|行く|使う|頼む)な(?:よ|!|。|$)|(?:買|使|行)(?:わ|か)ない(?:方|ほう)が|(?:おすすめ|お勧め)(?:は)?(?:し(?:ない|ません)|でき(?:ない|ません))/,
  },
  {
    name: 'never again',
    label: 'against',
    weight: 2,
    pattern: /二度と|もう(?:買|行|使|頼)(?:わ|か|ま)ない|買わなきゃよか|金返せ/,
  },
]
