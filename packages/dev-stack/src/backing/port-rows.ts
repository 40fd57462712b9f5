import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { SetupError } from './contract.ts'
import { isPortFree, LOOPBACK } from './ports.ts'

/**
 * From the first port of a row to those of health and metrics: as an instance is laid out, so that whatever starts one
 * finds a row for it.
 */
export const OPERATIONS_ABOVE = 1_000

const ROW_LENGTH = 10
const USED_OF_A_ROW = 8
const GUARD_OF_A_ROW = 8
const ROWS_OF_A_THOUSAND = OPERATIONS_ABOVE / ROW_LENGTH

/**
 * The thousands in which rows begin; the thousand after each holds their ports of health and metrics. All lie below the
 * ports that systems give to outgoing connections (from 32768 on Linux): one of those would otherwise be taken now and
 * then by a connection, between its choice and its use.
 */
const THOUSANDS = [15_000, 17_000, 19_000, 21_000, 23_000, 25_000, 27_000, 29_000] as const
const MOST_TRIES = 200

/**
 * The first port N of a row of free ones, N to N+7 and N+1000 to N+1007, which nobody else is given as long as this
 * process lives: a port of the row is held, and whoever cannot hold it takes another row. So the ports may be used late,
 * and again by a process that is started again; a port that was merely found to be free belongs to whoever comes first.
 * @throws SetupError when no row is free
 */
export async function claimPortRow(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const first = randomRow()
    const guard = await listenOn(first + GUARD_OF_A_ROW)
    if (guard === null) continue
    if (await areFree(first)) return first
    guard.close()
  }
  throw new SetupError(`There is no row of free ports on ${LOOPBACK}.`)
}

function randomRow(): number {
  const thousand = THOUSANDS[randomInt(THOUSANDS.length)] ?? THOUSANDS[0]
  return thousand + ROW_LENGTH * randomInt(ROWS_OF_A_THOUSAND)
}

/** One after the other: a port that another asks for at the same instant would look taken to both. */
async function areFree(first: number): Promise<boolean> {
  for (const from of [first, first + OPERATIONS_ABOVE]) {
    for (let port = from; port < from + USED_OF_A_ROW; port += 1) if (!(await isPortFree(port))) return false
  }
  return true
}

/** Held until the process ends, without keeping it from ending. `null` where the port is taken. */
function listenOn(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => resolve(server.unref()))
  })
}
