import { HAN_VARIANTS } from './data/han-variants.ts'

let folds: Map<string, string> | undefined

function readFolds(): Map<string, string> {
  const table = new Map<string, string>()
  const rootOf = (one: string) => table.get(one) ?? one
  for (const group of HAN_VARIANTS.trim().split(/\s+/)) {
    const members = [...group]
    const root = rootOf(members.find((one) => table.has(one)) ?? members[0] ?? '')
    for (const member of members) if (member !== root) table.set(member, root)
  }
  return table
}

const KANA_BETWEEN = /[ヶケヵゖゕけノ之]/

/**
 * Names with 旧字体, 異体字 and simplified or traditional characters in one form (齋藤 and 斉藤 are
 * 斎藤, 髙﨑 is 高崎), 々 repeated, ヶ and ノ between characters as ケ's and の's kana. For comparing
 * only: the form is nothing to show.
 */
export function foldHan(text: string): string {
  folds ??= readFolds()
  let folded = ''
  let last = ''
  for (const character of text) {
    const one = character === '々' ? last : (folds.get(character) ?? character)
    folded += one
    last = one
  }
  if (!KANA_BETWEEN.test(folded)) return folded
  return folded
    .replace(/(?<=\p{Script=Han})[ヶケヵゖゕけ](?=\p{Script=Han})/gu, 'ゖ')
    .replace(/(?<=\p{Script=Han})[ノ之](?=\p{Script=Han})/gu, 'の')
}
