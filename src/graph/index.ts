export * from './baseline.ts'
