import type { Connection } from 'mongoose'
import pLimit from 'p-limit'
import { mayWork } from './layout.ts'
import type { LeaseKeeper } from './lease.ts'
import type { Share } from './shares.ts'

/** The lease of one shard, as long as this process needs it and has a right to it. */
export interface Holder {
  /** The fencing token, or `null` while the lease is another's. */
  token(): Promise<number | null>
  /** Makes the next `token` ask for the lease again. */
  forget(): void
  release(): Promise<void>
}

/** How many shards this process may hold, and which it holds. */
export interface Allowance {
  /** Asked again only when a third of the leases' time is over; 0 where the process has to wait. */
  most(): Promise<number>
  readonly held: Set<Holder>
  /** One claim after the other, so that a shard which is another's keeps none from being claimed that is free. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>
}

export function createAllowance(connection: Connection, share: Share, shards: number, leaseMs: number): Allowance {
  let known: { readonly most: Promise<number>; readonly until: number } | null = null
  const ask = async () => ((await mayWork(connection, shards)) ? share.renew(shards) : 0)
  return {
    held: new Set(),
    inTurn: pLimit(1),
    most() {
      if (known !== null && performance.now() < known.until) return known.most
      const most = ask()
      known = { most, until: performance.now() + leaseMs / 3 }
      // What could not be found out is asked for again by whoever comes next.
      most.catch(() => {
        known = null
      })
      return most
    },
  }
}

/** Asks for the lease again only when a third of its time is over, and gives it up where others have less than their share. */
export function createHolder(lease: LeaseKeeper, leaseMs: number, allowance: Allowance): Holder {
  const { held } = allowance
  let claim: { readonly token: number; readonly renewAt: number } | null = null
  async function release(): Promise<void> {
    const released = claim
    claim = null
    held.delete(holder)
    if (released) await lease.release(released.token)
  }
  async function claimed(): Promise<number | null> {
    if (claim && performance.now() < claim.renewAt) return claim.token
    const most = await allowance.most()
    if (held.has(holder) ? held.size > most : held.size >= most) {
      await release()
      return null
    }
    const renewAt = performance.now() + leaseMs / 3
    const token = await lease.hold()
    claim = token === null ? null : { token, renewAt }
    if (token === null) held.delete(holder)
    else held.add(holder)
    return token
  }
  const holder: Holder = {
    // Asked before each step: a lease that is known to be held waits for nobody.
    async token() {
      return claim && performance.now() < claim.renewAt ? claim.token : allowance.inTurn(claimed)
    },
    forget() {
      if (claim) claim = { ...claim, renewAt: 0 }
    },
    release,
  }
  return holder
}
