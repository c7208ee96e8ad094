import type { PersonColumn } from '#listen/index.ts'
import type { ContactWishes, DoNotContactChannel, Refusal } from '#vocabulary/index.ts'
import { fieldOf, type NamedRow } from './table-format.ts'
import { agreedTo, closedBy, isTicked } from './wish-words.ts'

type Cells = Partial<Record<PersonColumn, string>>

/** Columns that are boxes, and by which means they close. */
const BOXES = { doNotMail: 'mail', doNotCall: 'phone' } as const

/**
 * What a row says of whether somebody may be contacted: an unticked box says nothing, so that no list opens
 * what was closed. A cell that can't be understood is noted. Pure.
 */
export function wishesOf(
  cells: Cells,
  { columns }: NamedRow,
): { wishes?: ContactWishes; notes: Refusal[] } {
  const closed = new Map<DoNotContactChannel, string>()
  const notes: Refusal[] = []
  const said = (column: PersonColumn) => `${fieldOf(columns, column)}: ${cells[column] ?? ''}`
  const unclear = (column: PersonColumn) =>
    notes.push({
      ...{ reason: 'bad-field', field: fieldOf(columns, column) },
      detail: (cells[column] ?? '').slice(0, 100),
    })
  for (const [column, channel] of Object.entries(BOXES) as ['doNotMail', 'mail'][]) {
    const ticked = cells[column] === undefined ? false : isTicked(cells[column])
    if (ticked === undefined) unclear(column)
    if (ticked === true) closed.set(channel, said(column))
  }
  const channels = cells.doNotContact === undefined ? [] : closedBy(cells.doNotContact)
  if (channels === undefined) unclear('doNotContact')
  for (const channel of channels ?? []) closed.set(channel, said('doNotContact'))
  const agreed = cells.consent === undefined ? [] : agreedTo(cells.consent)
  if (agreed === undefined) unclear('consent')
  if (closed.size === 0 && (agreed ?? []).length === 0) return { notes }
  return {
    wishes: {
      closed: [...closed].map(([channel, reason]) => ({ channel, reason })),
      agreed: (agreed ?? []).map((channel) => ({ channel, text: said('consent') })),
    },
    notes,
  }
}
