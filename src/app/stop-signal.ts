const EXIT_AT_ONCE = 130

/**
 * Resolves at the first SIGINT or SIGTERM. A second one ends the process on the spot; the embedded
 * database is then left for the next start, which adopts it.
 */
export function untilToldToStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(EXIT_AT_ONCE)
    isStopping = true
    resolve()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return promise
}
