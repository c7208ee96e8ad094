import { connect } from 'node:net'

export const reach = (port: number) => connect(port)
