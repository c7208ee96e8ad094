import { foldText } from './fold.ts'

/** Legal forms that stand before or behind a Japanese name, as folding leaves them. */
const JAPANESE_FORMS = [
  ...['株式会社', '有限会社', '合同会社', '合資会社', '合名会社', '相互会社', '特例有限会社'],
  ...['一般社団法人', '公益社団法人', '一般財団法人', '公益財団法人', '社団法人', '財団法人'],
  ...['特定非営利活動法人', 'npo法人', '学校法人', '社会福祉法人', '宗教法人', '独立行政法人'],
  ...['国立研究開発法人', '国立大学法人', '地方独立行政法人', '医療法人社団', '医療法人財団'],
  ...['医療法人', '弁護士法人', '税理士法人', '監査法人', '農業協同組合', '協同組合'],
  ...['(株)', '(有)', '(同)', '(資)', '(名)', '(相)', '(一社)', '(公社)', '(一財)', '(公財)'],
  ...['(特非)', '(学)', '(福)', '(独)', '(医)', '(社)', '(財)', 'かぶしきがいしゃ'],
].sort((a, b) => b.length - a.length)

/** Legal forms behind names in Latin letters, without dots, each as one word. */
const LATIN_FORMS = new Set(
  `inc incorporated ltd limited llc llp lp corp corporation co company plc pllc pty pte pvt bhd sdn
  kk gk yk gmbh mbh ag kg ohg ug ek se sa sas sasu sarl spa srl bv nv vof ab asa as aps oy oyj
  spzoo doo kft zrt sro ltda kabushiki kaisha goudou godo yugen`
    .trim()
    .split(/\s+/),
)

/**
 * What makes two names of an organisation the same one: folded, without its legal form (株式会社,
 * ㈱, (株), Inc., Co., Ltd., GmbH), spaces and signs. A name that is nothing else stays whole.
 */
export function organisationKey(name: string): string {
  const folded = foldText(name).trim()
  const bare = lettersOf(withoutLatinForms(withoutJapaneseForms(folded)))
  if (bare !== '') return bare
  const letters = lettersOf(folded)
  return letters === '' ? folded : letters
}

function withoutJapaneseForms(name: string): string {
  let rest = name
  for (let before = ''; before !== rest; ) {
    before = rest
    const form = JAPANESE_FORMS.find((one) => rest.startsWith(one) || rest.endsWith(one))
    if (form === undefined || form === rest) break
    rest = (rest.startsWith(form) ? rest.slice(form.length) : rest.slice(0, -form.length)).trim()
  }
  return rest
}

/** `Co., Ltd.`, `S.p.A.`, `GmbH & Co. KG`: word after word from the end, never the first. */
function withoutLatinForms(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => word !== '')
  while (words.length > 1 && isLatinForm(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

function isLatinForm(word: string): boolean {
  const plain = word.replace(/[.()/&-]/g, '')
  return plain === '' || LATIN_FORMS.has(plain)
}

function lettersOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}\p{M}ー+#]/gu, '')
}
