import type { ColumnType } from 'kysely'

/** Written as a Date or ISO text, read as a Date. */
export type Time = ColumnType<Date, Date | string, Date | string>
export type DefaultTime = ColumnType<Date, Date | string | undefined, Date | string>
