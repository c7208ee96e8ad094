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

/** What of the newest page the list does not show yet. */
export function freshIn<T extends Item>(listed: ListedPages<T>, newest: ListPage<T>): T[] {
  const known = new Set(listed.pages.flatMap(({ items }) => items.map(({ id }) => id)))
  return newest.items.filter(({ id }) => !known.has(id))
}

/**
 * Brings the newest page into the list: what is new at its place by id (ids sort by time), what was
 * changed anew. Where nothing of the list is among the newest there may be more between them: the
 * list then begins again with the newest page.
 */
export function bringIn<T extends Item>(
  listed: ListedPages<T>,
  newest: ListPage<T>,
): ListedPages<T> {
  const fresh = freshIn(listed, newest)
  const isApart = fresh.length === newest.items.length && newest.next !== null
  if (isApart || listed.pages.length === 0) return { pages: [newest], pageParams: [null] }
  const changed = new Map(newest.items.map((item) => [item.id, item]))
  const ends = listed.pages.map(({ items }) => items.at(-1)?.id ?? '')
  const pageOf = (id: string) => {
    const at = ends.findIndex((end) => end < id)
    return at === -1 ? ends.length - 1 : at
  }
  const pages = listed.pages.map((page, i) => ({
    ...page,
    items: [
      ...page.items.map((item) => changed.get(item.id) ?? item),
      ...fresh.filter(({ id }) => pageOf(id) === i),
    ].sort((a, b) => (a.id < b.id ? 1 : -1)),
  }))
  return { ...listed, pages }
}
