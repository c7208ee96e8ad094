import type {
  Column,
  DealColumn,
  OrganisationColumn,
  OutcomeColumn,
  PersonColumn,
  PostColumn,
} from './table-columns.ts'

export type NamesOfColumns = Partial<Record<Column, readonly string[]>>

/** Which of us looks after it; whoever is meant on their side has other columns. */
const OWNER_WORDS = `
  所有者 自社担当 自社担当者 自社担当者名 営業担当 営業担当者 営業担当者名 主担当 主担当者 当社担当 当社担当者 担当営業
  取引先所有者 取引先責任者所有者 リード所有者 商談所有者 商談担当者 案件担当 案件担当者 取引担当者 コンタクト担当者
  会社の担当者 owner ownername owneremail recordowner accountowner contactowner leadowner companyowner
  opportunityowner dealowner hubspotowner salesrep accountmanager
`

/** Whoever helps them, or stands in for them. */
const SECOND_OWNER_WORDS = `
  副担当 副担当者 副担当者名 サブ担当 サブ担当者 サブ担当者名 第二担当 第二担当者 第2担当 第2担当者 補助担当 補助担当者
  サブ所有者 副所有者 共同所有者 担当者2 自社担当者2 secondowner secondownername secondowneremail secondaryowner
  secondaryownername secondaryowneremail backupowner coowner owner2 secondaryaccountowner secondarycontactowner
  secondarydealowner secondaryrep secondsalesrep
`

/** Words of our own kind that sort people, organisations and deals. */
const TAG_WORDS = `
  タグ タグ名 タグ一覧 名刺タグ 顧客タグ ラベル tags tag tagnames labels contacttags accounttags companytags dealtags
`

/** What colleagues wrote about it; earlier names mean it more. */
const NOTE_WORDS = `
  メモ 備考 備考欄 ノート 名刺メモ 顧客メモ 商談メモ 案件メモ 特記事項 説明 詳細 コメント 同僚コメント
  note notes memo memos remarks description contactnotes accountnotes dealnotes dealdescription
  companydescription comment comments
`

/** Since when somebody is what they are to us, and until when they were. */
const RELATION_SINCE_WORDS = `
  関係開始日 関係開始 関係の開始日 取引開始日 取引開始 顧客開始日 顧客になった日 顧客化した日 契約開始日
  relationsince relationstart relationstartdate relationshipsince relationshipstart relationshipstartdate
  customersince customersincedate clientsince partnersince becameacustomerdate becamecustomerdate
`
const RELATION_UNTIL_WORDS = `
  関係終了日 関係終了 関係の終了日 取引終了日 取引終了 顧客終了日 契約終了日 解約日 relationuntil relationend
  relationenddate relationshipuntil relationshipend relationshipenddate customeruntil churndate
`

/**
 * Names that columns go by, as `foldName` leaves them. A header that is one of
 * them means it; one that only contains it (four letters or two kanji at least)
 * probably does. Earlier names mean it more.
 */
const POST_NAMES: Record<PostColumn, string[]> = {
  id: words(`
    id 投稿id 記事id コメントid レビューid 回答id postid tweetid statusid messageid
    commentid reviewid responseid externalid externalkey uri guid uuid key 管理番号
    受付番号 問い合わせ番号 回答番号 no 番号 通番 連番
  `),
  text: words(`
    本文 投稿本文 投稿内容 コメント コメント内容 自由記述 自由回答 自由記入 自由意見
    レビュー レビュー本文 レビュー内容 口コミ クチコミ くちこみ クチコミ内容 投稿文
    記事本文 内容 メッセージ ツイート ポスト 発言 発言内容 ご意見 意見 ご意見ご要望 感想
    ご感想 問い合わせ内容 お問い合わせ内容 通話内容 通話メモ 応対内容 応対メモ 対応内容
    要望 文章 テキスト 理由 text body fulltext posttext tweettext content contents
    review reviewtext reviewbody comment comments message freetext openended verbatim
    feedback snippet mention tweet post answer response transcript note notes
    description 投稿 メモ 備考
  `),
  title: words(`
    タイトル 件名 題名 表題 見出し 記事タイトル レビュータイトル title subject headline
    heading
  `),
  author: words(`
    投稿者 投稿者名 著者 作者 筆者 ユーザー名 ユーザ名 ユーザー ユーザ アカウント
    アカウント名 表示名 氏名 名前 お名前 姓名 回答者 回答者名 顧客名 ニックネーム
    ハンドルネーム 発言者 差出人 author authorname username user screenname displayname
    name fullname account accountname handle nickname reviewer reviewername respondent
    postedby creator from sender customername customer
  `),
  authorId: words(`
    投稿者id ユーザーid ユーザid アカウントid 会員id 会員番号 顧客id 顧客番号 回答者id
    authorid userid accountid customerid memberid respondentid senderid reviewerid
  `),
  authorUrl: words(`
    投稿者url ユーザーurl アカウントurl プロフィールurl プロフィール authorurl userurl
    profileurl authorlink profilelink profile
  `),
  publishedAt: words(`
    投稿日時 投稿日 投稿時刻 投稿時間 公開日時 公開日 掲載日 日時 日付 年月日 回答日時
    回答日 作成日時 作成日 登録日時 登録日 受付日時 受付日 受信日時 送信日時 通話日時
    発言日時 タイムスタンプ 発生日 時刻 publishedat published publishdate pubdate date
    datetime createdat created creationdate createddate createdtime postedat postdate
    posted timestamp time submittedat submitdate reviewdate commentdate responsedate
    sentat at レビュー日 レビュー日時 コメント日時 投稿年月日 受信日
  `),
  url: words(`
    url 投稿url 記事url 元url リンク 投稿リンク パーマリンク アドレス link permalink
    posturl href sourceurl tweeturl weburl リンク先 uri
  `),
  platform: words(`
    媒体 媒体名 チャネル チャンネル プラットフォーム サイト サイト名 サービス メディア
    情報源 ソース sns platform source channel network site sitename media medium
    sourcetype socialnetwork service domain 投稿元 流入元
  `),
  lang: words('言語 言語コード lang language languagecode locale'),
  parentId: words(`
    返信先id 返信先 親id 親投稿id 親コメントid 引用元id inreplyto inreplytoid
    inreplytostatusid replyto replytoid parentid parent parentkey
  `),
  email: words(`
    メールアドレス メール eメール 電子メール email emailaddress mail mailaddress
    customeremail useremail
  `),
}

/** Among them the headers of Salesforce, HubSpot, Sansan, Eight and Google Contacts. */
const PERSON_NAMES: Record<PersonColumn, string[]> = {
  id: words(`
    id 顧客id 顧客番号 会員id 会員番号 取引先責任者id リードid 連絡先id コンタクトid 名刺id
    人物id 管理番号 顧客コード contactid leadid recordid personid customerid memberid
    externalid externalkey userid key no 番号 通番
  `),
  name: words(`
    氏名 名前 お名前 姓名 フルネーム 顧客名 担当者名 ご担当者名 表示名 取引先責任者名
    会員名 代表者名 name fullname displayname contactname personname customername
  `),
  family: words(`
    姓 名字 苗字 氏 姓漢字 氏名姓 名前姓 family familyname lastname surname last sn
  `),
  given: words(`
    名 名漢字 氏名名 名前名 下の名前 given givenname firstname forename first
  `),
  reading: words(`
    ふりがな フリガナ よみがな ヨミガナ 氏名カナ 氏名かな 名前カナ カナ氏名 カナ かな
    よみ 読み 氏名ふりがな 氏名フリガナ 姓名カナ 顧客名カナ reading namereading kana
    namekana phoneticname yomi phonetic fullnamekana
  `),
  familyReading: words(`
    姓カナ セイ せい 姓ふりがな 姓フリガナ 姓かな 姓読み lastnamekana familynamekana
    phoneticlastname lastnamelocal lastnamephonetic familynameyomi familyreading
  `),
  givenReading: words(`
    名カナ メイ めい 名ふりがな 名フリガナ 名かな 名読み firstnamekana givennamekana
    phoneticfirstname firstnamelocal firstnamephonetic givennameyomi givenreading
  `),
  email: words(`
    メールアドレス メール eメール email 電子メール emailaddress mail mailaddress
    e-mail workemail email1value primaryemail 会社メールアドレス
  `),
  otherEmail: words(`
    メールアドレス2 メール2 サブメールアドレス その他のメールアドレス その他メール 個人メールアドレス
    携帯メールアドレス 携帯メール 追加のメールアドレス 予備メールアドレス otheremail email2
    secondaryemail additionalemail additionalemailaddresses personalemail homeemail
    alternateemail email2value emailaddress2
  `),
  mobile: words(`
    携帯電話 携帯電話番号 携帯番号 携帯 モバイル 個人携帯 社用携帯 tel携帯 携帯tel mobile mobilephone
    mobilephonenumber mobilenumber mobileno cell cellphone cellphonenumber
  `),
  phone: words(`
    電話番号 電話 tel 会社電話番号 会社電話 勤務先電話番号 勤務先電話 代表電話番号 代表電話 直通電話番号 直通電話
    tel会社 tel直通 tel部門 電話番号1 連絡先電話番号 お電話番号 自宅電話番号 phone phonenumber telephone
    telephonenumber telno workphone businessphone officephone companyphone directphone homephone
    otherphone phone1value
  `),
  platform: words(`
    媒体 媒体名 プラットフォーム sns sns名 platform personplatform socialnetwork network
    サービス チャネル
  `),
  handle: words(`
    アカウント アカウント名 ハンドル ハンドル名 ユーザー名 snsアカウント handle
    personhandle username screenname account accountid useraccount twitterusername
  `),
  url: words(`
    プロフィールurl アカウントurl url プロフィール profileurl profile link profilelink
    linkedinurl ホームページ
  `),
  organisation: words(`
    会社名 会社 企業名 勤務先 勤務先名 所属 所属先 組織名 団体名 取引先名 法人名 社名
    organisation organization company companyname accountname associatedcompany
    organizationname organization1name employer 取引先
  `),
  department: words(`
    部署 部署名 所属部署 所属部署名 部門 部門名 所属部門 配属先 事業部 department departmentname
    division businessunit
  `),
  role: words(`
    役職 役職名 肩書 肩書き 職位 ポジション role title jobtitle position
    organization1title 部署役職 職種
  `),
  organisationUrl: words(`
    会社url 企業url 会社ホームページ コーポレートサイト website websiteurl companyurl
    companydomainname companywebsite ウェブサイト webサイト
  `),
  relation: words(`
    関係 関係区分 顧客区分 区分 取引区分 ステータス リードステータス ライフサイクルステージ
    relation relationship relations lifecyclestage contacttype persontype category status
    leadstatus 種別 分類
  `),
  relationSince: words(RELATION_SINCE_WORDS),
  relationUntil: words(RELATION_UNTIL_WORDS),
  since: words('入社日 着任日 所属開始日 就任日 since startdate joinedat 開始日 名刺交換日'),
  until: words('退社日 退職日 離任日 所属終了日 until enddate leftat 終了日'),
  owner: words(OWNER_WORDS),
  secondOwner: words(SECOND_OWNER_WORDS),
  tags: words(TAG_WORDS),
  note: words(NOTE_WORDS),
  doNotContact: words(`
    連絡不可 連絡禁止 連絡拒否 コンタクト不可 コンタクト禁止 連絡ng donotcontact nocontact dnc
  `),
  doNotMail: words(`
    メール送信除外 メール配信停止 メール配信拒否 メール不可 メール拒否 メールng メルマガ停止 メルマガ配信停止
    配信停止 オプトアウト メールオプトアウト eメールオプトアウト すべてのeメールを配信停止
    すべてのeメールのオプトアウト hasoptedoutofemail emailoptout optedoutofemail optout emailoptedout
    unsubscribedfromallemail hsemailoptout unsubscribed donotmail donotemail
  `),
  doNotCall: words(`
    電話不可 電話禁止 電話拒否 電話ng 架電不可 架電禁止 架電ng 電話勧誘拒否 donotcall donotphone dontcall
  `),
  consent: words(`
    メール配信許可 メール配信同意 メール許諾 メール受信許可 メルマガ許諾 メルマガ同意 メルマガ可 オプトイン
    配信同意 consent emailconsent mailconsent optin emailoptin mailoptin marketingconsent
  `),
}

const OUTCOME_NAMES: Record<OutcomeColumn, string[]> = {
  id: words(`
    id 成果id 注文id 注文番号 受注番号 受注id 取引id 取引番号 契約番号 契約id 伝票番号
    商談id 決済id 明細番号 outcomeid orderid ordernumber orderno transactionid dealid
    opportunityid invoiceid invoicenumber paymentid chargeid externalid key no 番号
  `),
  at: words(`
    日時 日付 成果日 成果日時 購入日 購入日時 注文日 注文日時 受注日 受注日時 契約日
    契約開始日 解約日 発生日 発生日時 取引日 売上日 決済日 決済日時 更新日 完了日 完了予定日
    年月日 at date datetime time timestamp occurredat orderdate ordereddate purchasedate
    purchasedat closedate closedat createdat created createddate transactiondate paidat
  `),
  platform: words(`
    媒体 媒体名 プラットフォーム sns platform personplatform network socialnetwork チャネル
  `),
  handle: words(`
    アカウント アカウント名 ハンドル ハンドル名 ユーザー名 snsアカウント handle
    personhandle username screenname account
  `),
  email: words(`
    メールアドレス メール eメール email 電子メール emailaddress mail customeremail
    購入者メールアドレス useremail personemail
  `),
  personId: words(`
    顧客id 顧客番号 会員id 会員番号 顧客コード 購入者id ユーザーid 取引先責任者id 人物id
    personid customerid memberid contactid userid buyerid accountid person 人物
  `),
  name: words(`
    顧客名 氏名 購入者 購入者名 名前 お名前 会員名 注文者 注文者名 name customername
    customer buyer fullname contactname personname
  `),
  type: words(`
    種別 種類 成果 成果種別 成果の種類 区分 取引種別 取引区分 イベント イベント名 ステータス
    type outcome outcometype event eventname eventtype kind action transactiontype status
  `),
  value: words(`
    金額 売上 売上金額 購入金額 注文金額 受注金額 合計金額 合計 請求金額 契約金額 税込金額
    価格 お支払い金額 支払金額 取引金額 value amount total totalprice price revenue
    ordervalue orderamount totalamount grandtotal sum sales
  `),
  currency: words('通貨 通貨コード 通貨単位 currency currencycode currencyisocode'),
  about: words(`
    商品 商品名 製品 製品名 サービス名 プラン プラン名 話題 品名 対象 about topic product
    productname item itemname plan planname lineitemname sku
  `),
  code: words(`
    クーポン クーポンコード 割引コード プロモーションコード プロモコード キャンペーンコード
    couponcode coupon promocode promotioncode discountcode discountcodes vouchercode voucher
  `),
  referredBy: words(`
    紹介者 紹介者名 紹介元 ご紹介者 紹介者メールアドレス 紹介コード 紹介者コード referredby
    referrer referrername referral referralcode referredbyemail introducedby affiliate
  `),
  heardFrom: words(`
    きっかけ 認知経路 知ったきっかけ 来店きっかけ 何で知りましたか どこで知りましたか
    お知りになったきっかけ 流入経路 heardfrom howdidyouhear howdidyouhearaboutus heardaboutus
    heardofus howdidyoufindus leadsource
  `),
}

const ORGANISATION_NAMES: Record<OrganisationColumn, string[]> = {
  name: words(`
    会社名 企業名 取引先名 組織名 団体名 法人名 社名 顧客名 得意先名 会社 企業 取引先 屋号 名称
    name accountname companyname company organisation organization organisationname
    organizationname account customername legalname
  `),
  reading: words(`
    会社名カナ 会社名ふりがな 会社名フリガナ 取引先名カナ 取引先カナ 企業名カナ 法人名カナ 社名カナ
    フリガナ ふりがな カナ 読み reading namereading namekana companynamekana phoneticname
  `),
  url: words(`
    website url websiteurl webサイト ウェブサイト ウェブサイトurl ホームページ ホームページurl
    会社url 企業url 会社のドメイン名 会社ドメイン名 ドメイン名 ドメイン domain companydomainname
    companydomain companyurl homepage web
  `),
  relation: words(`
    関係 関係区分 顧客区分 取引区分 取引先種別 種別 区分 分類 ライフサイクルステージ
    relation relationship relations type accounttype lifecyclestage customertype category
  `),
  relationSince: words(RELATION_SINCE_WORDS),
  relationUntil: words(RELATION_UNTIL_WORDS),
  owner: words(OWNER_WORDS),
  secondOwner: words(SECOND_OWNER_WORDS),
  tags: words(TAG_WORDS),
  note: words(NOTE_WORDS),
}

const DEAL_NAMES: Record<DealColumn, string[]> = {
  id: words(`
    商談id 案件id 案件番号 案件コード 商談番号 商談コード 取引id レコードid レコード番号 管理番号 id
    opportunityid dealid recordid recordnumber externalid externalkey key no 番号
  `),
  name: words(`
    商談名 案件名 取引名 商談 案件 件名 プロジェクト名 name dealname opportunityname opportunity
    deal title subject projectname
  `),
  organisation: words(`
    取引先名 取引先 会社名 会社 企業名 顧客名 得意先名 関連付けられた会社 関連付けられた会社名 納品先
    accountname account company companyname organisation organization associatedcompany
    customername customer client
  `),
  contact: words(`
    取引先責任者名 取引先責任者 先方担当者 先方担当者名 顧客担当者 顧客担当者名 お客様担当者 ご担当者名
    担当者氏名 氏名 関連付けられたコンタクト contactname primarycontact contact associatedcontact
    contactperson personname
  `),
  email: words(`
    メールアドレス メール eメール 担当者メールアドレス 先方メールアドレス email emailaddress
    contactemail mail mailaddress primarycontactemail
  `),
  pipeline: words('パイプライン パイプライン名 pipeline pipelinename レコードタイプ recordtype'),
  stage: words(`
    フェーズ 段階 ステージ 商談フェーズ 案件フェーズ 商談ステージ 取引ステージ 進捗 進捗状況
    stage stagename dealstage salesstage phase
  `),
  state: words('ステータス 状態 状況 結果 商談結果 受注失注 status state result outcome'),
  value: words(`
    金額 商談金額 案件金額 見込金額 見込み金額 受注金額 見積金額 予定金額 合計金額 合計 売上見込 総額
    合計費用 amount value dealamount dealvalue expectedrevenue amountincompanycurrency revenue total
  `),
  currency: words('通貨 通貨コード 金額通貨 currency currencycode currencyisocode amountcurrency'),
  probability: words(
    '確度 受注確度 受注確率 成約確率 確率 probability winprobability dealprobability',
  ),
  closesOn: words(`
    完了予定日 受注予定日 クローズ予定日 クローズ日 成約予定日 契約予定日 納期 予定日 受注日
    closedate closingdate expectedclosedate closeson duedate
  `),
  lostReason: words(`
    失注理由 失注要因 敗因 見送り理由 lostreason closedlostreason reasonlost lossreason
  `),
  source: words(`
    リードソース 流入元 流入経路 案件発生元 商談発生元 きっかけ 元のソース leadsource source
    originalsource dealsource
  `),
  owner: words(OWNER_WORDS),
  secondOwner: words(SECOND_OWNER_WORDS),
  tags: words(TAG_WORDS),
  note: words(NOTE_WORDS),
}

export const COLUMN_NAMES = {
  'posts-csv': POST_NAMES,
  'people-csv': PERSON_NAMES,
  'organisations-csv': ORGANISATION_NAMES,
  'deals-csv': DEAL_NAMES,
  'outcomes-csv': OUTCOME_NAMES,
} as const

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
