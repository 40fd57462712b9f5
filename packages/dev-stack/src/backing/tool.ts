import { spawn } from 'node:child_process'
import type { Log } from './log.ts'

export interface ToolResult {
  /** Null when it was ended by a signal, or could not be started (see `output`). */
  readonly code: number | null
  /** Standard output and error, in the order of arrival. */
  readonly output: string
}

export interface ToolOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly timeoutMs?: number
  /** Told each line while the tool runs. */
  readonly onLine?: Log
}

/** Runs a program to its end without a terminal. Does not throw: a missing program is a result with code null. */
export function runTool(command: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' as const }),
    })
    let output = ''
    const collect = (chunk: Buffer): void => {
      const text = chunk.toString('utf8')
      output += text
      if (options.onLine !== undefined) for (const line of text.split(/[\r\n]+/)) if (line !== '') options.onLine(line)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', (error) => resolve({ code: null, output: output || error.message }))
    child.once('close', (code) => resolve({ code, output }))
  })
}
