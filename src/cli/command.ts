import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { AllowRule } from '#outside/allow-list.ts'
import type { Chance } from '#store/accounts.ts'
import { EnishiError, type InterfaceLanguage, type Words } from '#vocabulary/index.ts'

/** The parts that one process may play. */
export const PROCESS_ROLES = ['web', 'listen', 'work'] as const
export type ProcessRole = (typeof PROCESS_ROLES)[number]

/** The configuration of a process: what environment and flags come to. */
export interface Settings {
  port: number
  host: string
  /** The data folder. */
  data: string
  databaseUrl?: string
  natsUrl?: string
  secretKey?: string
  /** The address that people use, behind a proxy. */
  publicUrl?: string
  roles: ProcessRole[]
  /** Hosts and address ranges that may be called although they aren't public. */
  allowHosts?: AllowRule[]
  /** How many daily backups are kept; 0: none is made. */
  backupsKept: number
  /** Slug, where there are several workspaces. */
  workspace?: string
}

/** Flags that stand over the environment. */
export interface Flags {
  port?: string | undefined
  data?: string | undefined
  role?: string | undefined
  workspace?: string | undefined
}

/** What a command has around it; tests give their own. */
export interface Surroundings {
  /** Environment and flags as a typed configuration; throws `bad-input`. */
  settings(flags: Flags): Settings
  language: InterfaceLanguage
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean }
  /** Writes a line to standard output: results. */
  out(line: string): void
  /** Writes a line to standard error: progress and refusals. */
  err(line: string): void
  chance: Chance
}

/** One command of `enishi`. `run` answers the exit code; it throws EnishiError to refuse. */
export interface Command {
  name: string
  /** How it is called, without the program's name. */
  usage: string
  summary: Words
  run(args: string[], surroundings: Surroundings): Promise<number>
}

/** Options that every command on data takes. */
export const DATA_OPTIONS = {
  data: { type: 'string' },
  workspace: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>

/** Reads a command's arguments; an unknown option or a missing value is `bad-input` with the usage. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  command: Pick<Command, 'usage'>,
): Parsed<Options> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw badUsage((cause as Error).message, command, cause)
  }
}

/** The value of an option that must be given. */
export function required(
  value: string | undefined,
  option: string,
  command: Pick<Command, 'usage'>,
): string {
  if (value !== undefined && value.trim() !== '') return value
  throw badUsage(`--${option} is missing`, command)
}

/** The value of an option that must be one of a list. */
export function oneOf<Value extends string>(
  value: string,
  among: readonly Value[],
  option: string,
  command: Pick<Command, 'usage'>,
): Value {
  const found = among.find((one) => one === value)
  if (found !== undefined) return found
  throw badUsage(`--${option} must be one of ${among.join(', ')}`, command)
}

export function badUsage(
  detail: string,
  { usage }: Pick<Command, 'usage'>,
  cause?: unknown,
): EnishiError {
  const words = {
    en: `${detail}\nUsage: enishi ${usage}`,
    ja: `${detail}\n使い方: enishi ${usage}`,
  }
  return new EnishiError('bad-input', words, {}, cause)
}

/** The first line of standard input: a password. */
export async function readPassword(surroundings: Surroundings): Promise<string> {
  const { stdin, language, err } = surroundings
  if (stdin.isTTY === true) err({ en: 'Password:', ja: 'パスワード:' }[language])
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stdin) {
    text += decoder.decode(chunk, { stream: true })
    if (text.includes('\n') || text.length > 10_000) break
  }
  return text.split(/\r?\n/)[0] ?? ''
}
