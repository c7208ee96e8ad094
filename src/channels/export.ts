import {
  type ExportPage,
  exportActivities,
  exportHandles,
  exportTombstones,
} from '#listen/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import { nameMembers } from '#store/members.ts'
import { type ExportedPerson, exportPeople } from '#understand/index.ts'
import { encodeCp932 } from './file/encode-cp932.ts'
import {
  OUTCOMES_HEADER,
  PEOPLE_HEADER,
  writeOutcomeRow,
  writePerson,
  writeRow,
} from './file/write-lists.ts'
import { writeActivityLines, writeProfileLines, writeTombstoneLine } from './file/write-log.ts'

/** What can be exported; each is read again by the import of the same name. */
export const EXPORTS = ['activities', 'people-csv', 'outcomes-csv'] as const
export type ExportName = (typeof EXPORTS)[number]

export const EXPORT_FILES: Record<ExportName, string> = {
  activities: 'activities.jsonl',
  'people-csv': 'people.csv',
  'outcomes-csv': 'outcomes.csv',
}

export const CSV_ENCODINGS = ['utf-8', 'cp932'] as const
export type CsvEncoding = (typeof CSV_ENCODINGS)[number]

/** The text of an export of one workspace, a page of the log at a time. */
export function exportText(
  door: Door,
  workspaceId: string,
  name: ExportName,
): AsyncGenerator<string, void, undefined> {
  const pages = <Item>(
    read: (tx: Transaction, after: string | null) => Promise<ExportPage<Item>>,
  ) => allPages((after) => door.inWorkspace(workspaceId, (tx) => read(tx, after), 'background'))
  switch (name) {
    case 'activities':
      return activityLines(pages)
    case 'people-csv':
      return peopleRows(door, workspaceId, pages(exportPeople))
    case 'outcomes-csv':
      return rowsOf(OUTCOMES_HEADER, pages(exportActivities), writeOutcomeRow)
  }
}

type Pages = <Item>(
  read: (tx: Transaction, after: string | null) => Promise<ExportPage<Item>>,
) => AsyncGenerator<Item[], void, undefined>

/** Accounts first, so that activities need only name them; then the log; then what stays out. */
async function* activityLines(pages: Pages): AsyncGenerator<string, void, undefined> {
  for await (const items of pages(exportHandles)) yield items.map(writeProfileLines).join('')
  for await (const items of pages(exportActivities)) yield items.map(writeActivityLines).join('')
  for await (const items of pages(exportTombstones)) yield items.map(writeTombstoneLine).join('')
}

/** The accounts are another door: owners are named behind it. */
async function* peopleRows(
  door: Door,
  workspaceId: string,
  pages: AsyncGenerator<ExportedPerson[], void, undefined>,
): AsyncGenerator<string, void, undefined> {
  yield writeRow(PEOPLE_HEADER)
  for await (const people of pages) {
    const owners = people.flatMap(({ ownerId, secondOwnerId }) => [ownerId, secondOwnerId])
    const ids = [...new Set(owners.filter((id) => id !== null))]
    const names = ids.length === 0 ? new Map() : await nameMembers(door, workspaceId, ids)
    yield people.map((person) => writePerson(person, names)).join('')
  }
}

async function* rowsOf<Item>(
  header: readonly string[],
  pages: AsyncGenerator<Item[], void, undefined>,
  write: (item: Item) => string,
): AsyncGenerator<string, void, undefined> {
  yield writeRow(header)
  for await (const items of pages) yield items.map(write).join('')
}

async function* allPages<Item>(
  read: (after: string | null) => Promise<ExportPage<Item>>,
): AsyncGenerator<Item[], void, undefined> {
  for (let after: string | null = null; ; ) {
    const page: ExportPage<Item> = await read(after)
    yield page.items
    if (page.next === null) return
    after = page.next
  }
}

const BOM = '\uFEFF'

/**
 * The bytes of an export: activities in UTF-8; tables in UTF-8 with byte order mark, which
 * spreadsheets in Japan need, or in CP932. What CP932 lacks is counted by `onLost` and becomes ?.
 */
export async function* exportBytes(
  text: AsyncIterable<string>,
  name: ExportName,
  encoding: CsvEncoding = 'utf-8',
  onLost: (count: number) => void = ignoreLost,
): AsyncGenerator<Uint8Array, void, undefined> {
  const isTable = name !== 'activities'
  if (isTable && encoding === 'utf-8') yield Buffer.from(BOM)
  for await (const part of text) {
    if (part === '') continue
    if (!isTable || encoding === 'utf-8') {
      yield Buffer.from(part)
      continue
    }
    const { bytes, lost } = encodeCp932(part)
    if (lost > 0) onLost(lost)
    yield bytes
  }
}

function ignoreLost(): void {
  // A download has nowhere to say it.
}
