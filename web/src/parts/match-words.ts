import type { Answer } from '../api.ts'
import type { Words } from '../terms.ts'
import { defineWords } from '../words.ts'

type Reason = Answer<'GET /people/candidates/{id}'>['reasons'][number]

/** What was compared. */
const COMPARED: Readonly<Record<string, Words>> = {
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  phone: { ja: '電話番号', en: 'Phone number' },
  handle: { ja: 'アカウント名', en: 'Account name' },
  link: { ja: 'リンク', en: 'Links' },
  url: { ja: 'ページのアドレス', en: 'Page address' },
  name: { ja: '名前', en: 'Name' },
  birth: { ja: '生年月日', en: 'Date of birth' },
  address: { ja: '住所', en: 'Address' },
  location: { ja: '所在地', en: 'Location' },
  organisation: { ja: '所属', en: 'Organisation' },
  bio: { ja: '自己紹介', en: 'Bio' },
  lang: { ja: '言語', en: 'Language' },
  avatar: { ja: 'プロフィール画像', en: 'Profile picture' },
  hours: { ja: '活動する時間帯', en: 'Hours of activity' },
  posts: { ja: '投稿の文面', en: 'What they post' },
  interests: { ja: '話す内容', en: 'What they talk about' },
  writing: { ja: '文章の書き方', en: 'How they write' },
  household: { ja: '同じ世帯の別人の可能性', en: 'Another of the same household' },
  kind: { ja: 'アカウントの種類', en: 'Kind of account' },
}

/** Columns of a file that are no field of ours keep their own name. */
export function comparedWords(field: string): Words {
  const own = field.replace(/^more\./, '')
  return COMPARED[field] ?? { ja: own, en: own }
}

const AGREEMENT_WORDS: Record<Reason['agreement'], Words> = {
  exact: { ja: '完全に一致', en: 'exactly the same' },
  variant: { ja: '表記ゆれ', en: 'another spelling' },
  reading: { ja: '読みが一致', en: 'the same reading' },
  initials: { ja: 'イニシャルが一致', en: 'the same initials' },
  'other-platform': { ja: '別のサービスで同じ', en: 'the same on another platform' },
  'same-local-part': { ja: '@ の前が一致', en: 'the same before the @' },
  shared: { ja: '共用のもの', en: 'shared by several people' },
  swapped: { ja: '入れ替わり', en: 'swapped' },
  close: { ja: 'よく似ている', en: 'very similar' },
  part: { ja: '一部が一致', en: 'the same in part' },
  area: { ja: '同じ地域', en: 'the same area' },
  year: { ja: '年だけ一致', en: 'the same year' },
  'both-ways': { ja: '互いにリンク', en: 'link to each other' },
  verified: { ja: '確認済みのリンク', en: 'a verified link' },
  'one-way': { ja: '片方からリンク', en: 'one links to the other' },
  'two-accounts': { ja: '同じサービスの別アカウント', en: 'two accounts on one platform' },
  different: { ja: '異なる', en: 'different' },
  conflict: { ja: '矛盾する', en: 'in conflict' },
}

/** Of pictures, what the eye sees is said. */
const PICTURE_WORDS: Partial<Record<Reason['agreement'], Words>> = {
  exact: { ja: '同じ画像', en: 'the same picture' },
  close: { ja: 'ほぼ同じ画像', en: 'nearly the same picture' },
  different: { ja: '別の画像', en: 'another picture' },
}

/** How far the values of a field agree. */
export function agreementWords({ field, agreement }: Pick<Reason, 'field' | 'agreement'>): Words {
  const ofPictures = field === 'avatar' ? PICTURE_WORDS[agreement] : undefined
  return ofPictures ?? AGREEMENT_WORDS[agreement]
}

export const MATCH_WORDS = defineWords({
  probability: {
    ja: (percent: string) => `同一人物である確率 ${percent}`,
    en: (percent: string) => `${percent} likely the same person`,
  },
  weight: {
    ja: (nats: string) => `重み ${nats}`,
    en: (nats: string) => `weight ${nats}`,
  },
})
