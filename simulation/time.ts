import type { Chance } from '#vocabulary/index.ts'
import { pickWeighted } from './chance/draws.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** How much people say in each hour of their day, against the mean: lunch, and most in the evening. */
const HOURS = normalised([
  ...[0.5, 0.25, 0.12, 0.08, 0.08, 0.2, 0.55, 1.0, 1.2, 1.0, 0.95, 1.0],
  ...[1.6, 1.2, 0.9, 0.95, 1.0, 1.1, 1.3, 1.5, 1.8, 2.0, 1.8, 1.1],
])
/** Organisations keep office hours. */
const OFFICE_HOURS = normalised([
  ...[0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.05, 0.3, 1, 3, 3, 2.5],
  ...[1.5, 2, 2.5, 2.5, 2.2, 1.8, 0.8, 0.3, 0.1, 0.05, 0.02, 0.01],
])
/** Sunday to Saturday. */
const WEEKDAYS = normalised([1.28, 0.9, 0.88, 0.9, 0.92, 1.0, 1.2])
const OFFICE_WEEKDAYS = normalised([0.12, 1.2, 1.3, 1.3, 1.3, 1.25, 0.15])

function normalised(weights: number[]): number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return weights.map((weight) => weight / mean)
}

/** The seasonal factor of an instant where the clock is so many hours ahead of UTC; its mean over a week is 1. */
export function rhythmAt(atMs: number, utcOffsetHours: number): number {
  const localMs = atMs + utcOffsetHours * HOUR_MS
  return (HOURS[hourOf(localMs)] ?? 1) * (WEEKDAYS[weekdayOf(localMs)] ?? 1)
}

/** How busy the day is that holds this instant; its mean over a week is 1. */
export function weekdayFactor(atMs: number, utcOffsetHours: number, isOffice: boolean): number {
  const weekday = weekdayOf(atMs + utcOffsetHours * HOUR_MS)
  return (isOffice ? OFFICE_WEEKDAYS : WEEKDAYS)[weekday] ?? 1
}

/** An instant of the local day that begins at or before `dayMs`, by the rhythm of its hours. */
export function momentOfDay(
  chance: Chance,
  dayMs: number,
  utcOffsetHours: number,
  isOffice: boolean,
): number {
  const hours = isOffice ? OFFICE_HOURS : HOURS
  const hour = pickWeighted(
    chance,
    hours.map((weight, at) => [at, weight] as const),
  )
  // The world's days begin at midnight in Japan: elsewhere the same local hour comes later.
  const localMidnight = dayMs + (WORLD_OFFSET_HOURS - utcOffsetHours) * HOUR_MS
  return Math.floor(localMidnight + (hour + chance()) * HOUR_MS)
}

/** The clock of the company. */
export const WORLD_OFFSET_HOURS = 9

function hourOf(localMs: number): number {
  return Math.floor((((localMs % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS)
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(localMs: number): number {
  return (((Math.floor(localMs / DAY_MS) + 4) % 7) + 7) % 7
}
