/**
 * As many events as asked for from recorded ones: each repetition has keys of its own (and its
 * reactions are to its own posts), times go on a tenth of a millisecond an event.
 */
export function repeatEvents(recorded: readonly string[], count: number): string[] {
  const startUs = Number(JSON.parse(recorded[0] ?? '').time_us)
  return Array.from({ length: count }, (_, i) => {
    const turn = Math.floor(i / recorded.length)
    const line = recorded[i % recorded.length] ?? ''
    return line
      .replace(/"time_us":\d+/, `"time_us":${startUs + i * 100}`)
      .replace(/"rkey":"/, `"rkey":"t${turn}`)
      .replace(/(\/app\.bsky\.feed\.(?:post|like|repost)\/)/g, `$1t${turn}`)
  })
}
