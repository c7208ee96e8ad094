import { request } from 'undici'

export const poll = (url: string) => request(url)
