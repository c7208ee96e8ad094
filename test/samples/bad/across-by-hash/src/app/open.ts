import { open } from '../store/open.ts'

export const start = open
