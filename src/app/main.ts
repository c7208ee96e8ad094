import { randomFillSync } from 'node:crypto'
import type { Command, Surroundings } from '#cli/command.ts'
import { doctorCommand } from '#cli/doctor.ts'
import { EXIT_CODE_OF } from '#cli/exit-codes.ts'
import { exportCommand } from '#cli/export.ts'
import { helpText } from '#cli/help.ts'
import { importCommand } from '#cli/import.ts'
import { initCommand } from '#cli/init.ts'
import { keyCommand } from '#cli/key.ts'
import { memberCommand } from '#cli/member.ts'
import { readCommand } from '#cli/read.ts'
import { serveCommand } from '#cli/serve.ts'
import { simulateCommand } from '#cli/simulate.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { readSettings, terminalLanguage } from './config.ts'
import { openListeningHere } from './listening.ts'
import { serve } from './serve.ts'

/** Every command of `enishi`, in the order in which help lists them. */
const COMMANDS: readonly Command[] = [
  serveCommand(serve),
  initCommand,
  memberCommand,
  keyCommand,
  importCommand(openListeningHere),
  simulateCommand,
  exportCommand,
  readCommand,
  doctorCommand,
]

/** Runs the command of these arguments; answers the exit code. */
export async function main(argv: string[]): Promise<number> {
  const surroundings = surroundingsOf(process)
  try {
    return await dispatch(argv, surroundings)
  } catch (error) {
    return report(error, surroundings)
  }
}

async function dispatch([name, ...args]: string[], surroundings: Surroundings): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    surroundings.out(helpText(COMMANDS, surroundings.language))
    return 0
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (command === undefined) throw unknownCommand(name)
  if (args.includes('--help') || args.includes('-h')) {
    surroundings.out(helpText([command], surroundings.language))
    return 0
  }
  return command.run(args, surroundings)
}

function surroundingsOf({ env, stdin, stdout, stderr }: NodeJS.Process): Surroundings {
  return {
    settings: (flags) => readSettings(env, flags),
    language: terminalLanguage(env),
    stdin,
    out: (line) => void stdout.write(`${line}\n`),
    err: (line) => void stderr.write(`${line}\n`),
    chance: { now: () => new Date(), random: (into) => void randomFillSync(into) },
  }
}

/** A refusal is told in words; anything else is a fault of ours and told in full. */
function report(error: unknown, { err, language }: Surroundings): number {
  if (error instanceof EnishiError) {
    err(error.in(language))
    return EXIT_CODE_OF[error.code]
  }
  const intro = { en: 'A fault of ours:', ja: 'Enishi の不具合です:' }
  err(`${intro[language]} ${error instanceof Error ? error.stack : String(error)}`)
  return EXIT_CODE_OF.fault
}

function unknownCommand(name: string): EnishiError {
  const known = COMMANDS.map((command) => command.name).join(', ')
  return new EnishiError('bad-input', {
    en: `There is no command ${name}. There are: ${known}. See: enishi help`,
    ja: `コマンド ${name} はありません。使えるのは ${known} です。enishi help を参照してください。`,
  })
}
