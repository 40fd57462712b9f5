import { randomUUID } from 'node:crypto'
import { bucketKeyOf } from '@afterline/rules'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { bucketsIn, measurementsOf, timersOf } from '../bookkeeping/documents.ts'
import type { PersonalCipher } from '../personal/index.ts'
import { eventsOf } from './collections.ts'
import { databaseOf } from './database.ts'
import { type OtherTime, otherTimes, storeAsOf } from './fixtures/other-times.ts'
import {
  commandAt,
  handleIt,
  historyOf,
  hoursLater,
  MONDAY,
  openTestStore,
  opine,
  receive,
  register,
  requestOf,
  type TestStore,
} from './fixtures/test-store.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(120_000)

/* Two stores that are told the same. In one of them, code of other times has left its documents behind, now and then. */

let whole: TestStore
let spoilt: TestStore
beforeAll(async () => {
  whole = await openTestStore([], { cipher: legible, newId: numbered() })
  spoilt = await openTestStore([], { cipher: legible, newId: numbered() })
})
afterAll(() => Promise.all([whole.dispose(), spoilt.dispose()]))

/** Ids that both stores give in the same sequence, so that their events have the same hashes. */
function numbered(): () => string {
  let count = 0
  return () => {
    count += 1
    return `0195b1f0-0000-7000-8000-${String(count).padStart(12, '0')}`
  }
}

/** A cipher that makes of one text always the same. */
const legible: PersonalCipher = {
  encrypt: async (_customerId, text) => `enc ${text}`,
  encryptorOf: async () => (text) => `enc ${text}`,
  decrypt: async (text) => text.slice('enc '.length),
  erase: async () => undefined,
  blindIndex: (text) => text,
}

type Act =
  | { readonly kind: 'TOLD'; readonly complaint: number; readonly command: number; readonly hoursAgo: number }
  | { readonly kind: 'IMPORTED'; readonly complaint: number; readonly length: number; readonly hoursAgo: number }
  | { readonly kind: 'SPOILT'; readonly complaint: number; readonly time: OtherTime }
  | { readonly kind: 'PASSED'; readonly hours: number }
  | { readonly kind: 'ANNOUNCED' }

const COMPLAINTS = 3
const complaint = fc.nat(COMPLAINTS - 1)
const hoursAgo = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }))
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('TOLD'), complaint, command: fc.nat(5), hoursAgo }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('IMPORTED'), complaint, length: fc.nat(5), hoursAgo }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('SPOILT'), complaint, time: fc.constantFrom(...otherTimes) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('PASSED'), hours: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ANNOUNCED') }) },
)

const commandsOf = (id: string) => [
  receive(id),
  register,
  opine(),
  handleIt,
  { type: 'Classify', data: { complaintClass: 'OTHER' } } as const,
  { type: 'Handle', data: { outcome: 'UNFOUNDED' } } as const,
]

async function beginAnew({ connection, clock }: TestStore): Promise<void> {
  clock.now = MONDAY
  for (const { name } of await connection.listCollections())
    await databaseOf(connection).collection(name).deleteMany({})
}

/** One run of both stores, with complaints of its own. */
function newRun() {
  const ids = Array.from({ length: COMPLAINTS }, () => randomUUID())
  const answered = new Map<string, (store: TestStore) => Promise<{ readonly status: string }>>()

  async function inBoth(act: (store: TestStore) => Promise<unknown>): Promise<unknown> {
    const [a, b] = [await outcomeOf(act(whole)), await outcomeOf(act(spoilt))]
    expect(b).toEqual(a)
    return b
  }

  async function askBoth(
    id: string,
    request: (store: TestStore) => Promise<{ readonly status: string }>,
  ): Promise<void> {
    const outcome = await inBoth(request)
    if (typeof outcome === 'object') answered.set(id, request)
  }

  /** Somebody repeats a request of each complaint: it is answered as before, and whatever was stale is no longer. */
  async function touchAll(): Promise<void> {
    for (const request of answered.values()) await inBoth(request)
  }

  async function carryOut(act: Act): Promise<void> {
    const id = 'complaint' in act ? (ids[act.complaint] ?? '') : ''
    switch (act.kind) {
      case 'TOLD': {
        const command = commandsOf(id)[act.command]
        if (!command) return
        const late = act.hoursAgo === 0 ? {} : { backdatedBecause: 'told late' }
        const request = requestOf(id, hoursLater(whole.clock.now, -act.hoursAgo), command, late)
        return askBoth(id, (store) => store.commands.handle(store.desk(), request))
      }
      case 'IMPORTED': {
        const told = commandsOf(id).slice(0, act.length + 1)
        const commands = told.map((one, index) =>
          commandAt(hoursLater(whole.clock.now, index - 90 - act.hoursAgo), one),
        )
        const history = historyOf(id, commands)
        return askBoth(id, (store) => store.commands.importHistory(store.desk(), history))
      }
      case 'SPOILT':
        return storeAsOf(act.time, spoilt, id)
      case 'PASSED': {
        const now = hoursLater(whole.clock.now, act.hours)
        for (const { clock } of [whole, spoilt]) clock.now = now
        return
      }
      case 'ANNOUNCED':
        // A limit that other code did not store cannot be announced before its document is needed.
        await touchAll()
        await inBoth(announceDue)
    }
  }
  return { carryOut, touchAll }
}

/** The answer, or the code of the fault. */
async function outcomeOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)))
}

/** As the clock does, but one after the other, so that both stores give their ids in one sequence. */
async function announceDue({ connection, commands, aggregates, clock }: TestStore) {
  const due = await timersOf(connection)
    .find({ isOpen: true, announceAt: { $lte: clock.now } })
    .sort({ _id: 1 })
    .toArray()
  const made = []
  for (const { _id } of due) made.push(await commands.announce(aggregates, _id))
  return made
}

/** Everything that is kept, and sums without the parts that they consist of. */
async function keptIn({ connection }: TestStore) {
  const all = (name: string) => databaseOf(connection).collection(name).find().sort({ _id: 1 }).toArray()
  const sums = new Map<string, { readonly numerator: number; readonly denominator: number }>()
  for await (const bucket of bucketsIn(connection).find()) {
    const key = bucketKeyOf(bucket)
    const { numerator = 0, denominator = 0 } = sums.get(key) ?? {}
    sums.set(key, { numerator: numerator + bucket.numerator, denominator: denominator + bucket.denominator })
  }
  return {
    events: await eventsOf(connection).find().sort({ stream: 1, version: 1 }).toArray(),
    complaints: await all('complaints'),
    timers: await timersOf(connection).find().sort({ _id: 1 }).toArray(),
    measurements: await measurementsOf(connection).find().sort({ _id: 1 }).toArray(),
    sums: [...sums].filter(([, sum]) => sum.numerator !== 0 || sum.denominator !== 0).toSorted(),
  }
}

describe('documents that code of other times left behind, at any point of any history', () => {
  it('end field by field as if it had never been there, with limits, measurements and sums', async () => {
    const law = fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 24, size: 'max' }), async (acts) => {
      for (const store of [whole, spoilt]) await beginAnew(store)
      const run = newRun()
      for (const act of acts) await run.carryOut(act)
      await run.touchAll()
      expect(await keptIn(spoilt)).toEqual(await keptIn(whole))
    })
    await fc.assert(law, { numRuns: 15 })
  })
})
