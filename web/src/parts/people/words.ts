import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export const DETAIL_WORDS: Record<'email' | 'phone' | 'account', Words> = {
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  phone: { ja: '電話番号', en: 'Phone number' },
  account: { ja: 'アカウント', en: 'Account' },
}

export const WORDS = defineWords({
  add: { ja: '人物を登録', en: 'Add a person' },
  addHere: { ja: 'この企業・団体の人物を登録', en: 'Add somebody of this organisation' },
  notFound: { ja: '一覧にいない人物を登録する', en: 'Not in the list? Add a person' },
  familyName: { ja: '姓', en: 'Family name' },
  givenName: { ja: '名', en: 'Given name' },
  nameReading: { ja: 'ふりがな', en: 'Reading (furigana)' },
  emails: { ja: 'メールアドレス', en: 'E-mail addresses' },
  phones: { ja: '電話番号', en: 'Phone numbers' },
  several: { ja: 'いくつかあるときは「、」で区切る', en: 'Separate several by commas' },
  platform: { ja: '媒体', en: 'Platform' },
  accountName: {
    ja: 'アカウント名またはプロフィールのURL',
    en: 'Account name, or address of the profile',
  },
  accountHint: {
    ja: 'x.com などのURLなら、媒体は入力しなくてもかまいません。',
    en: 'The address of a profile on x.com and others says the platform by itself.',
  },
  organisation: { ja: '所属する企業・団体', en: 'Organisation' },
  organisationHint: {
    ja: '候補から選べます。候補にない名前は新しく登録されます。',
    en: 'Pick one of the suggestions; another name is added as a new organisation.',
  },
  department: { ja: '部署', en: 'Department' },
  role: { ja: '役職・役割', en: 'Role' },
  relation: { ja: '関係区分', en: 'Relation' },
  metBy: { ja: '最初の接触', en: 'First contact' },
  metAt: { ja: '日時', en: 'When' },
  met: { ja: '最初の接触のメモ', en: 'Note of the first contact' },
  metHint: {
    ja: 'どこで会い、何を話したか。書くとタイムラインに残ります。',
    en: 'Where you met and what was said. It goes into their timeline.',
  },
  nobodyYet: {
    ja: '名前か連絡先を入力すると、よく似た人物がここに並びます。',
    en: 'People who look alike appear here as you type a name or a contact detail.',
  },
  noneAlike: { ja: 'よく似た人物はいません。', en: 'Nobody known looks alike.' },
  alike: { ja: 'すでに登録されている、よく似た人物', en: 'Known already, and alike' },
  theirs: { ja: '入力した連絡先の持ち主です', en: 'One of these contact details is theirs' },
  likely: {
    ja: (percent: string) => `同じ人物の可能性 ${percent}`,
    en: (percent: string) => `${percent} likely to be the same`,
  },
  areOthers: {
    ja: 'どの人物とも別人なので、新しく登録する（以後、自動では統合されません）',
    en: 'None of these: add somebody new (they will not be joined automatically)',
  },
  contacts: { ja: '連絡先', en: 'Contact details' },
  noContacts: { ja: '連絡先はまだありません。', en: 'No contact detail is known yet.' },
  addDetail: { ja: '連絡先を追加', en: 'Add a contact detail' },
  kind: { ja: '種類', en: 'Kind' },
  correct: { ja: '訂正', en: 'Correct' },
  correctOf: { ja: (name: string) => `「${name}」を訂正`, en: (name: string) => `Correct ${name}` },
  remove: { ja: '外す', en: 'Remove' },
  removeOf: { ja: (name: string) => `「${name}」を外す`, en: (name: string) => `Remove ${name}` },
  removeDoes: {
    ja: 'この連絡先を人物から外します。この連絡先での投稿や成果が記録にあるときは、記録は消えず、別の人物として切り離されます。',
    en: 'Takes this contact detail from the person. If posts or outcomes rest on it they stay, split away as somebody of their own.',
  },
  splitAway: {
    ja: '記録が残っているため、別の人物として切り離しました。',
    en: 'The log rests on it, so it was split away as somebody of their own.',
  },
  openOther: { ja: 'その人物を開く', en: 'Open that person' },
})
