export { countVoices } from './count-voices.ts'
export { areCopiesDue } from './due-copies.ts'
export { groupCopiesOf } from './group-copies.ts'
export { countVoicesIn, readTopicVoices, readVoices } from './read-voices.ts'
