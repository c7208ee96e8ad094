import type { Answer } from '../../api.ts'
import { formatCount } from '../../format.ts'
import type { Handle, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

type Reason = Answer<'GET /people/{id}'>['ownerships'][number]['reason']

/** Why a handle belongs to this person. */
export const REASON_WORDS: Record<Reason, Words> = {
  born: {
    ja: 'この人物はこのアカウントから作られました',
    en: 'The person was first seen with this account',
  },
  email: {
    ja: '同じメールアドレスをプラットフォームが確認しています',
    en: 'The platform vouches for the same e-mail address',
  },
  link: {
    ja: '互いに確認済みのリンクがあります',
    en: 'The accounts link to each other, and that is verified',
  },
  account: {
    ja: '同じアカウントの別の名前です',
    en: 'Another name of the same account',
  },
  split: {
    ja: '統合の取り消しで分けられました',
    en: 'Split away from another person',
  },
  member: { ja: 'メンバーが判断しました', en: 'A member decided so' },
}

export const HANDLE_KIND_WORDS: Record<Handle['kind'], Words> = {
  person: { ja: '個人', en: 'Person' },
  organisation: { ja: '企業・団体', en: 'Organisation' },
  bot: { ja: 'ボット', en: 'Bot' },
  group: { ja: 'グループ', en: 'Group' },
  unknown: { ja: '種類不明', en: 'Kind unknown' },
}

export const WORDS = defineWords({
  editName: { ja: '名前を編集', en: 'Edit name' },
  displayName: { ja: '表示名', en: 'Display name' },
  familyName: { ja: '姓', en: 'Family name' },
  givenName: { ja: '名', en: 'Given name' },
  nameReading: { ja: 'ふりがな', en: 'Reading (furigana)' },
  posts: {
    ja: (count: number) => `投稿 ${formatCount(count, 'ja')}件`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'post' : 'posts'}`,
  },
  activities: {
    ja: (count: number) => `行動 ${formatCount(count, 'ja')}件`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'activity' : 'activities'}`,
  },
  seen: { ja: '最初と最後の行動', en: 'First and last seen' },
  belongs: { ja: '所属', en: 'Belongs to' },
  span: {
    ja: (since: string, until: string) => `${since}〜${until}`,
    en: (since: string, until: string) => `${since} – ${until}`,
  },
  handles: { ja: 'アカウントと、同じ人物とした理由', en: 'Accounts, and why they belong together' },
  gone: { ja: '削除済みのアカウント', en: 'account is gone' },
  profile: { ja: 'プロフィール', en: 'Profile' },
  stages: { ja: '話題ごとの段階', en: 'Stage by topic' },
  noStages: {
    ja: '段階のわかる投稿はまだありません。',
    en: 'No post shows a stage yet.',
  },
  topic: { ja: '話題', en: 'Topic' },
  stage: { ja: '段階', en: 'Stage' },
  shownBy: { ja: '根拠の投稿', en: 'Shown by' },
  showPost: { ja: '投稿を開く', en: 'Open the post' },
  timeline: { ja: 'タイムライン', en: 'Timeline' },
  noTimeline: { ja: 'まだ行動がありません。', en: 'There is no activity yet.' },
})
