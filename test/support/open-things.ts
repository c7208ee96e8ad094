/** What a test file opened by support modules and nobody has closed yet, in the order of opening. */
const open: Closable[] = []

interface Closable {
  close(): unknown
}

/**
 * Closes this when the tests of the file are through; answers it. A support module may not say so by
 * an `afterAll` of its own: files that share a process evaluate it once, so the hook would be the
 * first file's alone and what later files open would stay open.
 */
export function closeAfterFile<T extends Closable>(thing: T): T {
  open.push(thing)
  return thing
}

/** Closes all, what was opened last first; throws the first failure once all have been tried. */
export async function closeOpenThings(): Promise<void> {
  const failures: unknown[] = []
  for (let thing = open.pop(); thing !== undefined; thing = open.pop()) {
    try {
      await thing.close()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
