import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { World } from '../world.ts'
import { activityLines, outcomeRows, peopleRows } from './lines.ts'
import { summarise } from './summary.ts'

/** What `enishi simulate` writes into its folder. */
export const WORLD_FILES = [
  'activities.jsonl',
  'outcomes.csv',
  'people.csv',
  'topics.json',
  'truth.json',
  'truth.jsonl',
] as const

/** Writes the world's files into the folder, over those that are there. Answers the summary of the truth. */
export async function writeWorld(
  world: World,
  folder: string,
): Promise<ReturnType<typeof summarise>> {
  const summary = summarise(world)
  await mkdir(folder, { recursive: true })
  await writeText(join(folder, 'activities.jsonl'), ended(activityLines(world)))
  await writeText(join(folder, 'outcomes.csv'), outcomeRows(world))
  await writeText(join(folder, 'people.csv'), peopleRows(world))
  await writeFile(join(folder, 'topics.json'), `${JSON.stringify(world.topics, null, 2)}\n`)
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(summary, null, 2)}\n`)
  await writeText(join(folder, 'truth.jsonl'), ended(jsonLines(world.truth)))
  return summary
}

function* jsonLines(values: Iterable<unknown>): Generator<string, void, undefined> {
  for (const value of values) yield JSON.stringify(value)
}

function* ended(lines: Iterable<string>): Generator<string, void, undefined> {
  for (const line of lines) yield `${line}\n`
}

/** Piece by piece, waiting wherever the disk is slower. */
async function writeText(path: string, pieces: Iterable<string>): Promise<void> {
  const file = createWriteStream(path)
  const done = finished(file)
  for (const piece of pieces) {
    if (!file.write(piece)) await Promise.race([once(file, 'drain'), done])
  }
  file.end()
  await done
}
