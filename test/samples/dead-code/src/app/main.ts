import { alive } from '../store/rows.ts'

export const main = (): number => alive()
