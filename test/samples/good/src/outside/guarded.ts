import { connect } from 'node:net'
import { request } from 'undici'

export const call = (url: string) => [connect(80), request(url), fetch(url)]
