import { Presets, SingleBar } from 'cli-progress'

/** How far long work has come, on stderr: a bar on a terminal, a line every few seconds elsewhere. */
export interface ProgressBar {
  readonly start: (label: string, total: number) => void
  readonly advance: (by: number) => void
  readonly end: () => void
}

const LINE_EVERY_MS = 3_000

export function createProgressBar(): ProgressBar {
  return process.stderr.isTTY ? terminalBar() : lineByLine()
}

function terminalBar(): ProgressBar {
  const bar = new SingleBar(
    { format: '{label} {bar} {value}/{total}', stream: process.stderr, clearOnComplete: false, hideCursor: true },
    Presets.shades_classic,
  )
  return {
    start: (label, total) => bar.start(total, 0, { label: label.padEnd(10) }),
    advance: (by) => bar.increment(by),
    end: () => bar.stop(),
  }
}

function lineByLine(): ProgressBar {
  const state = { label: '', total: 0, done: 0, shownAt: 0 }
  const show = () =>
    process.stderr.write(`${state.label}: ${state.done}${state.total > 0 ? ` of ${state.total}` : ''}\n`)
  return {
    start: (label, total) => Object.assign(state, { label, total, done: 0, shownAt: performance.now() }),
    advance: (by) => {
      state.done += by
      if (performance.now() - state.shownAt < LINE_EVERY_MS) return
      state.shownAt = performance.now()
      show()
    },
    end: show,
  }
}
