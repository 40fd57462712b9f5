import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type BenchmarkArguments,
  type Comparison,
  compare,
  perSecond,
  reportBenchmark,
  requiredVariable,
} from '@afterline/benchmark'
import { eventsTopicOf, topics } from '@afterline/events'
import { createKafka, createSilentLogger, type KafkaPort } from '@afterline/service-kit'
import { Command } from 'commander'
import type { CommandIo } from '../src/commands/io.ts'
import { addReplayCommand } from '../src/commands/replay.ts'
import { complaintMessages, EVENTS_EACH } from './complaint-events.ts'

/*
 * Events per second of `afterline replay` (read, parse, fold the ledgers, compute every figure), against reading the same
 * messages with the same client and parsing them as JSON. Both begin at offset 0 and join a group of their own.
 *
 *   KAFKA_BROKERS=… node packages/cli/bench/replay.bench.ts [--json] [--full]
 */

const ROUNDS = 5
const CONTEXT = 'after-sales'
const topic = eventsTopicOf(CONTEXT)
const COMPLAINTS_PER_REQUEST = 500

async function measure({ isFull }: BenchmarkArguments): Promise<readonly Comparison[]> {
  const brokers = requiredVariable('KAFKA_BROKERS')
  const topicPrefix = `bench-${randomUUID()}.`
  const kafka = createKafka({ brokers: brokers.split(','), clientId: 'bench', topicPrefix, log: createSilentLogger() })
  const folder = await mkdtemp(join(tmpdir(), 'afterline-bench-'))
  const complaints = isFull ? 250_000 : 12_500
  const events = complaints * EVENTS_EACH
  try {
    await kafka.createTopics(topics)
    await publish(kafka, complaints)
    await writeRunFile(folder, brokers, topicPrefix)
    const ours = { name: 'afterline replay', measure: () => perSecond(events, () => replay(folder, events)) }
    const against = {
      name: 'reading the topic, JSON.parse of every message',
      measure: () => perSecond(events, () => count(kafka, events)),
    }
    await firstReading(kafka, events)
    await ours.measure()
    await against.measure()
    const title = `${events.toLocaleString('en')} events`
    const notes = ['complaints of four events each, 12 partitions; both times include joining the group']
    return [await compare({ title, unit: 'events/s', ours, against, rounds: ROUNDS, notes })]
  } finally {
    await kafka.deleteTopics(topics.map(({ name }) => name))
    await kafka.close()
    await rm(folder, { recursive: true })
  }
}

async function publish(kafka: KafkaPort, complaints: number): Promise<void> {
  for (let begin = 0; begin < complaints; begin += COMPLAINTS_PER_REQUEST) {
    const size = Math.min(COMPLAINTS_PER_REQUEST, complaints - begin)
    await kafka.publish(topic, Array.from({ length: size }, (_, offset) => complaintMessages(begin + offset)).flat())
  }
}

/** The command reads topics only; of the rest of an instance it asks the addresses. */
function writeRunFile(folder: string, kafkaBrokers: string, topicPrefix: string): Promise<void> {
  const unused = { gatewayUrl: 'http://127.0.0.1:1', mongodbUri: 'mongodb://127.0.0.1:1' }
  return writeFile(join(folder, 'run.json'), JSON.stringify({ ...unused, kafkaBrokers, topicPrefix }))
}

/** Runs the command in this process. @throws Error unless it read every event and computed figures */
async function replay(folder: string, events: number): Promise<void> {
  let result: { readonly eventsRead: number; readonly kpis: readonly unknown[] } | undefined
  const output = {
    isJson: true,
    progress: () => {},
    result: (value: unknown) => {
      result = value as typeof result
    },
  }
  const io: CommandIo = {
    output: () => output,
    // Its options are those that the command declares.
    run: (command, action) => action(command.optsWithGlobals() as Parameters<typeof action>[0], output),
  }
  const program = new Command().option('--data <dir>')
  addReplayCommand(program, io)
  await program.parseAsync(['replay', '--data', folder], { from: 'user' })
  if (result?.eventsRead !== events || result.kpis.length === 0) {
    throw new Error(`${result?.eventsRead} of ${events} events were replayed`)
  }
}

/** A broker that has just started turns groups away for a while. @throws KafkaError when it still does after a minute */
async function firstReading(kafka: KafkaPort, events: number): Promise<void> {
  const giveUpAt = performance.now() + 60_000
  for (;;) {
    try {
      return await count(kafka, events)
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
      await delay(500)
    }
  }
}

/** What everybody has to do who wants to know what a message says; without it, nothing would be read but bytes. */
async function count(kafka: KafkaPort, events: number): Promise<void> {
  let parsed = 0
  const read = await kafka.readTopic(topic, {
    async onMessages(messages) {
      for (const { value } of messages) if (typeof JSON.parse(value ?? '') === 'object') parsed += 1
    },
  })
  if (read !== events || parsed !== events) throw new Error(`${parsed} of ${events} messages were read`)
}

await reportBenchmark('replay', measure)
