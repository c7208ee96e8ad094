import type { RelationKind } from '#vocabulary/index.ts'

/** What lists call the relations, folded; among them the lifecycle stages of HubSpot. */
const WORDS: Record<RelationKind, string> = {
  customer:
    '顧客 既存顧客 既存客 お客様 お客さま 会員 契約者 契約中 購入者 customer customers client clients user member',
  prospect:
    '顧客候補 見込み客 見込客 見込み顧客 見込顧客 見込み リード 潜在顧客 新規 prospect prospects lead leads opportunity marketingqualifiedlead salesqualifiedlead mql sql subscriber',
  advocate:
    '支持者 推奨者 ファン アンバサダー 応援者 advocate advocates promoter evangelist ambassador fan',
  'decision-maker':
    '意思決定者 決裁者 決定者 キーマン decisionmaker decisionmakers economicbuyer buyer',
  partner:
    'パートナー企業 パートナー 協力会社 代理店 販売店 仕入先 取引先 partner partners reseller agency vendor supplier',
  competitor: '競合企業 競合 競合他社 競争相手 competitor competitors rival',
  employee: '社員 従業員 自社社員 自社 スタッフ 職員 employee employees staff colleague',
  media:
    'メディア 記者 報道 報道関係者 マスコミ 編集者 プレス media press journalist reporter editor',
  peer: '仲間 同業 同業者 知人 友人 peer peers friend acquaintance',
  stakeholder:
    '関係者 利害関係者 ステークホルダー 株主 投資家 その他関係者 stakeholder stakeholders investor shareholder',
}

/** What parts several relations in a cell, once or more. */
export const RELATION_SEPARATORS = /[;,、・/|\n]+/

const KIND_OF = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as RelationKind] as const),
  ),
)

/** The words of a cell that names relations, parted by signs, each with what it names; undefined for none. */
export function relationWords(cell: string): (RelationKind | undefined)[] {
  const words = cell.normalize('NFKC').toLowerCase().split(RELATION_SEPARATORS)
  const said = words.map((word) => word.replace(/[\s_-]+/g, '')).filter((word) => word !== '')
  return said.map((word) => KIND_OF.get(word))
}
