import type { SettingField } from '#listen/index.ts'
import type { Words } from '#vocabulary/index.ts'
import { API_ADDRESS, JETSTREAM_ADDRESSES } from './live-settings.ts'

export const NAME: Words = { ja: 'Bluesky', en: 'Bluesky' }

export const ABOUT: Words = {
  ja: 'Bluesky の公開投稿を、書かれたその場で受け取ります。キーワード、話題、アカウントで絞り込みます。ログインや API キーは要りません。',
  en: 'Hears public posts on Bluesky as they are written, by keyword, topic and account. No sign-in and no API key is needed.',
}

const REGIONS: readonly Words[] = [
  { ja: '米国東部 2', en: 'US East 2' },
  { ja: '米国東部 1', en: 'US East 1' },
  { ja: '米国西部 1', en: 'US West 1' },
  { ja: '米国西部 2', en: 'US West 2' },
]

/** The set-up form. */
export const FIELDS: readonly SettingField[] = [
  {
    name: 'keywords',
    type: 'words',
    isRequired: false,
    label: { ja: 'キーワード', en: 'Keywords' },
    hint: {
      ja: '1 行に 1 つ。全角と半角、大文字と小文字、ひらがなとカタカナは区別しません。英単語は単語として、日本語は文中のどこにあっても見つけます。',
      en: 'One a line. Width, case and kana make no difference. English words are found as words, Japanese anywhere in the text.',
    },
  },
  {
    name: 'topics',
    type: 'topics',
    isRequired: false,
    label: { ja: '話題', en: 'Topics' },
    hint: {
      ja: '選んだ話題の名前か別名を含む投稿を受け取ります。話題を変えると、次の投稿からすぐに反映されます。',
      en: 'Posts that hold a name or alias of these topics. Changes to topics count from the next post on.',
    },
  },
  {
    name: 'accounts',
    type: 'words',
    isRequired: false,
    label: { ja: 'アカウント', en: 'Accounts' },
    hint: {
      ja: '1 行に 1 つ、alice.bsky.social のようなハンドルか DID。このアカウントの投稿はすべて受け取ります。',
      en: 'One a line: a handle such as alice.bsky.social, or a DID. Every post of theirs is taken.',
    },
  },
  {
    name: 'languages',
    type: 'words',
    isRequired: false,
    label: { ja: '言語', en: 'Languages' },
    hint: {
      ja: 'ja、en などを 1 行に 1 つ。空なら絞り込みません。キーワードと話題で見つけた投稿にだけ働き、言語の指定がない投稿は残します。',
      en: 'ja, en and so on, one a line; empty: any. Applies to posts found by their words; posts that claim no language stay.',
    },
  },
  {
    name: 'replies',
    type: 'switch',
    isRequired: false,
    default: true,
    label: { ja: '返信と引用も受け取る', en: 'Take replies and quotes' },
    hint: {
      ja: '受け取った投稿への返信と引用を、キーワードを含まなくても受け取ります。',
      en: 'Replies to and quotes of posts that were taken, whatever their words.',
    },
  },
  {
    name: 'engagement',
    type: 'switch',
    isRequired: false,
    default: true,
    label: { ja: 'いいね、リポスト、フォローも受け取る', en: 'Take likes, reposts and follows' },
    hint: {
      ja: '受け取った投稿へのいいねとリポスト、上のアカウントへのフォロー。影響の測定に使います。',
      en: 'Likes and reposts of posts that were taken, follows of the accounts above. Influence is measured with them.',
    },
  },
  {
    name: 'address',
    type: 'url',
    isRequired: true,
    default: JETSTREAM_ADDRESSES[0],
    label: { ja: 'Jetstream のアドレス', en: 'Jetstream address' },
    hint: {
      ja: '公開サーバーか、自社で動かしている Jetstream。',
      en: 'A public server, or a Jetstream of your own.',
    },
    choices: JETSTREAM_ADDRESSES.map((value, i) => ({
      value,
      label: REGIONS[i] ?? { ja: value, en: value },
    })),
  },
  {
    name: 'apiAddress',
    type: 'url',
    isRequired: false,
    default: API_ADDRESS,
    label: { ja: 'ハンドルを調べるサーバー', en: 'Server that resolves handles' },
    hint: {
      ja: 'ハンドルから DID を調べるときにだけ使います。通常は変更不要です。',
      en: 'Asked only for the DIDs of handles. Rarely changed.',
    },
  },
]

export type BlueskyProblem =
  | 'unknown-handle'
  | 'api-not-reached'
  | 'not-jetstream'
  | 'silent'
  | 'closed'

/** The kind's own problems; the detail is shown beside. */
export const PROBLEM_WORDS: Readonly<Record<BlueskyProblem, Words>> = {
  'unknown-handle': {
    ja: 'このハンドルのアカウントは見つかりません。つづりを確認するか、DID を入力してください。',
    en: 'There is no account of this handle. Check its spelling, or enter the DID.',
  },
  'api-not-reached': {
    ja: 'ハンドルを調べるサーバーから答えを得られませんでした。しばらくしてからやり直すか、ハンドルの代わりに DID を入力してください。',
    en: 'The server that resolves handles gave no answer. Try again later, or enter DIDs instead of handles.',
  },
  'not-jetstream': {
    ja: '接続できましたが、届いたデータは Jetstream のイベントではありません。アドレスを確認してください。',
    en: 'The connection stands, but what comes is no Jetstream event. Check the address.',
  },
  silent: {
    ja: '接続はできていますが、イベントが届きません。利用者の少ない自社サーバーでは正常な場合もあります。公開サーバーなら別のアドレスを試してください。',
    en: 'The connection stands, but no event comes. On a small server of your own that may be normal; with a public one, try another address.',
  },
  closed: {
    ja: 'サーバーが接続を閉じました。自動でつなぎ直し、続きから受け取ります。',
    en: 'The server closed the connection. Enishi connects again and goes on where it stood.',
  },
}
