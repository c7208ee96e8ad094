/**
 * A real PDS on loopback, from the package in the folder that is named (no package of the product's):
 *   node test/live/pds-process.mjs FOLDER @atproto/dev-env
 * Says its address in one line of JSON; ends when its standard input does.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder = '.', name = ''] = process.argv.slice(2)
const require = createRequire(join(folder, 'package.json'))
const { TestNetworkNoAppView } = await import(pathToFileURL(require.resolve(name)).href)
const network = await TestNetworkNoAppView.create({ plc: {}, pds: {} })
const { url } = network.pds
process.stdout.write(`${JSON.stringify({ url, admin: network.pds.adminAuth() })}\n`)
process.stdin.resume()
process.stdin.on('end', async () => {
  await network.close()
  // better-sqlite3 trips over its own end when the process exits in order; nothing here is kept.
  process.kill(process.pid, 'SIGKILL')
})
