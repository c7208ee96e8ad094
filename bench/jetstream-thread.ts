import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { startJetstream } from '#test/jetstream-server.ts'
import { repeatEvents } from './repeat-events.ts'

/** A Jetstream in a thread of its own; says its address and serves until it is ended. */
const { recorded, events } = workerData as { recorded: string; events: number }
const lines = gunzipSync(readFileSync(recorded)).toString('utf8').trim().split('\n')
const server = await startJetstream(repeatEvents(lines, events))
parentPort?.postMessage(server.address)
