import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { type BackingPorts, SetupError } from './contract.ts'

const LOOPBACK = '127.0.0.1'

/** Whether nothing listens on this port of the loopback address. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/**
 * Below the ports that systems give to outgoing connections (from 32768 on Linux): one of those would otherwise be taken
 * now and then by a connection of another stack, between its choice and its use.
 */
const CHOSEN_FROM = { first: 15_000, count: 17_000 } as const
const MOST_TRIES = 200

/** As many different free ports as asked for. They are held together while being chosen, so that none comes twice. */
export async function freePorts(count: number): Promise<number[]> {
  const held: { readonly port: number; readonly server: Server }[] = []
  for (let tries = 0; held.length < count && tries < MOST_TRIES; tries += 1) {
    const port = CHOSEN_FROM.first + randomInt(CHOSEN_FROM.count)
    const server = await listenOn(port)
    if (server) held.push({ port, server })
  }
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))))
  if (held.length < count) throw new SetupError(`There are no ${count} free ports on ${LOOPBACK}.`)
  return held.map(({ port }) => port)
}

/** `null` where the port is taken. */
function listenOn(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => resolve(server))
  })
}

/** Free ports for a stack that nobody else needs to find, as in a test run. */
export async function freeBackingPorts(): Promise<BackingPorts> {
  const [mongo = 0, kafka = 0, kafkaController = 0] = await freePorts(3)
  return { mongo, kafka, kafkaController }
}

/** @throws SetupError that names the port, who wanted it and how to choose others. */
export async function requireFreePort(port: number, wantedBy: string): Promise<void> {
  if (await isPortFree(port)) return
  throw new SetupError(
    `Port ${port} on ${LOOPBACK}, which ${wantedBy} needs, is taken by another program. ` +
      'Stop that program, or choose other ports with: npm start -- --port N (N to N+7 and N+1000 to N+1005 are used).',
  )
}
