import type { Connection } from 'mongoose'
import pLimit from 'p-limit'
import type { Log } from '../store/log.ts'
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

export interface AllowanceDeps {
  readonly connection: Connection
  readonly share: Share
  readonly shards: number
  readonly leaseMs: number
  readonly log: Log
  /** Publishes what relays of another number of shards have sealed and left. */
  finishFormer(): Promise<void>
}

export function createAllowance({ connection, share, shards, leaseMs, log, finishFormer }: AllowanceDeps): Allowance {
  let known: { readonly most: Promise<number>; readonly until: number } | null = null
  let isWaiting = false
  async function ask(): Promise<number> {
    let may = await mayWork(connection, shards)
    if (!may) {
      await finishFormer()
      may = await mayWork(connection, shards)
    }
    if (!may && !isWaiting)
      log.warn({ shards }, 'relays of another number of shards are at work; waiting for their end')
    isWaiting = !may
    return may ? share.renew(shards) : 0
  }
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
