export const SECTIONS = ['workspace', 'members', 'fields', 'keys', 'model'] as const
export type Section = (typeof SECTIONS)[number]

export interface SettingsSearch {
  section?: Section
}

/** The section that an address names; the first without one. */
export function readSettingsSearch(search: Record<string, unknown>): SettingsSearch {
  const section = SECTIONS.find((known) => known === search.section)
  return section === undefined || section === 'workspace' ? {} : { section }
}
