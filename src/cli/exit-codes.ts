import type { ErrorCode } from '#vocabulary/index.ts'

/** The one table from codes to exit codes: 2 what was asked is wrong; 1 it could not be done, for a fault of ours or of the machine. */
export const EXIT_CODE_OF: Record<ErrorCode, number> = {
  'bad-input': 2,
  'not-found': 2,
  conflict: 2,
  'too-large': 2,
  'already-set-up': 2,
  'not-signed-in': 2,
  'bad-signature': 2,
  forbidden: 2,
  'too-busy': 1,
  'not-ready': 1,
  'port-taken': 1,
  'folder-not-writable': 1,
  'folder-held': 1,
  'database-unreachable': 1,
  'database-not-startable': 1,
  'database-too-old': 1,
  'wrong-node': 1,
  fault: 1,
}
