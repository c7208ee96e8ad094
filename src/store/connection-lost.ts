import { EnishiError } from '#vocabulary/index.ts'

/** SQLSTATE classes and codes by which a server says goodbye (PostgreSQL manual, appendix A). */
const SERVER_CODES = /^(?:08...|57P0[123])$/
const SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

/**
 * Whether the work failed because the database went away under it (killed, restarted, unplugged).
 * What was committed is safe, what was not is as if it never began: it may simply be done again.
 */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof EnishiError) return error.code === 'database-unreachable'
  if (!(error instanceof Error)) return false
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (SERVER_CODES.test(code) || SYSTEM_CODES.has(code)) return true
  return /connection terminated|client has encountered a connection error|not queryable/i.test(
    error.message,
  )
}
