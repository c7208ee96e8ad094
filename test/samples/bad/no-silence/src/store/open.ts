// @ts-expect-error
export const open: string = 1
