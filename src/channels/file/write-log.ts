import type {
  ExportedActivity,
  ExportedHandle,
  ExportedTombstone,
  JsonObject,
} from '#listen/index.ts'
import { writeHandle } from './handle.ts'
import { writeActivity } from './write-activity.ts'

/** An account as lines of `activities`: its profile, and its end where it has one. */
export function writeProfileLines({ handle, isDeleted }: ExportedHandle): string {
  const written = writeHandle(handle)
  const profile = line({ type: 'Person', ...written, kind: handle.kind ?? 'unknown' })
  if (!isDeleted) return profile
  return profile + line({ type: 'Delete', actor: written, object: written })
}

/** An activity as lines of `activities`: what is left of it, and its end where it has one. */
export function writeActivityLines({ activity, isDeleted }: ExportedActivity): string {
  const written = line(writeActivity(activity))
  if (!isDeleted) return written
  const { platform, externalKey } = activity
  return written + writeTombstoneLine({ platform, externalKey })
}

/** The end of something whose beginning never came, or is forgotten. */
export function writeTombstoneLine({ platform, externalKey }: ExportedTombstone): string {
  return line({ type: 'Tombstone', platform, id: externalKey })
}

function line(object: JsonObject): string {
  return `${JSON.stringify(object)}\n`
}
