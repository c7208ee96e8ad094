import type { InfluenceItem } from '../../terms.ts'

type Rated = Pick<InfluenceItem, 'credit' | 'touches' | 'enough'>

/** Credit per thousand touches, so that those who speak more are not held to move more. */
export function perThousand({ credit, touches }: Rated): number {
  return touches === 0 ? 0 : (1_000 * credit) / touches
}

/** How dark a cell is beside the others of its outcome: 0 (nothing, or not enough evidence) to 3. */
export function heatOf(row: Rated, column: readonly Rated[]): 0 | 1 | 2 | 3 {
  if (!row.enough || row.credit <= 0) return 0
  const largest = Math.max(...column.filter(({ enough }) => enough).map(perThousand))
  const part = perThousand(row) / largest
  if (part > 0.75) return 3
  return part > 0.4 ? 2 : 1
}
