import { resolve } from 'node:path'
import { type Flags, PROCESS_ROLES, type ProcessRole, type Settings } from '#cli/command.ts'
import { type AllowRule, parseAllowList } from '#outside/allow-list.ts'
import { EnishiError, type InterfaceLanguage } from '#vocabulary/index.ts'

type Environment = Record<string, string | undefined>

const SECRET_CHARS_MIN = 32

/** What environment and flags come to; flags stand over the environment. Throws `bad-input` by name. */
export function readSettings(environment: Environment, flags: Flags): Settings {
  const get = (name: string) => environment[name]?.trim() || undefined
  const databaseUrl = read(get('DATABASE_URL'), 'DATABASE_URL', readDatabaseUrl)
  const natsUrl = get('NATS_URL')
  const secretKey = read(get('ENISHI_SECRET_KEY'), 'ENISHI_SECRET_KEY', readSecret)
  const publicUrl = read(get('ENISHI_URL'), 'ENISHI_URL', readPublicUrl)
  const allowHosts = read(get('ENISHI_ALLOW_HOSTS'), 'ENISHI_ALLOW_HOSTS', readAllowHosts)
  const portName = flags.port === undefined ? 'PORT' : '--port'
  return {
    port: read(flags.port ?? get('PORT'), portName, readPort) ?? 3000,
    host: get('HOST') ?? '127.0.0.1',
    data: resolve(flags.data ?? get('ENISHI_DATA') ?? './data'),
    roles: read(flags.role, '--role', readRoles) ?? [...PROCESS_ROLES],
    backupsKept: read(get('ENISHI_BACKUPS'), 'ENISHI_BACKUPS', readBackups) ?? BACKUPS_KEPT,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(natsUrl === undefined ? {} : { natsUrl }),
    ...(secretKey === undefined ? {} : { secretKey }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(allowHosts === undefined ? {} : { allowHosts }),
    ...(flags.workspace === undefined ? {} : { workspace: flags.workspace }),
  }
}

/** The language of the terminal, by POSIX: LC_ALL, else LC_MESSAGES, else LANG. */
export function terminalLanguage(environment: Environment): InterfaceLanguage {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.startsWith('ja') ? 'ja' : 'en'
}

function read<T>(
  text: string | undefined,
  name: string,
  parse: (text: string, name: string) => T,
): T | undefined {
  return text === undefined ? undefined : parse(text, name)
}

function readPort(text: string, name: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw badSetting(name, text, 'a number from 0 to 65535', '0〜65535 の数値')
}

/** A week of days. */
const BACKUPS_KEPT = 7

function readBackups(text: string, name: string): number {
  const kept = Number(text)
  if (/^\d+$/.test(text) && kept <= 1000) return kept
  throw badSetting(name, text, 'a number from 0 (none) to 1000', '0(作らない)〜1000 の数値')
}

function readDatabaseUrl(text: string, name: string): string {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text
  // The URL holds a password: it is not repeated.
  throw badSetting(
    name,
    '…',
    'postgres://USER@HOST/DATABASE',
    'postgres://ユーザー@ホスト/データベース',
  )
}

function readSecret(text: string, name: string): string {
  if (text.length >= SECRET_CHARS_MIN) return text
  const en = `at least ${SECRET_CHARS_MIN} random characters (openssl rand -base64 32)`
  throw badSetting(name, '…', en, `${SECRET_CHARS_MIN}文字以上の乱数（openssl rand -base64 32）`)
}

function readPublicUrl(text: string, name: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return new URL(text).origin
  throw badSetting(name, text, 'https://enishi.example.com', 'https://enishi.example.com の形')
}

function readAllowHosts(text: string, name: string): AllowRule[] {
  const parsed = parseAllowList(text)
  if ('rules' in parsed) return parsed.rules
  const example = 'feeds.internal, 10.0.0.5:8080, 192.168.0.0/16'
  const ja = `ホスト、ホスト:ポート、アドレス範囲(CIDR)をコンマで区切った形(例: ${example})`
  const en = `hosts, host:port or CIDR ranges, separated by commas, such as ${example}`
  throw badSetting(name, parsed.fault, en, ja)
}

function readRoles(text: string, name: string): ProcessRole[] {
  const roles = text.split(',').map((part) => PROCESS_ROLES.find((role) => role === part.trim()))
  const known = roles.filter((role) => role !== undefined)
  if (known.length === roles.length) return known
  const list = PROCESS_ROLES.join(',')
  throw badSetting(name, text, `one or more of ${list}`, `${list} のうち一つ以上`)
}

function badSetting(name: string, text: string, en: string, ja: string): EnishiError {
  const words = {
    en: `${name} is "${text}"; it must be ${en}.`,
    ja: `${name} の値「${text}」は使えません。${ja}を指定してください。`,
  }
  return new EnishiError('bad-input', words)
}
