import type { InterfaceLanguage } from '#vocabulary/index.ts'
import type { Command } from './command.ts'

/** What `enishi help` prints. */
export function helpText(commands: readonly Command[], language: InterfaceLanguage): string {
  const intro = {
    en: 'Enishi listens to where people talk, and understands who says what.\n\nCommands:',
    ja: 'Enishi は、人々が語り合う場所に耳を傾け、誰が何を語っているかを理解します。\n\nコマンド:',
  }
  const lines = commands.flatMap(({ usage, summary }) => [
    `  enishi ${usage}`,
    `      ${summary[language]}`,
  ])
  return [intro[language], ...lines].join('\n')
}
