import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  title: { ja: 'サインイン', en: 'Sign in' },
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  password: { ja: 'パスワード', en: 'Password' },
  submit: { ja: 'サインイン', en: 'Sign in' },
  wrong: {
    ja: 'メールアドレスかパスワードが違います。',
    en: 'The e-mail address or the password is wrong.',
  },
})
