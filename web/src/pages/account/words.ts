import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  title: { ja: 'パスワードの変更', en: 'Change password' },
  intro: {
    ja: '変更すると、ほかの端末やブラウザーのサインインはすべて終わります。',
    en: 'After the change, sign-ins on every other device and browser end.',
  },
  current: { ja: '今のパスワード', en: 'Current password' },
  fresh: { ja: '新しいパスワード', en: 'New password' },
  hint: { ja: '10文字以上', en: 'At least 10 characters' },
  change: { ja: '変更する', en: 'Change it' },
  done: {
    ja: '変更しました。ほかの端末のサインインは終わりました。',
    en: 'Changed. Sign-ins on other devices have ended.',
  },
  wrong: { ja: '今のパスワードが違います。', en: 'The current password is wrong.' },
})
