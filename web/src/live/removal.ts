const going = new Set<unknown>()

/**
 * Takes away what a page is about and leaves that page. The stream tells of the removal before the page is
 * left; meanwhile nothing of it is asked for again, since the answer could only be that it is not there.
 */
export async function takeAway(id: string, leave: () => Promise<void>): Promise<void> {
  going.add(id)
  try {
    await leave()
  } finally {
    going.delete(id)
  }
}

/** Whether a query asks for something that is being taken away. */
export function isGoing(queryKey: readonly unknown[]): boolean {
  return queryKey.some((part) => {
    const { params = {}, query = {} } = (part ?? {}) as { params?: object; query?: object }
    return [...Object.values(params), ...Object.values(query)].some((value) => going.has(value))
  })
}
