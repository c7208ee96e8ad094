import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Settings, Surroundings } from '#cli/command.ts'
import { databaseOf } from '#cli/with-database.ts'
import { EventHub } from '#http/event-hub.ts'
import { joinHandlers } from '#http/handlers.ts'
import { liveLines } from '#http/live-lines.ts'
import { Metrics } from '#http/metrics.ts'
import { isLoopback } from '#http/origin.ts'
import { buildServer } from '#http/server.ts'
import { SetupToken } from '#http/setup-token.ts'
import { openSignIn } from '#http/sign-in.ts'
import { stepLines } from '#http/step-lines.ts'
import { dropOldUploads, type Listening, type Understanding } from '#listen/index.ts'
import { createOutside } from '#outside/outside.ts'
import type { Outside } from '#outside/ports.ts'
import { hasWorkspace } from '#store/accounts.ts'
import { type Bell, openBell } from '#store/bell.ts'
import { type Database, ensureWritable, openDatabase } from '#store/database.ts'
import { type FolderLock, noteInLock, takeLock } from '#store/embedded/folder-lock.ts'
import { endLeases, type Job } from '#store/jobs.ts'
import { createSeal, type Seal } from '#store/seal.ts'
import { readSecretKey } from '#store/secret-key.ts'
import type { LiveFigures } from '#stream/live-listening.ts'
import { type BaseReader, checkLinks, deltasOf, type ExplainMove } from '#understand/index.ts'
import { EnishiError, type Words } from '#vocabulary/index.ts'
import { backUpDaily } from './back-up.ts'
import { collectVotes } from './collect-votes.ts'
import { creditOutcomes } from './credit-outcomes.ts'
import { watchDatabase } from './database-watch.ts'
import { followEvents } from './follow-events.ts'
import { followRules } from './follow-rules.ts'
import { goRound } from './go-round.ts'
import { followPictures } from './hash-pictures.ts'
import { addressOf, listen } from './listen.ts'
import { composeListening } from './listening.ts'
import { type LiveRunning, listenInThread } from './live.ts'
import { composeLiveTools } from './live-tools.ts'
import { matchPeople } from './match-people.ts'
import { describeBase } from './readers.ts'
import { seeEngagementsAsTheyCome } from './see-engagements.ts'
import { sendWebhooks } from './send-webhooks.ts'
import { untilToldToStop } from './stop-signal.ts'
import { understandInThread } from './understand-in-thread.ts'
import { ensureWebBuilt } from './web-build.ts'
import { workOffJobs } from './work.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const REQUESTS_FINISH_MS_MAX = 10_000

/** Runs the server on its data folder until a signal comes; answers the exit code. */
export async function serve(settings: Settings, surroundings: Surroundings): Promise<number> {
  const say = (words: Words) => surroundings.err(words[surroundings.language])
  ensureWritable(settings.data)
  const stop = untilToldToStop()
  const lock = holdFolder(settings)
  try {
    const database = await openDatabase(databaseOf(settings))
    const watch = watchDatabase(database, say)
    try {
      await ensureWebBuilt(ROOT, say)
      await serveUntil(stop, { settings, surroundings, database, say })
    } finally {
      await watch.end()
      await database.close()
    }
  } finally {
    lock.release()
  }
  say({ en: 'Stopped.', ja: '停止しました。' })
  return 0
}

interface Running {
  settings: Settings
  surroundings: Surroundings
  database: Database
  say: (words: Words) => void
}

async function serveUntil(stop: Promise<void>, running: Running): Promise<void> {
  const { settings, surroundings, database, say } = running
  const setup = new SetupToken(surroundings.chance.random)
  const { door } = database
  const reading = understandInThread(deltasOf(door))
  const base = describeBase()
  const { random } = surroundings.chance
  const secret = readSecretKey(settings, random)
  const secrets = { secret, seal: createSeal(secret, random) }
  const listening = composeListening(database.door, reading)
  const outside = createOutside({ allow: settings.allowHosts, now: surroundings.chance.now })
  const bell = await openBell(database.connection)
  let server: FastifyInstance | undefined
  let working: ReturnType<typeof startWork> | undefined
  let live: LiveRunning | undefined
  try {
    const parts = {
      setup,
      bell,
      listening,
      reading,
      outside,
      base,
      ...secrets,
      figures: () => live?.figures(),
    }
    server = await compose(running, parts)
    // Alone on the embedded database: whoever held a lease is dead.
    if (database.kind === 'embedded') await endLeases(database.door)
    await dropOldUploads(settings.data, surroundings.chance.now())
    working = startWork(running, { bell, listening, base, outside, ...secrets })
    live = startListening(running, listening)
    const port = await listen(server, settings)
    const address = addressOf(settings, port)
    noteInLock(lockFile(settings), address)
    await greet(address, setup, database, say)
    warnOfPlainText(settings, say)
    await stop
    say({
      en: 'Stopping: finishing running requests ...',
      ja: '停止します。実行中の処理を終えています…',
    })
  } finally {
    if (server !== undefined) await closeInTime(server)
    await live?.stop()
    await working?.stop()
    await bell.close()
    await Promise.all([reading.close(), outside.close()])
  }
}

type WorkWants = Pick<ServerWants, 'bell' | 'listening' | 'base' | 'outside' | 'seal' | 'secret'>

/** The jobs of this process, where it has the role. */
function startWork(
  { settings, surroundings, database }: Running,
  { bell, listening, base, outside, seal, secret }: WorkWants,
) {
  const controller = new AbortController()
  const { door, connection } = database
  const onFailure = (job: Job, error: Error) =>
    surroundings.err(JSON.stringify({ job: job.kind, id: job.id, error: error.message }))
  const onTrouble = (error: Error) => surroundings.err(JSON.stringify({ error: error.message }))
  const { chance } = surroundings
  const watched = { meter: listening.meter, onFailure, onTrouble, chance }
  const parts = { door, connection, bell, base, dataFolder: settings.data, ...watched }
  const isWorker = settings.roles.includes('work')
  const log = (line: Record<string, unknown>) => surroundings.err(JSON.stringify(line))
  const following = { door, bell, chance: surroundings.chance, log }
  const ended = isWorker
    ? Promise.all([
        workOffJobs(parts, controller.signal),
        followEvents(following, controller.signal),
        followRules(following, controller.signal),
        matchPeople(following, controller.signal),
        creditOutcomes(following, controller.signal),
        seeEngagementsAsTheyCome(following, controller.signal),
        collectVotes({ door, outside, seal, ...chance, log }, controller.signal),
        followPictures({ door, outside, now: chance.now, log }, controller.signal),
        goRound(
          {
            ...{ door, log, at: 'links' },
            work: (id) => checkLinks({ door, outside, now: chance.now }, id, controller.signal),
          },
          controller.signal,
        ),
        sendWebhooks({ ...following, outside, seal }, controller.signal),
        backUpDaily(
          {
            ...{ door, connection, chance, log, secret },
            ...{ dataFolder: settings.data, kept: settings.backupsKept },
          },
          controller.signal,
        ),
      ])
    : Promise.resolve()
  return {
    stop: async () => {
      controller.abort()
      await ended
    },
  }
}

/** Live listening, where this process has the role; in a thread of its own. */
function startListening(
  { settings, surroundings, database, say }: Running,
  { meter }: Listening,
): LiveRunning | undefined {
  if (!settings.roles.includes('listen')) return undefined
  const { connection } = database
  const { data: dataFolder, allowHosts } = settings
  const work = { connection, dataFolder, ...(allowHosts === undefined ? {} : { allowHosts }) }
  const log = (line: Record<string, unknown>) => surroundings.err(JSON.stringify(line))
  return listenInThread(work, { meter, say, log })
}

interface ServerWants {
  setup: SetupToken
  bell: Bell
  listening: Listening
  reading: Understanding & { explainMove: ExplainMove }
  base: BaseReader
  outside: Outside
  /** Signs cookies; what is sealed with it opens only here. */
  secret: string
  seal: Seal
  figures: () => LiveFigures | undefined
}

async function compose(
  { settings, surroundings, database }: Running,
  { setup, bell, listening, reading, base, outside, secret, seal, figures }: ServerWants,
): Promise<FastifyInstance> {
  const { chance, err } = surroundings
  const { publicUrl } = settings
  const site = publicUrl === undefined ? {} : { publicUrl }
  const log = (line: Record<string, unknown>) =>
    err(JSON.stringify({ at: chance.now().toISOString(), ...line }))
  const hub = new EventHub({ door: database.door, bell, now: chance.now, log })
  try {
    return await buildServer({
      context: {
        door: database.door,
        dataFolder: settings.data,
        listening,
        hub,
        understanding: reading,
        explainMove: reading.explainMove,
        base,
        seal,
        liveTools: composeLiveTools(outside),
        ...chance,
      },
      handlers: joinHandlers({ setup }),
      signIn: openSignIn(database.door, { secret, ...site }),
      metrics: new Metrics([
        () => stepLines(listening.meter),
        () => liveLines(figures()),
        () => hub.lines(),
      ]),
      site: { host: settings.host, ...site },
      isForWatchersOnly: !settings.roles.includes('web'),
      webFolder: join(ROOT, 'web', 'dist'),
      log,
    })
  } catch (error) {
    // No server closes it then, and it would keep the process.
    await hub.close()
    throw error
  }
}

async function greet(
  address: string,
  setup: SetupToken,
  { door }: Database,
  say: (words: Words) => void,
): Promise<void> {
  const seconds = (performance.now() / 1000).toFixed(1)
  say({
    en: `Enishi is at ${address} (ready after ${seconds} s)`,
    ja: `Enishi が起動しました: ${address}（起動まで ${seconds} 秒）`,
  })
  if (await hasWorkspace(door)) return
  const link = `${address}/setup?token=${setup.text}`
  say({
    en: `Open this one-time link to make the first workspace:\n  ${link}`,
    ja: `次の一回限りのリンクを開いて、最初のワークスペースを作ってください:\n  ${link}`,
  })
}

function warnOfPlainText({ host, publicUrl }: Settings, say: (words: Words) => void): void {
  if (isLoopback(host) || publicUrl?.startsWith('https:') === true) return
  say({
    en: `Warning: HOST is ${host}, so passwords cross the network unencrypted. Put a TLS proxy in front and set ENISHI_URL to its https address.`,
    ja: `警告: HOST が ${host} のため、パスワードが暗号化されずにネットワークを流れます。TLS プロキシを前に置き、その https の URL を ENISHI_URL に設定してください。`,
  })
}

/** Lets running requests finish, but not for ever. */
async function closeInTime(server: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), REQUESTS_FINISH_MS_MAX)
  await server.close()
  clearTimeout(timer)
}

function lockFile({ data }: Settings): string {
  return join(data, 'serve.lock')
}

function holdFolder(settings: Settings): FolderLock {
  const lock = takeLock(lockFile(settings), addressOf(settings, settings.port))
  if ('release' in lock) return lock
  const { pid, note } = lock
  throw new EnishiError('folder-held', {
    en: `Enishi already runs on the data folder ${settings.data}: process ${pid}, ${note}. Use that one, stop it, or give another folder with --data DIR.`,
    ja: `データフォルダー ${settings.data} では Enishi がすでに動いています（プロセス ${pid}、${note}）。そちらを使うか、停止するか、--data DIR で別のフォルダーを指定してください。`,
  })
}
