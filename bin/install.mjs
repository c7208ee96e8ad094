/**
 * Installing the packages when, and only when, they are missing or out of date.
 * Plain JavaScript on built-ins only, for Node 20 and later.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPinnedNode } from './run-child.mjs'

/** Holds the hash of the lock file that node_modules was installed from. */
export const STAMP = '.enishi-installed'

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** Whether `npm install` has to run. A linked node_modules belongs to whoever made the link. */
export function isInstallNeeded(root) {
  const modules = join(root, 'node_modules')
  if (!existsSync(modules)) return true
  if (lstatSync(modules).isSymbolicLink()) return false
  const stamp = join(modules, STAMP)
  if (!existsSync(stamp)) return true
  return readFileSync(stamp, 'utf8').trim() !== lockHash(root)
}

/** How npm was started, so that the same npm installs; its own Node, not the pinned one being replaced. */
function npmCommand(env) {
  const script = env.npm_execpath
  if (script?.endsWith('npm-cli.js') && existsSync(script)) return [process.execPath, [script]]
  return ['npm', []]
}

// The development packages build the page that is served, so NODE_ENV must not leave them out.
// The lock file is read and never written: a start must not change the clone.
// Warnings are about the old Node that installs, not about the one that will run.
const INSTALL = [
  'install',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-save',
  '--include=dev',
  '--include=optional',
  '--loglevel=error',
]

/** Runs npm, showing what it says; answers with its exit code and its words. */
function runNpm(root, env) {
  const [command, first] = npmCommand(env)
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...INSTALL], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      process.stderr.write(text)
      said = (said + text).slice(-20_000)
    })
    child.once('error', (error) => resolve({ code: 127, said: `spawn ${error.code}` }))
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

const CAUSES = [
  {
    sign: /spawn ENOENT/,
    en: 'npm was not found.\nThe way out: install Node.js with npm from https://nodejs.org/ and try again.',
    ja: 'npm が見つかりません。\n対処: https://nodejs.org/ から npm 付きの Node.js を入れて、やり直してください。',
  },
  {
    sign: /ENOSPC|no space left/i,
    en: 'The disk is full: the packages need about 900 MB.\nThe way out: free some space, then run the same command again.',
    ja: 'ディスクの空きがありません。パッケージには約 900 MB 必要です。\n対処: 空きを作り、同じコマンドをもう一度実行してください。',
  },
  {
    sign: /EACCES|EPERM|EROFS/,
    en: 'npm may not write here.\nThe way out: run as the owner of this folder, or make the folder and ~/.npm writable for you.',
    ja: 'このフォルダーに書き込めません。\n対処: フォルダーの所有者で実行するか、このフォルダーと ~/.npm に書き込めるようにしてください。',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/i,
    en: 'The package registry cannot be reached.\nThe way out: check the network; behind a proxy set "npm config set proxy http://HOST:PORT"; with a mirror "npm config set registry URL". Then run the same command again.',
    ja: 'パッケージの取得先に接続できません。\n対処: ネットワークを確かめてください。プロキシ経由なら「npm config set proxy http://ホスト:ポート」、ミラーなら「npm config set registry URL」を設定し、同じコマンドをもう一度実行してください。',
  },
]

/** What went wrong with npm and the way out, in both languages. Pure. */
export function installRefusal(code, said) {
  const cause = CAUSES.find(({ sign }) => sign.test(said))
  const head = {
    en: `The packages could not be installed (npm ended with ${code}).`,
    ja: `パッケージをインストールできませんでした (npm の終了コード ${code})。`,
  }
  if (cause !== undefined) return { en: `${head.en}\n${cause.en}`, ja: `${head.ja}\n${cause.ja}` }
  return {
    en: `${head.en}\nWhat npm said stands above. The way out: remove node_modules and run the same command again.`,
    ja: `${head.ja}\n上に npm の出力があります。対処: node_modules を消し、同じコマンドをもう一度実行してください。`,
  }
}

/** A pinned Node for another C library installs but does not run; left in place it would hide the system's. */
function dropUnusableNode(root) {
  const pinned = findPinnedNode(root)
  if (pinned === null || pinned.version !== null) return
  rmSync(join(root, 'node_modules', '.bin', 'node'), { force: true })
  process.stderr.write(
    "The pinned Node does not run on this system; the system's own is used. 同梱の Node はこの環境で動かないため、システムの Node を使います。\n",
  )
}

/** Installs what is missing. Null when all is well, else the words of refusal. */
export async function installMissing(root, env = process.env) {
  if (!isInstallNeeded(root)) return null
  process.stderr.write(
    'Installing packages (once) … パッケージをインストールしています (初回のみ) …\n',
  )
  const startedMs = Date.now()
  const { code, said } = await runNpm(root, env)
  if (code !== 0) return installRefusal(code, said)
  writeFileSync(join(root, 'node_modules', STAMP), `${lockHash(root)}\n`)
  dropUnusableNode(root)
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
  process.stderr.write(`Installed in ${seconds} s. インストール完了 (${seconds} 秒)。\n`)
  return null
}
