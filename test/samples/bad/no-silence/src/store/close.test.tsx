// @ts-ignore
export const close: string = 1
