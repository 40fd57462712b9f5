import type { Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'

/** A process that runs relays, for as long as it says so. */
interface Member {
  /** The process: see `owner` of the relay. */
  readonly _id: string
  readonly expiresAt: Date
}

/** How many shards a process may hold, so that each of the processes that are there has its share. */
export interface Share {
  /** Says that this process is there, and answers how many shards it may hold at most. */
  renew(shards: number): Promise<number>
  leave(): Promise<void>
}

export function createShare(connection: Connection, owner: string, leaseMs: number): Share {
  const members = () => databaseOf(connection).collection<Member>('relayMembers')
  return {
    async renew(shards) {
      // What cannot be divided is anybody's who holds its lease: nobody has to know of the others.
      if (shards === 1) return 1
      const expiresAt = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } }
      await members().updateOne({ _id: owner }, [{ $set: { expiresAt } }], { upsert: true })
      const isGone = { $lte: ['$expiresAt', '$$NOW'] }
      const all = await members()
        .aggregate<{ readonly isGone: boolean }>([{ $project: { isGone } }])
        .toArray()
      const present = all.filter((member) => !member.isGone)
      // Seldom is anybody gone, and every process asks every few seconds.
      if (present.length < all.length) await members().deleteMany({ $expr: isGone })
      return Math.ceil(shards / Math.max(1, present.length))
    },
    leave: async () => void (await members().deleteOne({ _id: owner })),
  }
}
