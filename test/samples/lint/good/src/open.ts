export const open = (name: string): string => `open ${name}`
