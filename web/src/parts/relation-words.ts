import { formatCount } from '../format.ts'
import type { Words } from '../terms.ts'
import { defineWords } from '../words.ts'

export const SOURCE_WORDS: Record<'import' | 'member' | 'rule' | 'inferred', Words> = {
  import: { ja: '取り込み', en: 'import' },
  member: { ja: 'メンバーの入力', en: 'entered by a member' },
  rule: { ja: 'ルール', en: 'by a rule' },
  inferred: { ja: '提案を確認', en: 'proposed and confirmed' },
}

export const HEALTH_WORDS: Record<'good' | 'due' | 'overdue' | 'lapsing', Words> = {
  good: { ja: '良好', en: 'Good' },
  due: { ja: 'そろそろ', en: 'Due' },
  overdue: { ja: '遅れている', en: 'Overdue' },
  lapsing: { ja: '途切れそう', en: 'Lapsing' },
}

export const RELATIONS_WORDS = defineWords({
  relations: { ja: '関係区分', en: 'What they are to us' },
  none: {
    ja: 'まだ登録がありません。「関係区分を追加」から、いつから何にあたるかを登録できます。',
    en: 'Nothing is known yet. “Add relation” says what they are to us, and since when.',
  },
  add: { ja: '関係区分を追加', en: 'Add relation' },
  kind: { ja: '区分', en: 'Relation' },
  since: { ja: '開始日', en: 'Since' },
  until: { ja: '終了日', en: 'Until' },
  untilHint: { ja: '続いている間は空欄', en: 'Leave empty while it holds' },
  history: { ja: '過去の関係区分', en: 'Earlier' },
  dates: { ja: '日付を直す', en: 'Correct dates' },
  datesOf: {
    ja: (name: string) => `日付を直す: ${name}`,
    en: (name: string) => `Correct dates: ${name}`,
  },
  end: { ja: '今日で終了', en: 'End today' },
  endOf: {
    ja: (name: string) => `今日で終了: ${name}`,
    en: (name: string) => `End today: ${name}`,
  },
  removeEntry: { ja: '記録を削除', en: 'Delete entry' },
  since2: {
    ja: (day: string) => `${day}から`,
    en: (day: string) => `since ${day}`,
  },
  span: {
    ja: (since: string, until: string) => `${since}～${until}`,
    en: (since: string, until: string) => `${since} – ${until}`,
  },
  by: { ja: (name: string) => name, en: (name: string) => name },
  proposals: { ja: '関係区分の提案', en: 'Proposed relations' },
  proposed: {
    ja: (name: string) => `「${name}」にあたるようです`,
    en: (name: string) => `May be: ${name}`,
  },
  confirm: { ja: '登録する', en: 'Confirm' },
  refuse: { ja: '違う', en: 'Not so' },
  confirmOf: {
    ja: (person: string, kind: string) => `登録する: ${person}は「${kind}」`,
    en: (person: string, kind: string) => `Confirm: ${person} is ${kind}`,
  },
  refuseOf: {
    ja: (person: string, kind: string) => `違う: ${person}は「${kind}」ではない`,
    en: (person: string, kind: string) => `Not so: ${person} is not ${kind}`,
  },
  inBio: {
    ja: (said: string) => `プロフィールに「${said}」とあります`,
    en: (said: string) => `The profile says “${said}”`,
  },
  inName: {
    ja: (said: string) => `表示名に「${said}」とあります`,
    en: (said: string) => `The display name says “${said}”`,
  },
  inAffiliation: {
    ja: (role: string, organisation: string) => `${organisation}での役職が「${role}」です`,
    en: (role: string, organisation: string) => `Role at ${organisation}: ${role}`,
  },
  belongs: {
    ja: (organisation: string) => `${organisation}に所属しています`,
    en: (organisation: string) => `Belongs to ${organisation}`,
  },
  bought: {
    ja: (count: number) => `購入・更新 ${formatCount(count, 'ja')}件`,
    en: (count: number) =>
      `${formatCount(count, 'en')} ${count === 1 ? 'purchase or renewal' : 'purchases and renewals'}`,
  },
  recommended: {
    ja: (count: number, topics: string) =>
      `${topics}を勧める投稿が${formatCount(count, 'ja')}件あります`,
    en: (count: number, topics: string) => `${formatCount(count, 'en')} posts recommend ${topics}`,
  },
  atDomain: {
    ja: (domain: string) => `${domain}の確認済みメールアドレスがあります`,
    en: (domain: string) => `Has a verified address at ${domain}`,
  },
  carries: {
    ja: (tag: string, since: string | undefined) =>
      since === undefined
        ? `タグ「${tag}」が付いています`
        : `${since}からタグ「${tag}」が付いています`,
    en: (tag: string, since: string | undefined) =>
      since === undefined ? `Tag “${tag}”` : `Tag “${tag}” since ${since}`,
  },
  holds: {
    ja: (field: string, value: string | undefined, since: string | undefined) =>
      `${field}${value === undefined ? '' : `: ${value}`}${since === undefined ? '' : `（${since}に入力）`}`,
    en: (field: string, value: string | undefined, since: string | undefined) =>
      `${field}${value === undefined ? '' : `: ${value}`}${since === undefined ? '' : `, entered ${since}`}`,
  },
  isListed: {
    ja: (list: string) => `リスト「${list}」に入っています`,
    en: (list: string) => `Is in the list “${list}”`,
  },
  standsAt: {
    ja: (topic: string, stage: string) => `${topic}について「${stage}」の段階にいます`,
    en: (topic: string, stage: string) => `Stands at “${stage}” with ${topic}`,
  },
  openPost: { ja: '最新の投稿を開く', en: 'Open the latest post' },
  ties: { ja: 'つながりのある人', en: 'Ties to people' },
  noTies: {
    ja: 'まだ誰とのやりとりも見つかっていません。返信・言及・シェア・いいね・フォローがあるとここに並びます。',
    en: 'No exchange with anybody has been heard yet. Answers, mentions, shares, likes and follows show here.',
  },
  strength: { ja: '強さ', en: 'Strength' },
  strengthNote: {
    ja: '返信1、シェア0.8、言及0.5、フォロー0.5、いいね0.2として数え、90日で半分になります。',
    en: 'Answers count 1, shares 0.8, mentions 0.5, follows 0.5, likes 0.2; after 90 days half.',
  },
  person: { ja: '人物', en: 'Person' },
  given: { ja: 'この人から', en: 'From this person' },
  received: { ja: '相手から', en: 'From the other' },
  last: { ja: '最後', en: 'Last' },
  isOurs: { ja: '社員', en: 'one of us' },
  showActs: { ja: '投稿を見る', en: 'Show posts' },
  showActsWith: {
    ja: (name: string) => `投稿を見る: ${name}とのやりとり`,
    en: (name: string) => `Show posts: what passed with ${name}`,
  },
  actsWith: {
    ja: (name: string) => `${name}とのやりとり`,
    en: (name: string) => `What passed with ${name}`,
  },
  tiesToUs: { ja: '当社とのつながり', en: 'Ties to us' },
  noTiesToUs: {
    ja: '当社の社員とのやりとりはまだ見つかっていません。社員の人物に「社員」の関係区分を付けると、ここに並びます。',
    en: 'No exchange with us has been heard yet. Give colleagues the relation “Employee”, and ties to them show here.',
  },
  ours: { ja: '当社側', en: 'Of us' },
  more: { ja: 'ほかにもあります', en: 'There are more' },
})

export const TIE_WORDS: Record<'answers' | 'mentions' | 'shares' | 'likes' | 'follows', Words> = {
  answers: { ja: '返信', en: 'answers' },
  mentions: { ja: '言及', en: 'mentions' },
  shares: { ja: 'シェア', en: 'shares' },
  likes: { ja: 'いいね', en: 'likes' },
  follows: { ja: 'フォロー', en: 'follows' },
}
