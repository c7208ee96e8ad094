import { BodyTooLarge } from './limited-body.ts'
import { OutsideError, type OutsideFault } from './outside-fault.ts'
import type { OutsideFailure } from './ports.ts'

const TLS_CODE =
  /^(?:ERR_TLS|ERR_SSL|CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|EPROTO)/
const HTTP_CODE = /^(?:HPE_|UND_ERR_(?:RESPONSE|INFO|NOT_SUPPORTED|INVALID))/
const CODES: Readonly<Record<string, OutsideFailure>> = {
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_CONNECT_TIMEOUT: 'timed-out',
  UND_ERR_HEADERS_TIMEOUT: 'timed-out',
  UND_ERR_BODY_TIMEOUT: 'timed-out',
  ETIMEDOUT: 'timed-out',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'cut-off',
  Z_BUF_ERROR: 'cut-off',
  Z_DATA_ERROR: 'bad-encoding',
}

/** What a thrown error means, by its code; `isReading` once the head has been answered. */
export function failureOf(error: unknown, url: string, isReading: boolean): OutsideFault {
  if (error instanceof OutsideError) return error.failure
  if (error instanceof BodyTooLarge) return { code: 'too-large', url, detail: error.message }
  const name = codeOf(error)
  if (name === undefined) throw error
  return { code: meaningOf(name, isReading), url, detail: name }
}

function meaningOf(name: string, isReading: boolean): OutsideFailure {
  const known = CODES[name]
  if (known !== undefined) return known
  if (TLS_CODE.test(name)) return 'tls'
  if (HTTP_CODE.test(name)) return 'bad-answer'
  // Brotli names its faults one by one: ERR__ERROR_FORMAT_….
  if (name.startsWith('ERR__')) return 'bad-encoding'
  return isReading ? 'cut-off' : 'not-reached'
}

/** The code of the error, or that of what caused it. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'HTTPParserError') return 'HPE_INVALID'
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return codeOf(error.cause)
}
