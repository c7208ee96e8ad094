import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  title: { ja: 'ワークスペースに参加', en: 'Join a workspace' },
  invited: {
    ja: (workspace: string, role: string) => `「${workspace}」に${role}として招待されています。`,
    en: (workspace: string, role: string) =>
      `You are invited to “${workspace}” as ${role.toLowerCase()}.`,
  },
  invalid: {
    ja: 'この招待リンクは使えません。もう使われたか、取り消されたか、期限が過ぎています。招待した人に新しいリンクを頼んでください。',
    en: 'This invitation link does not work: it was used, withdrawn, or is more than a week old. Ask for a new one.',
  },
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  name: { ja: 'お名前', en: 'Your name' },
  password: { ja: 'パスワード', en: 'Password' },
  passwordHint: { ja: '10文字以上', en: 'At least 10 characters' },
  join: { ja: '参加する', en: 'Join' },
  signIn: { ja: 'サインイン画面へ', en: 'Go to sign-in' },
})
