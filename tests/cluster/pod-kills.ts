import { setTimeout as pause } from 'node:timers/promises'
import { drawn, randomFrom } from '../chance.ts'
import type { Namespace } from './kubernetes.ts'

export interface Killing {
  /** No more of them; how many there were by kind of pod. */
  stop(): Promise<Readonly<Record<string, number>>>
}

const OURS = 'app.kubernetes.io/name=afterline'
const COMPONENT = 'app.kubernetes.io/component'
const SHORTEST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 8_000

/** Kills pods without any grace, one after the other, until there were so many; no kind an n-th time before all others. */
export function killing(
  namespace: Namespace,
  { kills, seed }: { readonly kills: number; readonly seed: number },
  log: (line: string) => void,
): Killing {
  const random = randomFrom(seed)
  const counts: Record<string, number> = {}
  let isStopped = false
  const going = (async () => {
    const kinds = [...new Set((await running(namespace)).map(({ metadata }) => metadata.labels[COMPONENT] ?? ''))]
    for (const kind of drawn(kinds.toSorted(), kills, random)) {
      await pause(SHORTEST_PAUSE_MS + (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS) * random())
      if (isStopped) return
      const pods = (await running(namespace)).filter(({ metadata }) => metadata.labels[COMPONENT] === kind)
      const pod = pods[Math.floor(random() * pods.length)]?.metadata.name
      if (pod === undefined) continue
      await namespace.kubectl(['delete', 'pod', pod, '--force', '--grace-period=0', '--wait=false'])
      counts[kind] = (counts[kind] ?? 0) + 1
      log(`killed ${pod}`)
    }
  })()
  return {
    async stop() {
      isStopped = true
      await going
      return counts
    },
  }
}

/** Deployed pods alone: neither jobs of an upgrade nor the player of the orders. */
const running = async (namespace: Namespace) =>
  (await namespace.pods(OURS)).filter(
    ({ metadata, status }) => status.phase === 'Running' && 'pod-template-hash' in metadata.labels,
  )
