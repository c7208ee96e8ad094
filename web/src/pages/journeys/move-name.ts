import { STAGE_WORDS } from '../../parts/words.ts'
import type { InterfaceLanguage, MoveKind, StageOrNone } from '../../terms.ts'
import { WORDS } from './words.ts'

export function stageName(stage: StageOrNone, language: InterfaceLanguage): string {
  return stage === 'none' ? WORDS[language].first : STAGE_WORDS[stage][language]
}

export function moveName(move: MoveKind, language: InterfaceLanguage): string {
  const [from, to] = move.split('-') as [StageOrNone, StageOrNone]
  const arrow = language === 'ja' ? '→' : ' → '
  const name = `${stageName(from, language)}${arrow}${stageName(to, language)}`
  return from === to ? `${name} (${WORDS[language].turn})` : name
}
