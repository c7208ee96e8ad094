interface Item {
  id: string
}

interface ListPage<T extends Item> {
  items: T[]
  next: string | null
}

/** Pages of a list as they were fetched, one after another. */
export interface ListedPages<T extends Item> {
  pages: ListPage<T>[]
  pageParams: unknown[]
}

/**
 * What of the newest page the list does not show yet. What lies behind the end of a list that goes on
 * is nothing new: its next page brings it.
 */
export function freshIn<T extends Item>(listed: ListedPages<T>, newest: ListPage<T>): T[] {
  const known = idsOf(listed)
  const end = listed.pages.at(-1)?.next == null ? '' : lastOf(listed)
  return newest.items.filter(({ id }) => !known.has(id) && id > end)
}

/**
 * The list after the newest page was fetched: what was edited as it is now, what was deleted gone,
 * and, unless somebody is reading, what is new at its place. What `stays` is kept though the newest
 * page no longer has it: its reader has just corrected it, and wants to see that.
 */
export function keepUp<T extends Item>(
  listed: ListedPages<T>,
  newest: ListPage<T>,
  isReading: boolean,
  stays: (id: string) => boolean = () => false,
): ListedPages<T> {
  return isReading ? mend(listed, newest, stays) : bringIn(listed, newest, stays)
}

/**
 * Brings the newest page into the list: what is new at its place by id (ids sort by time), the rest
 * mended. Where nothing of the list is among the newest there may be more between them: the list
 * then begins again with the newest page.
 */
export function bringIn<T extends Item>(
  listed: ListedPages<T>,
  newest: ListPage<T>,
  stays: (id: string) => boolean = () => false,
): ListedPages<T> {
  const known = idsOf(listed)
  const isApart = newest.next !== null && newest.items.every(({ id }) => !known.has(id))
  if (newest.items.length === 0 && isApart) return listed
  if (isApart || listed.pages.length === 0) return { pages: [newest], pageParams: [null] }
  const fresh = freshIn(listed, newest)
  const ends = listed.pages.map(({ items }) => items.at(-1)?.id)
  const pageOf = (id: string) => {
    const at = ends.findIndex((end) => end !== undefined && end < id)
    return at === -1 ? ends.length - 1 : at
  }
  const mended = mend(listed, newest, stays)
  const pages = mended.pages.map((page, i) => ({
    ...page,
    items: [...page.items, ...fresh.filter(({ id }) => pageOf(id) === i)].sort((a, b) =>
      a.id < b.id ? 1 : -1,
    ),
  }))
  return { ...mended, pages }
}

/** What the newest page says of the posts that are listed: edited ones anew, deleted ones gone. */
function mend<T extends Item>(
  listed: ListedPages<T>,
  newest: ListPage<T>,
  stays: (id: string) => boolean,
): ListedPages<T> {
  const now = new Map(newest.items.map((item) => [item.id, item]))
  const last = newest.items.at(-1)?.id
  // Up to its last post the page is complete, and altogether where no other follows.
  const isGone = ({ id }: T) =>
    !now.has(id) && !stays(id) && (newest.next === null || (last !== undefined && id > last))
  const pages = listed.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => (isGone(item) ? [] : [now.get(item.id) ?? item])),
  }))
  return { ...listed, pages }
}

function idsOf<T extends Item>({ pages }: ListedPages<T>): Set<string> {
  return new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)))
}

function lastOf<T extends Item>({ pages }: ListedPages<T>): string {
  return pages.findLast(({ items }) => items.length > 0)?.items.at(-1)?.id ?? ''
}
