export const poll = (url: string) => globalThis.fetch(url)
export const again = (url: string) => fetch(url)
export const socket = (url: string) => new WebSocket(url)
