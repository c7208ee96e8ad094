import { readFileSync } from 'node:fs'

export const weights = (path: string) => readFileSync(path)
