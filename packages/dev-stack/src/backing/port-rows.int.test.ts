import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { describe, expect, it } from '@jest/globals'
import { repositoryRoot } from '../repository.ts'
import { claimPortRow, OPERATIONS_ABOVE } from './port-rows.ts'
import { isPortFree } from './ports.ts'

const ROWS = 40

/** A process of its own that claims rows, tells them, and lives until it is ended. */
function startClaimant() {
  const rows = `{ claimPortRow } from '${new URL('port-rows.ts', import.meta.url).href}'`
  const script = `
    import ${rows}
    for (let row = 0; row < ${ROWS}; row += 1) console.log(await claimPortRow())
    setInterval(() => {}, 1_000)
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told = async (): Promise<number[]> => {
    const claimed: number[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      claimed.push(Number(line))
      if (claimed.length === ROWS) break
    }
    return claimed
  }
  const end = async () => {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  return { claimed: told(), end }
}

describe('rows of ports that three processes claim at the same time', () => {
  it('are each given once, though nobody listens on them yet', async () => {
    const claimants = [startClaimant(), startClaimant(), startClaimant()]
    const rows = (await Promise.all(claimants.map(({ claimed }) => claimed))).flat()
    for (const { end } of claimants) await end()
    expect(rows).toHaveLength(3 * ROWS)
    expect(new Set(rows).size).toBe(rows.length)
  })
})

describe('a row of ports', () => {
  it('is free where an instance will listen', async () => {
    const first = await claimPortRow()
    const ports = [first, first + 7, first + OPERATIONS_ABOVE, first + OPERATIONS_ABOVE + 5]
    expect(await Promise.all(ports.map(isPortFree))).toEqual([true, true, true, true])
  })

  it('is not one in which another program listens already', async () => {
    const first = await claimPortRow()
    const others = createServer().listen(first + 3, '127.0.0.1')
    await once(others, 'listening')
    const rows = await Promise.all(Array.from({ length: 20 }, () => claimPortRow()))
    others.close()
    expect(rows).not.toContain(first)
  })
})
