export { readBriefing } from './read-briefing.ts'
