import { spawn } from 'node:child_process'

/** Waits until its input ends, which is when this process has ended, then ends what it was given. */
const WATCH = 'while read -r _; do :; done; kill -s TERM -- "$0"'

/**
 * Ends a process (or, with a negative id, its group) should this process vanish without a chance to do so itself.
 * @returns takes the leash off again; to be called when the process has ended.
 */
export function leash(pid: number): () => void {
  // No shell to count on: a vanished supervisor's children then wait for the next start to end them.
  if (process.platform === 'win32') return () => {}
  const watcher = spawn('/bin/sh', ['-c', WATCH, String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watcher.unref()
  watcher.on('error', () => {})
  watcher.stdin.on('error', () => {})
  if ('unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref()
  return () => void watcher.kill('SIGKILL')
}
