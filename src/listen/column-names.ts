import type { PostColumn } from './input-format.ts'

/**
 * Names that columns go by, as `foldName` leaves them. A header that is one of
 * them means it; one that only contains it (four letters or two kanji at least)
 * probably does. Earlier names mean it more.
 */
export const COLUMN_NAMES: Record<PostColumn, string[]> = {
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

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
