/** An address from outside, if it is one that may be opened: http or https, nothing else. */
export function safeUrl(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  return ['http:', 'https:'].includes(parsed.protocol) ? parsed.href : undefined
}
