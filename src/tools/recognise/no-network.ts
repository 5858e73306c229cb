import dgram from 'node:dgram'
import dns from 'node:dns'
import http2 from 'node:http2'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

// Loaded before everything else in a recogniser's process and in each of its threads. Node 24 has no permission for the
// network that could be withheld, so whatever leads there is taken away: sockets, datagrams, names, fetch.
const refuse = (): never => {
  throw new Error('A recogniser has no use of the network.')
}

for (const [holder, names] of [
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen']],
  [net, ['connect', 'createConnection']],
  [http2, ['connect']],
  [dgram.Socket.prototype, ['bind', 'connect', 'send']],
  [dgram, ['createSocket']],
  [globalThis, ['fetch', 'WebSocket', 'EventSource']],
] as const)
  for (const name of names) Reflect.set(holder, name, refuse)

for (const holder of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(holder))
    if (/^(lookup|resolve|reverse)/.test(name)) Reflect.set(holder, name, refuse)

syncBuiltinESMExports()
