import { randomFillSync } from 'node:crypto'
import type { Surroundings } from '#cli/command.ts'
import { EXIT_CODE_OF } from '#cli/exit-codes.ts'
import { helpText } from '#cli/help.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { COMMANDS } from './commands.ts'
import { readSettings, terminalLanguage } from './config.ts'

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
    const all = await Promise.all(Object.values(COMMANDS).map((load) => load()))
    surroundings.out(helpText(all, surroundings.language))
    return 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) throw unknownCommand(name)
  const command = await load()
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
  const known = Object.keys(COMMANDS).join(', ')
  return new EnishiError('bad-input', {
    en: `There is no command ${name}. There are: ${known}. See: enishi help`,
    ja: `コマンド ${name} はありません。使えるのは ${known} です。enishi help を参照してください。`,
  })
}
