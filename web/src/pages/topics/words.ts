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
  actions: { ja: '操作', en: 'Actions' },
  searching: { ja: '過去の投稿を検索中', en: 'Older posts are being searched' },
  empty: { ja: 'まだ話題がありません', en: 'There are no topics yet' },
  removeTitle: { ja: '話題の削除', en: 'Delete topic' },
  removeText: {
    ja: (name: string) => `「${name}」を削除します。投稿は残ります。`,
    en: (name: string) => `“${name}” will be deleted. Posts stay.`,
  },
})
