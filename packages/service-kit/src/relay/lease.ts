import type { ClientSession, Connection } from 'mongoose'
import pLimit from 'p-limit'
import { databaseOf } from '../store/database.ts'
import { isDuplicateKey } from '../store/duplicate-key.ts'
import { RelayError } from './relay-error.ts'

/** The right to do something alone, for a while. Time is the database's alone: clocks of replicas need not agree. */
export interface LeaseDocument {
  readonly _id: string
  readonly owner: string
  /** Grows with every change of hands. Only the token is a safeguard; expiry merely decides when others may take over. */
  readonly token: number
  readonly expiresAt: Date
  /** Counts the uses, so that a transaction that relies on the lease conflicts with a take-over. */
  readonly uses: number
}

export interface LeaseKeeper {
  /** Takes the lease or extends it; answers its token, or `null` while another owner holds it. */
  hold(): Promise<number | null>
  /** Within a transaction: makes it fail unless the lease is still held under this token. @throws RelayError LEASE_LOST */
  require(token: number, session: ClientSession): Promise<void>
  release(token: number): Promise<void>
  /** Runs transactions that require the lease one after the other: of two at once, one would meet the other's use of it. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>
}

export const leasesOf = (connection: Connection) => databaseOf(connection).collection<LeaseDocument>('leases')

/** @param owner unique per process start: a restarted process is another owner */
export function createLeaseKeeper(connection: Connection, name: string, owner: string, leaseMs: number): LeaseKeeper {
  const isMine = { $eq: ['$owner', owner] }
  const isFree = { $or: [isMine, { $lte: [{ $ifNull: ['$expiresAt', new Date(0)] }, '$$NOW'] }] }
  const next = {
    owner,
    token: { $cond: [isMine, '$token', { $add: [{ $ifNull: ['$token', 0] }, 1] }] },
    uses: { $add: [{ $ifNull: ['$uses', 0] }, 1] },
    expiresAt: { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } },
  }
  const taken = Object.fromEntries(
    Object.entries(next).map(([name, value]) => [name, { $cond: [isFree, value, `$${name}`] }]),
  )
  const inTurn = pLimit(1)
  return {
    inTurn,
    async hold() {
      const lease = await leasesOf(connection)
        .findOneAndUpdate({ _id: name }, [{ $set: taken }], {
          upsert: true,
          returnDocument: 'after',
          writeConcern: { w: 'majority', journal: true },
        })
        .catch(nullWhenAnotherWasFirst)
      return lease?.owner === owner ? lease.token : null
    },
    async require(token, session) {
      const held = await leasesOf(connection).updateOne({ _id: name, owner, token }, { $inc: { uses: 1 } }, { session })
      if (held.matchedCount === 0)
        throw new RelayError('LEASE_LOST', `lease ${name} is no longer held under token ${token}`)
    },
    async release(token) {
      await leasesOf(connection).updateOne({ _id: name, owner, token }, { $set: { expiresAt: new Date(0) } })
    },
  }
}

/** Two that create the lease at once: one of the upserts meets the other's document. */
function nullWhenAnotherWasFirst(error: unknown): null {
  if (isDuplicateKey(error)) return null
  throw error
}
