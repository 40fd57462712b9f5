import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface StartedProcess {
  readonly name: string
  readonly pid: number
}

/** What `/proc` counts processor time in, whatever the kernel's own clock. */
const TICK_MS = 10

/** Everything that was started for an instance; what the command `bench` has started around it is in the folder above. */
export async function startedProcesses(dataDir: string): Promise<readonly StartedProcess[]> {
  const around = await processesIn(join(dataDir, '..')).catch(() => [])
  return [...around, ...(await processesIn(dataDir))]
}

async function processesIn(folder: string): Promise<readonly StartedProcess[]> {
  // Written by the development stack alone.
  const { processes } = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')) as {
    readonly processes: readonly StartedProcess[]
  }
  return processes
}

/** Processor time of each process since its start, its threads and the kernel's work for it included. */
export async function processorTimesMs(processes: readonly StartedProcess[]): Promise<ReadonlyMap<string, number>> {
  const times = await Promise.all(
    processes.map(async ({ name, pid }) => {
      const text = await readFile(`/proc/${pid}/stat`, 'utf8')
      // The second field is the program's name in brackets, which may hold anything; 14 and 15 are what counts.
      const [user, system] = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
      return [name, (Number(user) + Number(system)) * TICK_MS] as const
    }),
  )
  return new Map(times)
}
