import type { Answer, ItemOf } from '../../api.ts'
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
    ja: '別の人物から切り離されました',
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

type Origin = ItemOf<'GET /people/{id}/changes'>['origin']

/** How a field came to be changed. */
export const CHANGE_WORDS: Record<Origin, Words> = {
  member: { ja: 'メンバーが編集', en: 'Edited by a member' },
  import: { ja: '取り込み', en: 'Import' },
  profile: { ja: 'プロフィールの変更', en: 'Changed in the profile' },
  merge: { ja: '統合', en: 'Merge' },
  unmerge: { ja: '統合の取り消し', en: 'Merge taken back' },
}

export const WORDS = defineWords({
  changes: {
    ja: '名前・連絡先・担当・項目の変更履歴',
    en: 'History of names, contact details, owners and fields',
  },
  noChanges: {
    ja: 'まだ変更はありません。名前・連絡先・担当・独自の項目・タグが変わると、変更前の値と変更した人がここに残ります。',
    en: 'Nothing has changed yet. When a name, a contact detail, an owner, an own field or a tag does, what it was and who changed it stay here.',
  },
  ofMerged: { ja: '統合した人物の項目', en: 'of a person that was merged' },
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
  organisations: { ja: '所属する企業・団体', en: 'Organisations' },
  noOrganisations: { ja: '所属はまだわかっていません。', en: 'None is known yet.' },
  joinOrganisation: { ja: '企業・団体に加える', en: 'Add to an organisation' },
  organisationName: { ja: '企業・団体の名前', en: 'Name of the organisation' },
  isOwnAccount: {
    ja: '人ではなく、この企業・団体の公式アカウントである',
    en: 'Not a person: this is the organisation’s own account',
  },
  role: { ja: '役職・役割', en: 'Role' },
  department: { ja: '部署', en: 'Department' },
  since: { ja: '所属の開始日', en: 'Since' },
  until: { ja: '所属の終了日', en: 'Until' },
  seen: { ja: '最初と最後の行動', en: 'First and last seen' },
  handles: { ja: 'アカウントと、同じ人物とした理由', en: 'Accounts, and why they belong together' },
  gone: { ja: '削除済みのアカウント', en: 'account is gone' },
  profile: { ja: 'プロフィール', en: 'Profile' },
  stages: { ja: '話題ごとのジャーニー', en: 'Journey by topic' },
  path: { ja: '経緯', en: 'why' },
  pathOf: {
    ja: (stage: string) => `${stage}への移行の経緯を見る`,
    en: (stage: string) => `why: how the move to ${stage.toLowerCase()} came about`,
  },
  noStages: {
    ja: '段階のわかる投稿はまだありません。',
    en: 'No post shows a stage yet.',
  },
  chain: { ja: '段階の移り変わり', en: 'Moves from stage to stage' },
  round: {
    ja: (round: number) => `${formatCount(round, 'ja')}巡目`,
    en: (round: number) => `round ${formatCount(round, 'en')}`,
  },
  earlier: {
    ja: (count: number) => `これより前の移動 ${formatCount(count, 'ja')}回`,
    en: (count: number) => `${formatCount(count, 'en')} earlier ${count === 1 ? 'move' : 'moves'}`,
  },
  latest: { ja: '最新の根拠', en: 'Latest evidence' },
  showPost: { ja: '投稿を開く', en: 'Open the post' },
  influence: { ja: '影響', en: 'Influence' },
  influenceText: {
    ja: 'この人の投稿が促したと推定した、ほかの人の成果です。',
    en: 'Outcomes of others that this person’s posts prompted, estimated.',
  },
  noInfluence: {
    ja: 'この人の投稿がほかの人を動かしたと言える証拠は、まだありません。',
    en: 'There is no evidence yet that this person’s posts moved others.',
  },
  notMeasured: { ja: '影響はまだ測っていません。', en: 'Influence has not been measured yet.' },
  goInfluence: { ja: '影響のページへ', en: 'Open Influence' },
  byOutcome: { ja: '成果の種類ごと', en: 'By outcome' },
  outcomeType: { ja: '成果', en: 'Outcome' },
  everyOutcome: { ja: 'すべての成果', en: 'All outcomes' },
  recentOutcomes: { ja: '最近促した成果', en: 'Outcomes they stand behind' },
  allOutcomes: { ja: 'すべて見る', en: 'See them all' },
})
