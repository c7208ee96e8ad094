import type { Language } from './support.ts'

/** What a member reads and clicks, as it stands on the pages. */
export interface Said {
  start: string
  startImport: string
  done: string
  stop: RegExp
  goOn: RegExp
  whyRefused: RegExp
  download: string
  badDate: string
  addTopic: string
  name: string
  aliases: string
  save: string
  more: string
  end: string
  nothing: string
  postsSentence: RegExp
  editName: string
  reading: string
  sameMail: string
  postsOfPerson: RegExp
  makeKey: string
  shownOnce: string
  changePassword: string
  changed: string
  account: RegExp
  signOut: string
  signIn: string
  without: (name: string) => string
  close: string
}

export const SAID: Record<Language, Said> = {
  ja: {
    start: '始める',
    startImport: '取り込みを始める',
    done: '完了',
    stop: /を停止$/,
    goOn: /を続ける$/,
    whyRefused: /取り込めなかった2件の理由/,
    download: '取り込めなかった行をダウンロード (CSV)',
    badDate: '日付が正しくありません',
    addTopic: '話題を追加',
    name: '名前',
    aliases: '別名',
    save: '保存',
    more: 'さらに表示',
    end: 'これで全部です',
    nothing: '当てはまる投稿がありません',
    postsSentence: /^投稿は([\d,]+)件でした/,
    editName: '名前を編集',
    reading: 'ふりがな',
    sameMail: '同じメールアドレスをプラットフォームが確認しています',
    postsOfPerson: /^投稿 ([\d,]+)件$/,
    makeKey: 'キーを作る',
    shownOnce: 'このキーが表示されるのは今だけです',
    changePassword: '変更する',
    changed: '変更しました',
    account: /^アカウント: /,
    signOut: 'サインアウト',
    signIn: 'サインイン',
    without: (name) => `「${name}」の絞り込みを解除`,
    close: '閉じる',
  },
  en: {
    start: 'Start',
    startImport: 'Start import',
    done: 'Done',
    stop: /^Stop /,
    goOn: /^Go on /,
    whyRefused: /Why 2 were refused/,
    download: 'Download what was refused (CSV)',
    badDate: 'The date is not valid',
    addTopic: 'Add topic',
    name: 'Name',
    aliases: 'Aliases',
    save: 'Save',
    more: 'Show more',
    end: 'That is all',
    nothing: 'No posts match',
    postsSentence: /^There were ([\d,]+) posts/,
    editName: 'Edit name',
    reading: 'Reading (furigana)',
    sameMail: 'The platform vouches for the same e-mail address',
    postsOfPerson: /^([\d,]+) posts$/,
    makeKey: 'Make key',
    shownOnce: 'This key is shown only now',
    changePassword: 'Change it',
    changed: 'Changed.',
    account: /^Account: /,
    signOut: 'Sign out',
    signIn: 'Sign in',
    without: (name) => `Stop narrowing to ${name}`,
    close: 'Close',
  },
}
