import { isIPv6 } from 'node:net'

/** How many may come, of each address and of all together. */
export interface QuotaOptions {
  /** A minute; as many may come at once after a minute of silence. */
  readonly perAddress: number
  readonly overall: number
  /** Milliseconds. */
  readonly now: () => number
}

export interface Quota {
  /** Takes `amount` for the address: 0 where that is granted, else after how many milliseconds it may be asked again. */
  take(address: string, amount: number): number
  /** Addresses that are remembered. */
  readonly size: number
}

const WINDOW_MS = 60_000
const EVERYBODY = 'everybody'

/**
 * Counts by the instant at which everything that was granted would have come at an even pace (GCRA). Only what is granted
 * is remembered, and for a minute: the limit for all together bounds the memory, however many addresses there are.
 */
export function createQuota({ perAddress, overall, now }: QuotaOptions): Quota {
  const evenUntil = new Map<string, number>()
  let sweptAt = now()
  const sweep = (at: number) => {
    if (at - sweptAt < WINDOW_MS) return
    sweptAt = at
    for (const [key, until] of evenUntil) if (until <= at) evenUntil.delete(key)
  }
  return {
    take(address, amount) {
      const at = now()
      sweep(at)
      const wanted = [
        { key: networkOf(address), aMinute: perAddress },
        { key: EVERYBODY, aMinute: overall },
      ].map(({ key, aMinute }) => {
        const until = Math.max(evenUntil.get(key) ?? 0, at) + (amount * WINDOW_MS) / aMinute
        return { key, until, waitMs: until - at - WINDOW_MS }
      })
      const waitMs = Math.max(...wanted.map((each) => each.waitMs))
      if (waitMs > 0) return waitMs
      for (const { key, until } of wanted) evenUntil.set(key, until)
      return 0
    },
    get size() {
      return evenUntil.size
    },
  }
}

const IPV4_WITHIN_IPV6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const GROUPS_OF_NETWORK = 4
const GROUPS = 8

/** Whoever has one IPv6 address has the 2^64 of its network. */
export function networkOf(address: string): string {
  const within = IPV4_WITHIN_IPV6.exec(address)?.[1]
  if (within !== undefined) return within
  const [withoutZone = ''] = address.split('%')
  if (!isIPv6(withoutZone)) return address
  const [head = [], tail = []] = withoutZone.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const zeros = withoutZone.includes('::')
    ? Array<string>(Math.max(0, GROUPS - head.length - tail.length)).fill('0')
    : []
  const groups = [...head, ...zeros, ...tail].slice(0, GROUPS_OF_NETWORK)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
