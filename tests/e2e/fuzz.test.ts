import { setTimeout as pause } from 'node:timers/promises'
import { loadSample } from '@afterline/dev-stack/sample'
import { contexts, eventRegistry, problemsOfCloudEvent } from '@afterline/events'
import { isRequestErrorCode } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { afterlineJson } from '../stack/command-line.ts'
import { ask } from '../stack/graph.ts'
import { eventCounts, gapsIn, publishedMessages } from '../stack/history.ts'
import { type HostileCall, hostileCalls } from '../stack/hostile-calls.ts'
import { seeded } from '../stack/seeded.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * Every operation of the graph with hostile values: FUZZ_CALLS says how many calls, FUZZ_SEED which. Whatever comes, the
 * answer is of the catalogue, and what is stored keeps the contract.
 */

const CALLS = Number(process.env['FUZZ_CALLS'] ?? 400)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_401)
/** A bounded load: so many calls under way, and so many begun in a second. */
const AT_ONCE = 6
const A_SECOND = 150

/** Beside the time that the calls take on a busy machine. */
jest.setTimeout(120_000 + CALLS * 60)

let test: TestStack
beforeAll(async () => {
  test = await openTestStack('fuzz')
  await loadSample(test.target)
}, START_MS)
afterAll(() => test.dispose(), START_MS)

interface Fuzzed {
  /** How often each outcome was, `ANSWERED` among them. */
  readonly outcomes: ReadonlyMap<string, number>
  readonly operations: ReadonlySet<string>
  /** Calls that were answered as nobody may be. */
  readonly faults: readonly string[]
}

async function fuzz(): Promise<Fuzzed> {
  const random = seeded(SEED)
  const calls = hostileCalls(random)
  const [everything, some, nobody] = [
    await test.tokenOf(calls.roles.filter((role) => role !== 'PUBLIC')),
    await test.tokenOf([random.oneOf(calls.roles)], 'staff-2'),
    undefined,
  ]
  const outcomes = new Map<string, number>()
  const operations = new Set<string>()
  const faults: string[] = []
  const startedAt = performance.now()
  let begun = 0
  const one = async (call: HostileCall): Promise<void> => {
    const token = random.holds(0.9) ? everything : random.oneOf([some, nobody])
    const answer = await ask(test.graphUrl, { ...call, ...(token === undefined ? {} : { token }) })
    calls.learn(answer.data)
    operations.add(call.operation)
    const codes = answer.codes.length === 0 ? ['ANSWERED'] : [...new Set(answer.codes)]
    for (const code of codes) outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
    const isKnown = codes.every((code) => code === 'ANSWERED' || (isRequestErrorCode(code) && code !== 'INTERNAL'))
    if (isKnown && (answer.status < 500 || answer.status === 503)) return
    faults.push(
      `${codes.join()} ${answer.status} ${call.query.slice(0, 300)} ${JSON.stringify(call.variables).slice(0, 700)}`,
    )
  }
  const worker = async (): Promise<void> => {
    while (begun < CALLS) {
      begun += 1
      const dueIn = (begun / A_SECOND) * 1000 - (performance.now() - startedAt)
      if (dueIn > 0) await pause(dueIn)
      await one(calls.next())
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { outcomes, operations, faults }
}

describe('calls of every operation with hostile values', () => {
  let fuzzed: Fuzzed
  beforeAll(async () => {
    fuzzed = await fuzz()
    await settled(test)
    const told = Object.fromEntries([...fuzzed.outcomes].toSorted(([, a], [, b]) => b - a))
    process.stdout.write(
      `fuzz: ${CALLS} calls, seed ${SEED}, ${fuzzed.operations.size} operations: ${JSON.stringify(told)}\n`,
    )
    process.stdout.write(`fuzz: events ${JSON.stringify(await eventCounts(test))}\n`)
  })

  it('are answered, or refused by a code of the catalogue: none is a fault of the inside', () => {
    expect(fuzzed.faults).toEqual([])
  })

  it('get behind the door: some are answered, and rules decide on some', () => {
    expect(fuzzed.outcomes.get('ANSWERED') ?? 0).toBeGreaterThan(CALLS / 20)
  })

  it('store nothing that verify refuses', async () => {
    expect(await afterlineJson<{ readonly broken: readonly object[] }>(test, ['verify'])).toMatchObject({ broken: [] })
  })

  it('store nothing that the contract of the events refuses', async () => {
    for (const context of contexts) {
      const messages = await publishedMessages(test, context)
      expect(gapsIn(messages)).toEqual([])
      for (const message of messages) {
        const [, type = '', version = ''] = /^afterline\.(\w+)\.v(\d+)$/.exec(message.type) ?? []
        const data = eventRegistry.problemsOfEventData(type, Number(version), message.data)
        expect([message.id, ...problemsOfCloudEvent(message), ...data]).toEqual([message.id])
      }
    }
  })

  it('park no stream and block none', async () => {
    expect(await afterlineJson(test, ['parked', 'list'])).toEqual([])
    for (const context of contexts) {
      const blocked = await test.databases[context].collection('blockedStreams').find().toArray()
      expect([context, blocked]).toEqual([context, []])
    }
  })
})
