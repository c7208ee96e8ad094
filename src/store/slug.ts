const SLUG_CHARS_MAX = 40

/**
 * The name as it stands in addresses: its ASCII letters and digits, joined by hyphens. A name
 * without any (a Japanese one has no spelling that could be guessed) becomes `workspace-<suffix>`.
 */
export function slugOf(name: string, suffix: string): string {
  const parts =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const slug = parts.join('-').slice(0, SLUG_CHARS_MAX).replace(/-+$/, '')
  return slug === '' ? `workspace-${suffix}` : slug
}
