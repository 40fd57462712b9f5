// Preloaded into a process (`node --import`): writes down, a line each, where it opens connections to and whom it looks up.

import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const note = (what, target) => appendFileSync(process.env.AFTERLINE_CONNECTIONS, `${process.pid} ${what} ${target}\n`)

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args
  const { path, host } = typeof first === 'object' ? first : { host: args[1] }
  note('connects', path ?? host ?? 'localhost')
  return connect.apply(this, args)
}

const { send } = dgram.Socket.prototype
dgram.Socket.prototype.send = function (...args) {
  note('sends', args.findLast((arg) => typeof arg === 'string') ?? 'unknown')
  return send.apply(this, args)
}

const { lookup } = dns
dns.lookup = (name, ...rest) => {
  note('looks', name)
  return lookup(name, ...rest)
}

note('starts', process.argv[1] ?? 'node')
