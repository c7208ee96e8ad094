export { type Briefing, readBriefing } from './read-briefing.ts'
