import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  title: { ja: 'はじめの設定', en: 'First run' },
  intro: {
    ja: 'ワークスペースと、最初のメンバー(所有者)を作ります。',
    en: 'Make the workspace and its first member, the owner.',
  },
  needsLink: {
    ja: '起動したときに端末に表示されたリンク(/setup?token=… で終わる行)を開いてください。リンクは一度だけ使えます。',
    en: 'Open the link that the start printed in the terminal (the line with /setup?token=…). It works once.',
  },
  alreadyDone: {
    ja: '設定は済んでいます。',
    en: 'The first run is already done.',
  },
  goSignIn: { ja: 'サインインへ', en: 'Go to sign-in' },
  workspace: { ja: 'ワークスペース名', en: 'Workspace name' },
  workspaceHint: { ja: '会社名など', en: 'The name of your company, say' },
  name: { ja: 'あなたの名前', en: 'Your name' },
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  password: { ja: 'パスワード', en: 'Password' },
  passwordHint: { ja: '10文字以上', en: 'At least 10 characters' },
  language: { ja: '言語', en: 'Language' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  timeZoneHint: {
    ja: '日ごとの集計はこの時間で区切ります。',
    en: 'Days are counted in this time zone.',
  },
  start: { ja: '始める', en: 'Start' },
})
