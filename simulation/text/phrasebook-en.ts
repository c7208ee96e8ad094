import { together } from './fragment.ts'
import type { Phrasebook, Tones } from './phrasebook.ts'
import { GOOD_CLAIMS_EN } from './phrasebook-en-claims.ts'
import { BAD_CLAIMS_EN } from './phrasebook-en-claims-bad.ts'
import { CODAS_EN } from './phrasebook-en-codas.ts'
import { COMMUNITIES_EN_1 } from './phrasebook-en-communities.ts'
import { COMMUNITIES_EN_2 } from './phrasebook-en-communities-2.ts'
import { MORE_COMMUNITIES_EN } from './phrasebook-en-communities-3.ts'
import { ASK_EN, COMPARE_EN, DISCOVER_EN, INTEND_EN } from './phrasebook-en-curious.ts'
import { DAILY_EN, REACTIONS_EN } from './phrasebook-en-daily.ts'
import { MORE_DAILY_EN } from './phrasebook-en-daily-2.ts'
import { DIGRESSIONS_EN } from './phrasebook-en-digressions.ts'
import { ANSWER_FOR_EN, DELIGHT_EN, RECOMMEND_EN, RENEW_EN } from './phrasebook-en-glad.ts'
import { ANNOUNCE_EN, REPORT_EN, STAFF_ANSWER_EN } from './phrasebook-en-office.ts'
import { OPENERS_EN_1 } from './phrasebook-en-openers.ts'
import { OPENERS_EN_2 } from './phrasebook-en-openers-2.ts'
import { QUESTIONS_EN } from './phrasebook-en-questions.ts'
import { REACTIONS_TO_EN } from './phrasebook-en-reactions.ts'
import { BAD_SHELLS_EN, GOOD_SHELLS_EN } from './phrasebook-en-shells.ts'
import {
  ANSWER_AGAINST_EN,
  COMPLAIN_EN,
  LEAVE_EN,
  SO_SO_EN,
  SUPPORT_EN,
  WARN_EN,
} from './phrasebook-en-sour.ts'
import { COMMUNITIES, type Community } from './text-request.ts'

const FIRST = { ...COMMUNITIES_EN_1, ...COMMUNITIES_EN_2 }
const COMMUNITY_TALK = Object.fromEntries(
  COMMUNITIES.map((community): [Community, Tones] => [
    community,
    together(FIRST[community], MORE_COMMUNITIES_EN[community]),
  ]),
) as Record<Community, Tones>

/** Everything that is said in English. */
export const PHRASEBOOK_EN: Phrasebook = {
  kernels: {
    discover: DISCOVER_EN,
    ask: ASK_EN,
    compare: COMPARE_EN,
    intend: INTEND_EN,
    recommend: RECOMMEND_EN,
    warn: WARN_EN,
    delight: DELIGHT_EN,
    'so-so': SO_SO_EN,
    complain: COMPLAIN_EN,
    support: SUPPORT_EN,
    renew: RENEW_EN,
    leave: LEAVE_EN,
    'answer-for': ANSWER_FOR_EN,
    'answer-against': ANSWER_AGAINST_EN,
  },
  shells: { good: GOOD_SHELLS_EN, bad: BAD_SHELLS_EN },
  claims: { ...GOOD_CLAIMS_EN, ...BAD_CLAIMS_EN },
  questions: QUESTIONS_EN,
  openers: { ...OPENERS_EN_1, ...OPENERS_EN_2 },
  codas: CODAS_EN,
  daily: together(DAILY_EN, MORE_DAILY_EN),
  communities: COMMUNITY_TALK,
  reactions: REACTIONS_EN,
  reactionsTo: REACTIONS_TO_EN,
  digressions: DIGRESSIONS_EN,
  announce: ANNOUNCE_EN,
  report: REPORT_EN,
  staffAnswer: STAFF_ANSWER_EN,
  hashtags: {
    'home-coffee': ['#homebarista', '#coffeeathome', '#firstcup'],
    tea: ['#teatime', '#tea', '#looseleaf'],
    camping: ['#camping', '#campfire', '#outdoors'],
    parents: ['#parenting', '#familylife', '#nurseryrun'],
    'office-workers': ['#worklife', '#officelife', '#lunchbreak'],
    students: ['#studentlife', '#uni', '#deadlines'],
    cooking: ['#homecooking', '#kitchen', '#fromscratch'],
    gadgets: ['#gadgets', '#desksetup', '#tech'],
    running: ['#running', '#runclub', '#slowrunners'],
    'small-shops': ['#shoplocal', '#smallbusiness', '#highstreet'],
    interior: ['#interiors', '#home', '#smallspaces'],
    games: ['#gaming', '#backlog', '#onemoregame'],
  },
  emoji: {
    daily: ['🙂', '☁️', '🌿', '🐈', '😌', '🌙', '🍃', '🥱'],
    noticing: ['👀', '💭', '🤔', '✨', '🙂'],
    curious: ['🤔', '👀', '🙏', '💭', '🔍', '🙋'],
    eager: ['🎉', '💸', '📦', '🙌', '😆', '✌️'],
    glad: ['😊', '✨', '☕', '🥰', '👏', '💯', '🙌'],
    sour: ['😢', '😤', '🙄', '😮‍💨', '😭', '🫠'],
    help: ['🙏', '😢', '🆘', '😥', '😬'],
    flat: ['😐', '🙂', '🤷', '🫖'],
    answer: ['🙂', '🙏', '☕', '🤔', '🙋'],
  },
  borrows: { slang: 'casual', wordy: 'polite' },
}
