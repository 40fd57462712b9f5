import type { Command } from '../interfaces.ts'

/**
 * The commands of one record of history, in time order as its instants tell. What begins the stream comes first; a step
 * that is dated before it is decided at the same instant, and keeps the stated one (see `Command.statedAt`).
 * @param later in the order in which they should have happened: it decides between equal instants
 */
export function toldInOrder<Cmd extends Command>(first: Cmd, later: readonly Cmd[]): readonly Cmd[] {
  // Sorting keeps equal instants in the order given.
  const sorted = later.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return [first, ...sorted.map((step) => (step.at < first.at ? { ...step, at: first.at, statedAt: step.at } : step))]
}
