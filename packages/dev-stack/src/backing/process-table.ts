import { readFile } from 'node:fs/promises'
import { until } from './condition.ts'
import type { StartedProcess } from './contract.ts'
import { runTool } from './tool.ts'

/** Whether a process with this id exists (it may belong to somebody else). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The command line of a running process, arguments separated by spaces; empty when it is gone. */
export async function commandLine(pid: number): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (fromProc !== undefined) return fromProc.split('\0').join(' ').trim()
  const { code, output } = await runTool('ps', ['-o', 'command=', '-p', String(pid)])
  return code === 0 ? output.trim() : ''
}

/**
 * Ends a process that an earlier run left behind, if its command line still contains `mark`: ids are reused,
 * and a stranger must not be ended.
 * @returns whether there was one to end.
 */
export async function endLeftover({ pid, mark }: StartedProcess, timeoutMs = 20_000): Promise<boolean> {
  // A process that has ended but was not yet collected by its parent still has an id, and no command line.
  const isThere = async (): Promise<boolean> => isAlive(pid) && (await commandLine(pid)).includes(mark)
  if (!(await isThere())) return false
  process.kill(pid, 'SIGTERM')
  const gone = async (): Promise<true | undefined> => ((await isThere()) ? undefined : true)
  await until(gone, { timeoutMs, what: `The end of process ${pid}` }).catch(async () => {
    process.kill(pid, 'SIGKILL')
    await until(gone, { timeoutMs: 5_000, what: `The end of process ${pid} after SIGKILL` })
  })
  return true
}
