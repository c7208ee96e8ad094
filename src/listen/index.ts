export * from './html-text.ts'
export * from './input-format.ts'
