import type { ErrorCode } from '#vocabulary/index.ts'

/** The one table from codes to exit codes: 2 what was asked is wrong, 3 the machine does not let us, 1 a fault. */
export const EXIT_CODE_OF: Record<ErrorCode, number> = {
  'bad-input': 2,
  'not-found': 2,
  conflict: 2,
  'too-large': 2,
  'already-set-up': 2,
  'not-signed-in': 2,
  forbidden: 2,
  'too-busy': 3,
  'not-ready': 3,
  'port-taken': 3,
  'folder-not-writable': 3,
  'folder-held': 3,
  'database-unreachable': 3,
  'database-not-startable': 3,
  'database-too-old': 3,
  'wrong-node': 3,
  fault: 1,
}
