import { contexts, eventRegistry, eventsTopicOf, topics } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { until } from './fixtures/condition.ts'
import { openTestKafka, silentLog, type TestKafka } from './fixtures/test-kafka.ts'
import { KafkaError, MessageRefused } from './kafka-port.ts'
import { createKafka } from './kafkajs/adapter.ts'
import { readTopicFromStart } from './topic-replay.ts'

const topic = eventsTopicOf('customers')
const message = (key: string, value: string) => ({ key, value, headers: { 'content-type': 'text/plain' } })
const countTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

let test: TestKafka
beforeAll(async () => {
  test = await openTestKafka(['customers', 'orders'])
})
afterAll(() => test.dispose())

describe('messages beyond the size of one request', () => {
  it('are all written, in order per key, with their headers', async () => {
    const filler = 'x'.repeat(20_000)
    const batch = countTo(150).map((number) => message(`key-${number % 4}`, `${number} ${filler}`))
    await test.kafka.publish(topic, batch)
    const read = await test.messagesOn(topic)
    expect(read).toHaveLength(150)
    for (const key of ['key-0', 'key-1', 'key-2', 'key-3']) {
      const numbers = read.filter((each) => each.key === key).map(({ value }) => Number.parseInt(value ?? '', 10))
      expect(numbers).toEqual(countTo(150).filter((number) => `key-${number % 4}` === key))
      expect(new Set(read.filter((each) => each.key === key).map(({ partition }) => partition)).size).toBe(1)
    }
    expect(read[0]).toMatchObject({ topic, headers: { 'content-type': 'text/plain' } })
  })
})

describe('a message that is larger than the topic allows', () => {
  it('is told apart from those around it, of which the former are written', async () => {
    const name = `huge-${Math.random()}`
    const batch = [1, 2, 3].map((number) => message(name, number === 2 ? 'x'.repeat(3_000_000) : `${number}`))
    const refusal = await test.kafka.publish(topic, batch).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(MessageRefused)
    expect(refusal).toMatchObject({ index: 1 })
    const written = (await test.messagesOn(topic)).filter(({ key }) => key === name)
    expect(written.map(({ value }) => value)).toEqual(['1'])
  })
})

describe('reading a topic', () => {
  it('ends although somebody goes on writing, and tells how far it is', async () => {
    const own = eventsTopicOf('orders')
    await test.kafka.publish(
      own,
      countTo(50).map((number) => message(`k${number}`, String(number))),
    )
    const progress: (readonly [number, number])[] = []
    let isWriting = true
    const read = await test.kafka.readTopic(own, {
      async onMessages() {
        if (isWriting) await test.kafka.publish(own, [message('late', 'late')])
        isWriting = false
      },
      onProgress: (...step) => void progress.push(step),
    })
    expect(read).toBe(50)
    expect(progress.at(-1)).toEqual([50, 50])
  })

  it('reports what its reader throws instead of reading on', async () => {
    const reading = readTopicFromStart(test.kafka, topic, { registry: eventRegistry, onEvent: () => undefined })
    await expect(reading).rejects.toThrow(SyntaxError)
  })

  it('of an empty topic ends at once', async () => {
    const none = topics.find(({ name }) => name.includes('orders.anchors'))
    expect(await test.messagesOn(none?.name ?? '')).toEqual([])
  })
})

describe('topics', () => {
  it('are created once, however often and by however many that is asked', async () => {
    const own = topics.filter(({ name }) => contexts.some((context) => name === eventsTopicOf(context)))
    await Promise.all([test.kafka.createTopics(own), test.kafka.createTopics(own)])
    await test.kafka.createTopics(own)
    expect(await test.messagesOn(eventsTopicOf('surveys'))).toEqual([])
    await test.kafka.deleteTopics([eventsTopicOf('after-sales'), eventsTopicOf('surveys')])
  })

  it('that do not exist fail with a fault worth another attempt, and the next message goes through', async () => {
    await expect(test.kafka.publish('no-such-topic', [message('a', 'b')])).rejects.toBeInstanceOf(KafkaError)
    const before = (await test.messagesOn(topic)).length
    await test.kafka.publish(topic, [message('a', 'b')])
    expect(await test.messagesOn(topic)).toHaveLength(before + 1)
  })
})

describe('brokers that do not answer', () => {
  it('are reported as unreachable; a subscription to them can be stopped', async () => {
    const options = { brokers: ['127.0.0.1:1'], clientId: 'lost', topicPrefix: '', log: silentLog }
    const lost = createKafka(options)
    expect(await lost.isReachable()).toBe(false)
    await expect(lost.publish(topic, [message('a', 'b')])).rejects.toMatchObject({
      code: 'KAFKA_UNAVAILABLE',
      retryable: true,
    })
    const subscription = lost.subscribe({ group: 'g', topics: [topic], onBatch: async () => undefined })
    await subscription.stop()
    await lost.close()
  })
})

describe('a subscription', () => {
  it('begins at the first message and goes on after a fault of its handler', async () => {
    const seen: string[] = []
    let isFailing = true
    const subscription = test.kafka.subscribe({
      group: 'reader',
      topics: [topic],
      async onBatch(batch) {
        if (isFailing) {
          isFailing = false
          throw new Error('injected')
        }
        for (const { value, offset } of batch.messages) {
          seen.push(value ?? '')
          batch.resolve(offset)
        }
      },
    })
    const expected = (await test.messagesOn(topic)).length
    await until('everything is read', () => seen.length >= expected)
    await subscription.stop()
    expect(seen).toHaveLength(expected)
  })
})

describe('a group', () => {
  const own = eventsTopicOf('orders')
  const progressOf = (group: string) => test.kafka.progressOf(group, [own])
  const isLevel = async (group: string) => (await progressOf(group)).every(({ next, end }) => next === end)
  const member = (group: string) =>
    test.kafka.subscribe({
      ...{ group, topics: [own] },
      onBatch: async ({ messages, resolve }) => resolve(messages.at(-1)?.offset ?? ''),
    })

  it('that has stored nothing is at the first message; one that has read on, where it is', async () => {
    await test.kafka.publish(own, [message('a', '1'), message('b', '2')])
    const before = await progressOf('follower')
    expect(before.every(({ next, isStored }) => next === 0n && !isStored)).toBe(true)
    const subscription = member('follower')
    await until('it has read everything', () => isLevel('follower'))
    await subscription.stop()
    const total = (await progressOf('follower')).reduce((sum, { next }) => sum + next, 0n)
    expect(total).toBe(BigInt((await test.messagesOn(own)).length))
  })

  it('goes on where another one is, unless it has stored something itself', async () => {
    await test.kafka.adoptProgress('follower', 'heir', [own])
    const adopted = await progressOf('heir')
    expect(adopted).toEqual(await progressOf('follower'))
    await test.kafka.adoptProgress('nobody', 'heir', [own])
    expect(await progressOf('heir')).toEqual(adopted)
  })

  it('whose member waits for messages is left at once', async () => {
    const subscription = member('waiting')
    await until('it has read everything', () => isLevel('waiting'))
    const before = performance.now()
    await subscription.stop()
    // The brokers would keep its request for three seconds.
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  it('is removed once it has no members', async () => {
    const subscription = member('heir')
    await until('it has a member', async () => !(await test.kafka.removeGroup('heir')))
    await subscription.stop()
    await until('the broker knows that it has left', () => test.kafka.removeGroup('heir'))
    expect((await progressOf('heir')).every(({ isStored }) => !isStored)).toBe(true)
    expect(await test.kafka.removeGroup('heir')).toBe(true)
  })
})
