/** The two languages of the interface; equals everywhere. */
export const INTERFACE_LANGUAGES = ['ja', 'en'] as const
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number]

/** A text in both languages of the interface. */
export type Words = Record<InterfaceLanguage, string>
