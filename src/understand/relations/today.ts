import type { Transaction } from '#store/door.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { dayIn } from '../day-of.ts'

/** The day that it is in the workspace's time zone, as YYYY-MM-DD. */
export async function todayIn(tx: Transaction, now: Date): Promise<string> {
  const { time_zone } = await tx
    .selectFrom('workspace')
    .select('time_zone')
    .executeTakeFirstOrThrow()
  return dayIn(time_zone)(now)
}

/** Throws `bad-input` for a day that is still to come. */
export function refuseFuture(day: string | null | undefined, today: string, field: string): void {
  if (day === null || day === undefined || day <= today) return
  throw new EnishiError(
    'bad-input',
    {
      en: 'This day is still to come. Give today or an earlier day.',
      ja: 'この日付はまだ先です。今日か、それより前の日付にしてください。',
    },
    { field },
  )
}

/** Throws `bad-input` for an end before the start. */
export function refuseBackwards(
  since: string | null | undefined,
  until: string | null | undefined,
): void {
  if (!since || !until || since <= until) return
  throw new EnishiError(
    'bad-input',
    {
      en: 'The end is before the start. Give an end on or after the start.',
      ja: '終了日が開始日より前です。開始日以降の日付にしてください。',
    },
    { field: 'until' },
  )
}
