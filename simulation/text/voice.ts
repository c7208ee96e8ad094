import {
  type Chance,
  type Community,
  REGISTERS,
  type Register,
  type Voice,
} from './text-request.ts'

/** How many of a hundred people of a community write how, in the order of REGISTERS. */
const SHARES: Readonly<Record<Community, readonly number[]>> = {
  'home-coffee': [26, 28, 13, 8, 13, 12],
  tea: [36, 22, 12, 4, 12, 14],
  camping: [18, 32, 18, 10, 14, 8],
  parents: [26, 34, 16, 8, 8, 8],
  'office-workers': [28, 30, 12, 10, 14, 6],
  students: [8, 34, 14, 32, 10, 2],
  cooking: [32, 28, 14, 4, 10, 12],
  gadgets: [16, 26, 8, 22, 14, 14],
  running: [22, 32, 14, 10, 16, 6],
  'small-shops': [40, 20, 18, 2, 10, 10],
  interior: [30, 30, 8, 6, 16, 10],
  games: [6, 28, 12, 38, 12, 4],
}

/** A voice for life of a member of a community. */
export function makeVoice(community: Community, language: 'ja' | 'en', chance: Chance): Voice {
  return {
    language,
    register: drawRegister(SHARES[community], chance()),
    habits: {
      emoji: chance(),
      laughter: chance(),
      punctuation: chance(),
      hashtags: chance(),
      length: chance(),
    },
    community,
  }
}

function drawRegister(shares: readonly number[], draw: number): Register {
  let rest = draw * shares.reduce((sum, share) => sum + share, 0)
  for (const [i, register] of REGISTERS.entries()) {
    rest -= shares[i] ?? 0
    if (rest < 0) return register
  }
  return 'casual'
}
