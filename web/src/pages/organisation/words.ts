import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  people: {
    ja: (count: number) => `人物 ${formatCount(count, 'ja')}人`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'person' : 'people'}`,
  },
  posts: {
    ja: (count: number) => `投稿 ${formatCount(count, 'ja')}件`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'post' : 'posts'}`,
  },
  noRelation: { ja: '関係区分は未設定', en: 'No relation set' },
  members: { ja: '人物と役割', en: 'People and their roles' },
  noMembers: {
    ja: 'まだ誰も登録されていません。人物のページの「企業・団体に加える」から登録できます。',
    en: 'Nobody belongs here yet. On a person’s page, choose “Add to an organisation”.',
  },
  findPeople: { ja: '人物を探す', en: 'Find people' },
  morePeople: { ja: 'ほかの人物も見る', en: 'See the others as well' },
  name: { ja: '名前', en: 'Name' },
  relations: { ja: '関係区分', en: 'To us' },
  role: { ja: '部署・役職', en: 'Department and role' },
  dates: { ja: '期間', en: 'Dates' },
  postsColumn: { ja: '投稿', en: 'Posts' },
  former: { ja: '過去の所属', en: 'former' },
  takeOut: { ja: '外す', en: 'Take out' },
  takeOutOf: {
    ja: (name: string) => `外す: ${name}`,
    en: (name: string) => `Take out: ${name}`,
  },
  accounts: { ja: '公式アカウント', en: 'Its own accounts' },
  noAccounts: {
    ja: '公式アカウントはまだわかっていません。人物のページの「企業・団体に加える」で公式アカウントと指定できます。',
    en: 'None is known yet. On a person’s page, choose “Add to an organisation” and say that it is the own account.',
  },
  stages: { ja: '話題ごとの段階(人数)', en: 'Stages of its people, by topic' },
  noStages: {
    ja: '段階のわかる投稿をした人はまだいません。',
    en: 'None of its people has shown a stage yet.',
  },
  countAt: {
    ja: (topic: string, stage: string, count: number) =>
      `${topic}、${stage}: ${formatCount(count, 'ja')}人`,
    en: (topic: string, stage: string, count: number) =>
      `${topic}, ${stage}: ${formatCount(count, 'en')}`,
  },
  removeTitle: { ja: '企業・団体を削除', en: 'Delete organisation' },
  removeText: {
    ja: (name: string) =>
      `「${name}」を削除します。人物と投稿は残り、所属と関係区分がなくなります。`,
    en: (name: string) =>
      `“${name}” will be deleted. Its people and their posts stay; that they belong here, and what it is to us, is lost.`,
  },
})
