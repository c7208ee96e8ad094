export { hear } from './hear.ts'
