/** How a workspace writes names and numbers. */
export const NAME_ORDERS = ['family-first', 'given-first'] as const
export type NameOrder = (typeof NAME_ORDERS)[number]

/** `grouped`: 12,345,678; `myriad`: 1,234万5,678. */
export const NUMBER_STYLES = ['grouped', 'myriad'] as const
export type NumberStyle = (typeof NUMBER_STYLES)[number]
