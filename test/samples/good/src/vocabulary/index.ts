export const LANGUAGES = ['ja', 'en'] as const
