import pg from 'pg'

const BIGINT = 20
const DATE = 1082

/**
 * How columns become values: bigint as a number (counts and minor units stay far below 2^53), a
 * date as its ISO text (a day has no time zone), everything else as `pg` does it.
 */
export const readColumn: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') => {
    if (id === BIGINT) return Number
    if (id === DATE) return String
    return pg.types.getTypeParser(id, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}
