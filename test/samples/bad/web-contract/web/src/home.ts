import { listen } from '#http/contract/listen.ts'
import type { Row } from '#store/rows.ts'

export const home = (row: Row) => listen(row)
