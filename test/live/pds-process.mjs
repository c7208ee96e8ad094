/**
 * A real PDS on loopback, from the packages in the folder that is named:
 *   node test/live/pds-process.mjs FOLDER
 * Says its address in one line of JSON; ends when its standard input does.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = process.argv[2] ?? '.'
const require = createRequire(join(folder, 'package.json'))
const { TestNetworkNoAppView } = await import(
  pathToFileURL(require.resolve('@atproto/dev-env')).href
)
const network = await TestNetworkNoAppView.create({ plc: {}, pds: {} })
const { url } = network.pds
process.stdout.write(`${JSON.stringify({ url, admin: network.pds.adminAuth() })}\n`)
process.stdin.resume()
process.stdin.on('end', async () => {
  await network.close()
  process.exit(0)
})
