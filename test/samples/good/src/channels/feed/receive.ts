import { read } from '../read.ts'

export const receive = read
