export { bringBackCandidates, decideCandidate } from './decide-candidate.ts'
export { createPeopleCount, type PeopleCount } from './local-judge.ts'
export { matchAccounts, matchDue } from './match-accounts.ts'
export { noteWhoWrote } from './note-due.ts'
export {
  getCandidate,
  listCandidates,
  readReviewStanding,
} from './read-candidates.ts'
