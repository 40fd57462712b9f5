import { createServer } from 'node:net'
import { SetupError } from './contract.ts'

export const LOOPBACK = '127.0.0.1'

/** Whether nothing listens on this port of the loopback address. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** @throws SetupError that names the port, who wanted it and how to choose others. */
export async function requireFreePort(port: number, wantedBy: string): Promise<void> {
  if (await isPortFree(port)) return
  throw new SetupError(
    `Port ${port} on ${LOOPBACK}, which ${wantedBy} needs, is taken by another program. ` +
      'Stop that program, or choose other ports with: npm start -- --port N (N to N+7 and N+1000 to N+1005 are used).',
  )
}
