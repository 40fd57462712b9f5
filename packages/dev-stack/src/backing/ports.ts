import { createServer } from 'node:net'
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

/** As many different free ports as asked for. They are held together while being chosen, so that none comes twice. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject)
          server.listen({ port: 0, host: LOOPBACK }, () => {
            const address = server.address()
            if (address === null || typeof address === 'string') reject(new Error('a TCP server has no port'))
            else resolve(address.port)
          })
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
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
      'Stop that program, or choose other ports with: npm start -- --port N (N to N+7 are used).',
  )
}
