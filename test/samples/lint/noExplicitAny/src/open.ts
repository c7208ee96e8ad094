export const open = (value: any): string => `open ${value}`
