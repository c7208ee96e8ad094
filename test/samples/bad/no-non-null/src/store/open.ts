export const first = (values: string[]) => values[0]!.length
