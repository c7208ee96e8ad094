import { together } from './fragment.ts'
import type { Phrasebook, Tones } from './phrasebook.ts'
import { GOOD_CLAIMS_JA } from './phrasebook-ja-claims.ts'
import { BAD_CLAIMS_JA } from './phrasebook-ja-claims-bad.ts'
import { CODAS_JA_1 } from './phrasebook-ja-codas.ts'
import { CODAS_JA_2 } from './phrasebook-ja-codas-2.ts'
import { COMMUNITIES_JA_1 } from './phrasebook-ja-communities.ts'
import { COMMUNITIES_JA_2 } from './phrasebook-ja-communities-2.ts'
import { MORE_COMMUNITIES_JA } from './phrasebook-ja-communities-3.ts'
import { ASK_JA, COMPARE_JA, DISCOVER_JA, INTEND_JA } from './phrasebook-ja-curious.ts'
import { DAILY_JA, REACTIONS_JA } from './phrasebook-ja-daily.ts'
import { MORE_DAILY_JA } from './phrasebook-ja-daily-2.ts'
import { DIGRESSIONS_JA } from './phrasebook-ja-digressions.ts'
import { ANSWER_FOR_JA, DELIGHT_JA, RECOMMEND_JA, RENEW_JA } from './phrasebook-ja-glad.ts'
import { ANNOUNCE_JA, REPORT_JA, STAFF_ANSWER_JA } from './phrasebook-ja-office.ts'
import { OPENERS_JA_1 } from './phrasebook-ja-openers.ts'
import { OPENERS_JA_2 } from './phrasebook-ja-openers-2.ts'
import { QUESTIONS_JA } from './phrasebook-ja-questions.ts'
import { REACTIONS_TO_JA } from './phrasebook-ja-reactions.ts'
import { BAD_SHELLS_JA, GOOD_SHELLS_JA } from './phrasebook-ja-shells.ts'
import {
  ANSWER_AGAINST_JA,
  COMPLAIN_JA,
  LEAVE_JA,
  SO_SO_JA,
  SUPPORT_JA,
  WARN_JA,
} from './phrasebook-ja-sour.ts'
import { COMMUNITIES, type Community } from './text-request.ts'

const FIRST = { ...COMMUNITIES_JA_1, ...COMMUNITIES_JA_2 }
const COMMUNITY_TALK = Object.fromEntries(
  COMMUNITIES.map((community): [Community, Tones] => [
    community,
    together(FIRST[community], MORE_COMMUNITIES_JA[community]),
  ]),
) as Record<Community, Tones>

/** Everything that is said in Japanese. */
export const PHRASEBOOK_JA: Phrasebook = {
  kernels: {
    discover: DISCOVER_JA,
    ask: ASK_JA,
    compare: COMPARE_JA,
    intend: INTEND_JA,
    recommend: RECOMMEND_JA,
    warn: WARN_JA,
    delight: DELIGHT_JA,
    'so-so': SO_SO_JA,
    complain: COMPLAIN_JA,
    support: SUPPORT_JA,
    renew: RENEW_JA,
    leave: LEAVE_JA,
    'answer-for': ANSWER_FOR_JA,
    'answer-against': ANSWER_AGAINST_JA,
  },
  shells: { good: GOOD_SHELLS_JA, bad: BAD_SHELLS_JA },
  claims: { ...GOOD_CLAIMS_JA, ...BAD_CLAIMS_JA },
  questions: QUESTIONS_JA,
  openers: { ...OPENERS_JA_1, ...OPENERS_JA_2 },
  codas: { ...CODAS_JA_1, ...CODAS_JA_2 },
  daily: together(DAILY_JA, MORE_DAILY_JA),
  communities: COMMUNITY_TALK,
  reactions: REACTIONS_JA,
  reactionsTo: REACTIONS_TO_JA,
  digressions: DIGRESSIONS_JA,
  announce: ANNOUNCE_JA,
  report: REPORT_JA,
  staffAnswer: STAFF_ANSWER_JA,
  hashtags: {
    'home-coffee': ['#おうちコーヒー', '#コーヒーのある暮らし', '#今日の一杯'],
    tea: ['#お茶の時間', '#日本茶', '#茶'],
    camping: ['#キャンプ', '#焚き火', '#外ごはん'],
    parents: ['#育児', '#子どものいる暮らし', '#今日の我が家'],
    'office-workers': ['#会社員の日常', '#仕事の合間', '#昼休み'],
    students: ['#大学生', '#下宿生活', '#春から'],
    cooking: ['#台所', '#今日のごはん', '#おうちごはん'],
    gadgets: ['#ガジェット', '#デスク周り', '#家電'],
    running: ['#ランニング', '#朝ラン', '#走る人とつながりたい'],
    'small-shops': ['#個人店', '#商店街', '#店主の日常'],
    interior: ['#暮らし', '#インテリア', '#部屋'],
    games: ['#ゲーム', '#ゲーマー', '#積みゲー'],
  },
  emoji: {
    daily: ['🙂', '☁️', '🍵', '🌿', '🐈', '😌', '🌙', '🍃'],
    noticing: ['👀', '💭', '🤔', '✨', '🙂'],
    curious: ['🤔', '👀', '🙏', '💭', '🔍', '🙋'],
    eager: ['🎉', '💸', '📦', '🙌', '😆', '✌️'],
    glad: ['😊', '✨', '☕', '🥰', '👏', '💯', '🙌'],
    sour: ['😢', '😤', '💧', '😮‍💨', '🙄', '😭'],
    help: ['🙏', '😢', '🆘', '😥', '💦'],
    flat: ['😐', '🙂', '🤷', '🫖'],
    answer: ['🙂', '🙏', '☕', '🤔', '🙋'],
  },
  borrows: { slang: 'casual', wordy: 'polite' },
}
