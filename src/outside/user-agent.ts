import { readFileSync } from 'node:fs'

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string }

/** The name that robots.txt knows us by. */
export const ROBOT_NAME = 'Enishi'

/** How every outgoing request introduces itself. */
export const USER_AGENT = `${ROBOT_NAME}/${version} (self-hosted social relationship management)`
