/** The zones that the browser knows, with UTC, which its list may leave out. */
export function timeZones(own: string): string[] {
  return [...new Set([own, 'Asia/Tokyo', 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}
