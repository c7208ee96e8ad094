/**
 * The zones that the browser knows, with UTC and the own one, which its list may leave out. The
 * order does not depend on what is chosen: a list that is reordered under an open form would show,
 * and then save, another zone than the member picked.
 */
export function timeZones(own: string): string[] {
  return [...new Set(['Asia/Tokyo', 'UTC', ...Intl.supportedValuesOf('timeZone'), own])]
}
