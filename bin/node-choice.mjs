/**
 * Which Node runs Enishi, and what to say when none can. Plain JavaScript on
 * built-ins only: this is read by the old Node that must find the new one.
 */

/** TypeScript is run as it stands, types stripped: that needs this major version. */
export const NODE_MAJOR_MIN = 24

/** The major number of `v24.21.0` or `24.21.0`; 0 when the text is no version. */
export function majorOf(version) {
  const found = /^v?(\d+)\./.exec(version ?? '')
  return found === null ? 0 : Number(found[1])
}

/**
 * Decides, without looking at the machine: stay in this process, start the pinned
 * Node, or give up. `pinned.version` is what that binary answered to `--version`,
 * null when it does not run here (another C library).
 */
export function chooseNode({ version, pinned }) {
  if (majorOf(version) >= NODE_MAJOR_MIN) return { kind: 'here' }
  if (pinned !== null && majorOf(pinned.version) >= NODE_MAJOR_MIN) {
    return { kind: 'pinned', path: pinned.path }
  }
  return { kind: 'none' }
}

/** Where the pinned Node of this platform would stand, best first. */
export function pinnedPaths(root, platform, arch) {
  return [
    `${root}/node_modules/node-${platform}-${arch}/bin/node`,
    `${root}/node_modules/.bin/node`,
  ]
}

/** What to say when no Node is new enough, in both languages. */
export function wrongNodeWords(version, platform, arch) {
  return {
    en: `Enishi needs Node ${NODE_MAJOR_MIN} or later; this is Node ${version} on ${platform}-${arch}, for which no pinned Node could be used.
The way out: install Node ${NODE_MAJOR_MIN} from https://nodejs.org/ (or "nvm install ${NODE_MAJOR_MIN}"), then run the same command again.`,
    ja: `縁 (Enishi) には Node ${NODE_MAJOR_MIN} 以降が必要です。いまの Node は ${version} (${platform}-${arch}) で、同梱の Node もこの環境では使えません。
対処: https://nodejs.org/ から Node ${NODE_MAJOR_MIN} を入れ (または「nvm install ${NODE_MAJOR_MIN}」)、同じコマンドをもう一度実行してください。`,
  }
}

/** What to say when the packages are not there yet. */
export const NOT_INSTALLED_WORDS = {
  en: 'The packages of Enishi are not installed yet.\nThe way out: run "npm start", or "bin/setup" to install only.',
  ja: '縁 (Enishi) のパッケージがまだ入っていません。\n対処: 「npm start」を実行してください。インストールだけなら「bin/setup」です。',
}

/** The user's language, from the locale variables in the order that POSIX gives them. */
export function languageOf(env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return locale.startsWith('ja') ? 'ja' : 'en'
}
