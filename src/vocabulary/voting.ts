/** Why a language model gave no usable answer. The set is closed; pages have words for each. */
export const VOTE_FAILURES = [
  /** 401 or 403. */
  'unauthorised',
  /** 404, 405 or a redirect: the address is not that of the interface. */
  'wrong-address',
  /** 429. */
  'too-many-requests',
  /** Any other status from 400 on: the model, or this request, is not accepted. */
  'refused',
  'server-fault',
  'timed-out',
  'not-reached',
  /** The guard does not let this address be called. */
  'address-refused',
  /** Something that is no JSON of the agreed form. */
  'nonsense',
  /** The stored key was sealed with another secret. */
  'key-unreadable',
] as const
export type VoteFailure = (typeof VOTE_FAILURES)[number]
