/** Codes of PostgreSQL for transactions that may simply be tried again. */
const RETRIED = new Set(['40001', '40P01'])
const TRIES_MAX = 5

/** Does a transaction, and again where the database says that two stood in each other's way. */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      if (tries >= TRIES_MAX || !RETRIED.has(code)) throw error
    }
  }
}
