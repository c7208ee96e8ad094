import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  title: { ja: '話題', en: 'Topics' },
  intro: {
    ja: '自社や競合の商品・ブランド、分野、キャンペーンを別名とともに登録すると、投稿の中から見つけます。全角・半角、大文字・小文字、ひらがな・カタカナの違いは気にせず登録できます。',
    en: 'Set up products and brands, ours and competitors’, categories and campaigns with the names people use, and posts are searched for them. Width, case and kana make no difference.',
  },
  add: { ja: '話題を追加', en: 'Add topic' },
  edit: { ja: '話題を編集', en: 'Edit topic' },
  editOf: { ja: (name: string) => `${name}を編集`, en: (name: string) => `Edit ${name}` },
  removeOf: { ja: (name: string) => `${name}を削除`, en: (name: string) => `Delete ${name}` },
  name: { ja: '名前', en: 'Name' },
  kind: { ja: '種類', en: 'Kind' },
  aliases: { ja: '別名', en: 'Aliases' },
  aliasesHint: {
    ja: '投稿で使われるほかの呼び方。Enter で1つずつ追加します。名前そのものも探します。',
    en: 'What else posts call it; Enter adds one. The name itself is searched for too.',
  },
  posts: { ja: '投稿', en: 'Posts' },
  voices: { ja: '声', en: 'Voices' },
  actions: { ja: '操作', en: 'Actions' },
  searching: { ja: '過去の投稿を検索中', en: 'Older posts are being searched' },
  preview: { ja: '見つかる投稿', en: 'What they catch' },
  previewHint: {
    ja: '名前や別名を入れると、今ある投稿のうち何が見つかるかがここに出ます。',
    en: 'Once there is a name, this shows which of the posts so far it would catch.',
  },
  caught: {
    ja: (count: string, isMore: boolean) => `${count}件${isMore ? '以上' : ''}`,
    en: (count: string, isMore: boolean) => `${count}${isMore ? ' or more' : ''}`,
  },
  catchesNothing: {
    ja: 'どの名前でも、今ある投稿は見つかりません。',
    en: 'None of the names is in a post so far.',
  },
  tooWide: {
    ja: '短い名前や一般的な語は、関係のない投稿も見つけます。下の例で確かめてください。',
    en: 'Short and common words catch posts that mean something else. Look at the examples below.',
  },
  find: { ja: '話題を絞り込む', en: 'Find topics' },
  findHint: { ja: '名前・別名', en: 'Name or alias' },
  noMatch: { ja: 'あてはまる話題はありません。', en: 'No topic matches.' },
  empty: { ja: 'まだ話題がありません', en: 'There are no topics yet' },
  emptyText: {
    ja: 'まず自社の商品かブランドを1つ追加してください。すでに取り込んだ投稿からも見つかります。',
    en: 'Begin with one product or brand of your own: it is found in the posts that are here already, too.',
  },
  removeTitle: { ja: '話題の削除', en: 'Delete topic' },
  removeText: {
    ja: (name: string) => `「${name}」を削除します。投稿は残ります。`,
    en: (name: string) => `“${name}” will be deleted. Posts stay.`,
  },
})
