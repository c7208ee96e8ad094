import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const RULE_WORDS = defineWords({
  rules: { ja: 'ルール', en: 'Rules' },
  rulesIntro: {
    ja: '条件に当てはまる人物の関係区分を自動で開始・終了します。条件に関わる変更のあとすぐと、1日1回適用されます。メンバーが入力した区分には触れません。',
    en: 'People become something to us, and cease to be it, by these conditions: soon after what they look at changes, and once a day. What members entered is left alone.',
  },
  noRules: {
    ja: 'ルールはまだありません。たとえば「1年以内に購入した人は顧客」と決められます。',
    en: 'There is no rule yet. One could say: who bought within a year is a customer.',
  },
  addRule: { ja: 'ルールを追加', en: 'Add rule' },
  editRule: { ja: 'ルールを編集', en: 'Edit rule' },
  edit: { ja: '編集', en: 'Edit' },
  match: { ja: '当てはまる条件', en: 'Which must hold' },
  matchAll: { ja: 'すべて', en: 'All of them' },
  matchAny: { ja: 'どれか1つ', en: 'Any of them' },
  conditionOf: {
    ja: (n: number) => `条件 ${n}`,
    en: (n: number) => `Condition ${n}`,
  },
  addCondition: { ja: '条件を増やす', en: 'Add another condition' },
  drop: { ja: 'この条件を外す', en: 'Take it out' },
  dropOf: {
    ja: (n: number) => `この条件を外す: 条件 ${n}`,
    en: (n: number) => `Take it out: condition ${n}`,
  },
  allOf: {
    ja: (conditions: string[]) => conditions.join('、かつ '),
    en: (conditions: string[]) => conditions.join(', and '),
  },
  anyOf: {
    ja: (conditions: string[]) => conditions.join('、または '),
    en: (conditions: string[]) => conditions.join(', or '),
  },
  becomesOf: {
    ja: (condition: string, kind: string) => `${condition} → ${kind}`,
    en: (condition: string, kind: string) => `${condition} → ${kind}`,
  },
  ruleBought: {
    ja: (days: number) => `${formatCount(days, 'ja')}日以内に購入・更新した人`,
    en: (days: number) => `Bought or renewed within ${formatCount(days, 'en')} days`,
  },
  ruleMember: {
    ja: (organisation: string) => `「${organisation}」の企業・団体に所属する人`,
    en: (organisation: string) => `Belongs to an organisation that is: ${organisation}`,
  },
  ruleOwn: {
    ja: (organisation: string) =>
      `${organisation}(自社)に所属、または確認済みのメールアドレスがある人`,
    en: (organisation: string) =>
      `Belongs to ${organisation} (us), or has a verified address there`,
  },
  ruleTagged: {
    ja: (tag: string) => `タグ「${tag}」が付いている人`,
    en: (tag: string) => `Carries the tag “${tag}”`,
  },
  ruleIs: {
    ja: (field: string, value: string) => `${field}が「${value}」の人`,
    en: (field: string, value: string) => `${field} is “${value}”`,
  },
  ruleContains: {
    ja: (field: string, value: string) => `${field}に「${value}」を含む人`,
    en: (field: string, value: string) => `${field} contains “${value}”`,
  },
  ruleAtLeast: {
    ja: (field: string, value: string) => `${field}が${value}以上の人`,
    en: (field: string, value: string) => `${field} is at least ${value}`,
  },
  ruleOnOrAfter: {
    ja: (field: string, value: string) => `${field}が${value}以降の人`,
    en: (field: string, value: string) => `${field} is on or after ${value}`,
  },
  ruleStage: {
    ja: (topic: string, stage: string) => `${topic}について「${stage}」の段階にいる人`,
    en: (topic: string, stage: string) => `Stands at “${stage}” with ${topic}`,
  },
  ruleRole: {
    ja: (words: string) => `役職に${words}を含む人`,
    en: (words: string) => `Role contains ${words}`,
  },
  ruleListed: {
    ja: (list: string) => `リスト「${list}」に入っている人`,
    en: (list: string) => `Is in the list “${list}”`,
  },
  gone: { ja: '削除済み・共有終了', en: 'removed, or no longer shared' },
  condition: { ja: '条件', en: 'Condition' },
  bought: { ja: '購入・更新した', en: 'Bought or renewed' },
  memberOf: { ja: '企業・団体に所属する', en: 'Belongs to an organisation' },
  ownOrganisation: { ja: '自社に所属する', en: 'Belongs to us' },
  tagged: { ja: 'タグが付いている', en: 'Carries a tag' },
  byField: { ja: '項目の値', en: 'Holds a value in a field' },
  byStage: { ja: 'トピックについての段階', en: 'Stands at a stage of a topic' },
  byRole: { ja: '企業・団体での役職', en: 'Has a role at an organisation' },
  byList: { ja: '保存したリストに入っている', en: 'Is in a saved list' },
  withinDays: { ja: '何日以内の購入か', en: 'Within how many days' },
  organisationKind: { ja: '企業・団体の関係区分', en: 'What the organisation is to us' },
  ourselves: { ja: '自社', en: 'Ourselves' },
  tag: { ja: 'タグ', en: 'Tag' },
  noTags: {
    ja: 'タグがまだありません。人物のページで付けると選べるようになります。',
    en: 'There is no tag yet. Give somebody one on their page first.',
  },
  noOrganisations: {
    ja: '企業・団体がまだありません。先に自社を追加してください。',
    en: 'There is no organisation yet. Add your own first.',
  },
  field: { ja: '項目', en: 'Field' },
  noFields: {
    ja: '人物の項目がまだありません。設定で追加すると選べるようになります。',
    en: 'People have no fields of your own yet. Add one in Settings first.',
  },
  comparison: { ja: '比べ方', en: 'Compared by' },
  is: { ja: '等しい', en: 'is' },
  contains: { ja: '含む', en: 'contains' },
  atLeast: { ja: '以上', en: 'is at least' },
  onOrAfter: { ja: '以降', en: 'is on or after' },
  value: { ja: '値', en: 'Value' },
  topic: { ja: 'トピック', en: 'Topic' },
  noTopics: {
    ja: 'トピックがまだありません。先に追加してください。',
    en: 'There is no topic yet. Add one first.',
  },
  stage: { ja: '段階', en: 'Stage' },
  roleWords: { ja: '役職に含まれる言葉', en: 'Words in the role' },
  roleWordsHint: {
    ja: '「、」か改行で区切ります。どれか1つを含めば当てはまります。英語は単語として一致します。',
    en: 'Separated by commas or lines; one of them is enough. English words match as a whole.',
  },
  list: { ja: 'リスト', en: 'List' },
  noLists: {
    ja: '使えるリストがまだありません。人物のリストを保存して共有してください。「自分の担当」や関係区分で絞り込んだリストは使えません。',
    en: 'There is no list to use yet. Save a list of people and share it; lists of “mine” or by relation are not taken.',
  },
  becomes: { ja: 'この区分にする', en: 'They become' },
  name: { ja: 'ルールの名前', en: 'Name of the rule' },
  nameHint: {
    ja: '人物のページに「ルール」として表示されます。空欄でもかまいません。',
    en: 'Shown on the page of a person beside “by a rule”. May be left empty.',
  },
  preview: { ja: '対象を確認', en: 'Preview' },
  previewed: {
    ja: (people: number) => `いま保存すると ${formatCount(people, 'ja')}人がこの区分になります`,
    en: (people: number) =>
      `Saved now, ${formatCount(people, 'en')} ${people === 1 ? 'person' : 'people'} would become it`,
  },
  others: {
    ja: (count: number) =>
      `条件に当てはまるほかの${formatCount(count, 'ja')}人は、すでにこの区分か、メンバーが終了しています`,
    en: (count: number) =>
      `${formatCount(count, 'en')} more hold the condition; they are it already, or a member has ended it`,
  },
  ending: {
    ja: (count: number) =>
      `いまこのルールで区分されている${formatCount(count, 'ja')}人は終了します`,
    en: (count: number) =>
      `${formatCount(count, 'en')} ${count === 1 ? 'person' : 'people'} would cease to be what the rule says of them now`,
  },
  examples: { ja: '例', en: 'Examples' },
  ruleOn: { ja: '有効', en: 'On' },
  peopleByRule: {
    ja: (count: number) => `${formatCount(count, 'ja')}人`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'person' : 'people'}`,
  },
})
