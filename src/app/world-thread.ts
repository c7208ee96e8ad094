import { parentPort, workerData } from 'node:worker_threads'
import { simulateWorld, type WorldWish, writeWorld } from '#simulation/index.ts'

/** The thread that grows a world and writes its files: seconds of work that requests must not wait for. */
const { wish, folder } = workerData as { wish: WorldWish; folder: string }
await writeWorld(simulateWorld(wish), folder)
parentPort?.postMessage('written')
