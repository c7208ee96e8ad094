export const open = (value: unknown) => (value as any).open
