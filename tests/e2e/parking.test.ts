import { until } from '@afterline/dev-stack'
import { mutate, openHospital } from '@afterline/dev-stack/sample'
import { deadLettersTopicOf, eventsTopicOf } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { afterline, afterlineJson } from '../stack/command-line.ts'
import { ask } from '../stack/graph.ts'
import { openKafka } from '../stack/history.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

const CONSUMER = 'orders.customer-facts'

interface Parked {
  readonly context: string
  readonly consumer: string
  readonly stream: string
  readonly version: number
  readonly errorCode: string
}

interface Listed {
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[]
}

interface Facts {
  readonly _id: string
  readonly facts: { readonly needs: readonly { readonly recordedAt: string }[] }
}

jest.setTimeout(TEST_MS)

let test: TestStack
let parkedCustomer: string
let otherCustomer: string
/** What the orders service knew of the parked customer before it was lost. */
let lost: Facts | null

const factsOf = () => test.databases.orders.collection<Facts>('customerFacts')
const needsKnownOf = async (customerId: string) => (await factsOf().findOne({ _id: customerId }))?.facts.needs.length
/** Each for other product classes: a need that tells a gate nothing new is not remembered. */
const needed = [['CLASS_I'], ['CLASS_II'], ['CLASS_III'], ['UNREGULATED'], ['CLASS_I', 'CLASS_II']].values()
const recordNeed = (customerId: string) =>
  mutate<{ readonly version: number }>(test.staff('sales-1'), 'recordNeed', 'customer', 'version', {
    customerId,
    description: 'More of the same',
    productClasses: needed.next().value,
  })
const parked = () => afterlineJson<readonly Parked[]>(test, ['parked', 'list'])
const stream = () => `customer-${parkedCustomer}`
const arrival = (what: string, isThere: () => Promise<boolean>) =>
  until(async () => ((await isThere()) ? true : undefined), { timeoutMs: 30_000, what })

beforeAll(async () => {
  test = await openTestStack('parking')
  parkedCustomer = await openHospital(test.staff, 'Parked Hospital')
  otherCustomer = await openHospital(test.staff, 'Other Hospital')
  await settled(test)
}, START_MS)
afterAll(() => test.dispose(), START_MS)

describe('an event that a consumer cannot apply', () => {
  let failedVersion: number
  beforeAll(async () => {
    // What the consumer builds on is gone, as after a mistake by hand.
    lost = await factsOf().findOneAndDelete({ _id: parkedCustomer })
    failedVersion = (await recordNeed(parkedCustomer)).version
    await recordNeed(parkedCustomer)
    await recordNeed(otherCustomer)
    const waiting = () => test.databases.orders.collection('parked').countDocuments({ stream: stream() })
    await arrival('The parking of both events', async () => (await waiting()) === 2)
  }, START_MS)

  it('parks its stream alone: another customer goes on', async () => {
    // One need from the opening of the file, one from now.
    await arrival('The need of the other customer', async () => (await needsKnownOf(otherCustomer)) === 2)
    expect(await parked()).toEqual([
      {
        context: 'orders',
        consumer: CONSUMER,
        stream: stream(),
        version: failedVersion,
        errorCode: expect.any(String),
      },
    ])
  })

  it('is shown with what waits behind it, and with no word of what it says', async () => {
    const shown = await afterlineJson<{
      readonly appliedVersion: number
      readonly events: readonly { readonly version: number; readonly errorMessage: string | null }[]
    }>(test, ['parked', 'show', 'orders', CONSUMER, stream()])
    expect(shown.appliedVersion).toBe(failedVersion - 1)
    expect(shown.events.map(({ version }) => version)).toEqual([failedVersion, failedVersion + 1])
    expect(shown.events.map(({ errorMessage }) => errorMessage === null)).toEqual([false, true])
    expect(shown.events[0]?.errorMessage).not.toContain('More of the same')
  })

  it('is listed in the graph for operators, and for nobody else', async () => {
    const query = `{
      operations {
        parkedInOrders(first: 5) { edges { node { consumer stream version eventType errorMessage } } }
        parkedInCustomers { edges { node { stream } } }
        parkedInAfterSales { edges { node { stream } } }
        parkedInSurveys { edges { node { stream } } }
      }
    }`
    const { token } = await afterlineJson<{ readonly token: string }>(test, ['token', '--role', 'OPERATOR'])
    const { data } = await ask<{ operations: Readonly<Record<string, Listed>> }>(test.graphUrl, { token, query })
    const nodesOf = (field: string) => data?.operations[field]?.edges.map(({ node }) => node)
    expect(nodesOf('parkedInOrders')).toEqual([
      {
        consumer: CONSUMER,
        stream: stream(),
        version: failedVersion,
        eventType: 'NeedRecorded',
        errorMessage: expect.not.stringContaining('More of the same'),
      },
    ])
    for (const field of ['parkedInCustomers', 'parkedInAfterSales', 'parkedInSurveys'])
      expect(nodesOf(field)).toEqual([])

    const sales = await afterlineJson<{ readonly token: string }>(test, ['token', '--role', 'SALESPERSON'])
    expect((await ask(test.graphUrl, { token: sales.token, query })).codes).toContain('FORBIDDEN')
  })

  it('is copied to the dead letters with its reason', async () => {
    const kafka = openKafka(test)
    const letters: { readonly stream: string; readonly version: number; readonly consumer: string }[] = []
    await kafka.readTopic(deadLettersTopicOf('orders'), {
      async onMessages(messages) {
        letters.push(...messages.map(({ value }) => JSON.parse(value ?? '')))
      },
    })
    await kafka.close()
    expect(letters).toMatchObject([{ consumer: CONSUMER, stream: stream(), version: failedVersion }])
  })

  it('stays parked when it is tried again in vain', async () => {
    const outcome = await afterlineJson(test, ['parked', 'retry', 'orders', CONSUMER, stream()])
    expect(outcome).toMatchObject({ status: 'DONE', applied: 0, remaining: 2, failure: { version: failedVersion } })
    expect(await parked()).toHaveLength(1)
  })

  it('is applied with what waited once the cause is gone, each once', async () => {
    if (lost === null) throw new Error('the orders service knew nothing of the customer')
    await factsOf().insertOne(lost)
    const outcome = await afterlineJson(test, ['parked', 'retry', 'orders', CONSUMER, stream()])
    expect(outcome).toMatchObject({ status: 'DONE', applied: 2, remaining: 0, failure: null })
    expect(await parked()).toEqual([])
    expect(await needsKnownOf(parkedCustomer)).toBe(3)
    // And the stream goes on by itself.
    await recordNeed(parkedCustomer)
    await arrival('The next need', async () => (await needsKnownOf(parkedCustomer)) === 4)
  })

  it('that was never parked is not shown, and the answer says where to look', async () => {
    const { code, stderr } = await afterline(test, 'parked', 'show', 'orders', CONSUMER, `customer-${otherCustomer}`)
    expect(code).toBe(1)
    expect(stderr).toContain('afterline parked list')
  })
})

describe('messages that a relay would not have written', () => {
  it('are kept for somebody to look at, and hold nothing up', async () => {
    const kafka = openKafka(test)
    const topic = eventsTopicOf('customers')
    const headers = {}
    await kafka.publish(topic, [
      { key: `customer-${otherCustomer}`, value: 'no JSON at all', headers },
      { key: `customer-${otherCustomer}`, value: JSON.stringify({ specversion: '1.0', id: 'no uuid' }), headers },
    ])
    await kafka.close()
    await recordNeed(otherCustomer)
    await arrival('The need behind the messages', async () => (await needsKnownOf(otherCustomer)) === 3)
    const kept = (await parked()).filter(({ context, consumer }) => context === 'orders' && consumer === CONSUMER)
    expect(kept.map(({ errorCode }) => errorCode)).toEqual(['UNREADABLE', 'UNREADABLE'])
  })
})
