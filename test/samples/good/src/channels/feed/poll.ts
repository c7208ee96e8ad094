import type { AddressInfo } from 'node:net'

export const poll = (way: { fetch(url: string): AddressInfo }) => way.fetch('x')
