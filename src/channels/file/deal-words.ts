import type { DealState } from '#vocabulary/index.ts'

/** What lists call a deal that is over, or still open, folded. */
const WORDS: Record<DealState, string> = {
  won: '受注 受注済 受注済み 成約 成約済 成約済み 商談成立 獲得 契約済 契約済み 成立 won closedwon 成立完了 完了受注 クローズ受注',
  lost: '失注 失注済 失注済み 不成立 見送り 中止 取り下げ 敗退 不成立完了 クローズ失注 lost closedlost abandoned cancelled canceled',
  open: '進行中 商談中 継続中 対応中 検討中 オープン open inprogress ongoing active',
}

const STATE_OF = new Map(
  Object.entries(WORDS).flatMap(([state, words]) =>
    words.split(' ').map((word) => [word, state as DealState] as const),
  ),
)

/** Whether a cell says that a deal is won, lost or open; undefined where it says neither. */
export function dealStateNamed(cell: string): DealState | undefined {
  const folded = cell.normalize('NFKC').toLowerCase()
  return STATE_OF.get(folded.replace(/[\s_・.()-]+/g, ''))
}
