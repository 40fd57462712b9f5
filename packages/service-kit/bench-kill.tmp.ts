import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { createConnection } from 'mongoose'
import pino from 'pino'
import { eventsTopicOf, topics } from '@afterline/events'
import { createKafka } from './src/kafka/index.ts'
import { createRelay } from './src/relay/index.ts'
import { createConsumers } from './src/consumers/index.ts'
import { anchorsFrom, verifyContext } from './src/verification/index.ts'
import { ensureStoreIndexes } from './src/store/store-indexes.ts'
import { createTestChains } from './src/relay/fixtures/test-chains.ts'
import { createPublicKey } from 'node:crypto'
process.on('unhandledRejection', (e) => { console.log('UNHANDLED', e) })
const start = () => spawn('java', ['-Xms256m', '-Xmx512m', '-cp', '/root/.cache/afterline/kafka_2.13-4.1.1/*', 'kafka.Kafka', '/tmp/flow-kafka/server.properties'], { stdio: 'ignore' })
let broker = start()
const counts = {}
const log = { debug() {}, info() {}, warn(f, m) { counts[m] = (counts[m] ?? 0) + 1 }, error(f, m) { console.log('ERROR', m, f) } }
const connection = await createConnection(process.env.MONGODB_URI, { dbName: 'kill_' + Date.now() }).asPromise()
await ensureStoreIndexes(connection)
const kafka = createKafka({ brokers: ['127.0.0.1:29192'], clientId: 'b', topicPrefix: 'k' + Date.now() + '.', log })
while (!(await kafka.isReachable())) await pause(300)
await kafka.createTopics(topics.filter(t => /customers|orders/.test(t.name)))
const chains = createTestChains(connection)
const streams = Array.from({ length: 40 }, () => chains.newStream())
const { privateKey } = generateKeyPairSync('ed25519')
const now = () => new Date().toISOString() as never
const relay = createRelay({ connection, kafka, context: 'customers', sealKey: privateKey, owner: randomUUID(), log, now })
const rec = { name: 'p1', sources: ['customers'] as const, handlers: { CustomerOwnerAssigned: async (e, { session }) => { await connection.collection('effects').insertOne({ stream: e.stream, v: e.version }, { session }) } } }
const consumers = createConsumers({ connection, kafka, context: 'orders', projections: [rec], commands: {} as never, log, now })
relay.start(); consumers.start()
let appended = 0, stop = false
const writer = (async () => { while (!stop) { for (const s of streams) { await chains.append(s, 1); appended++; if (stop) break; await pause(5) } } })()
const effects = () => connection.collection('effects').countDocuments()
await pause(4000); console.log('before kill', appended, await effects())
for (let round = 0; round < 2; round++) {
  broker.kill('SIGKILL'); await pause(6000); console.log('down', appended, await effects())
  broker = start(); const t = performance.now()
  const target = appended
  while (!(await kafka.isReachable())) await pause(50)
  console.log('reachable', Math.round(performance.now() - t))
  const pubs = async () => (await connection.collection('seals').findOne({}, { sort: { _id: -1 } }))
  const s0 = (await pubs())._id
  while (((await pubs())._id) <= s0) await pause(50)
  console.log('relay goes on', Math.round(performance.now() - t))
  const e0 = await effects(); while (await effects() <= e0) await pause(50)
  console.log('consumer goes on', Math.round(performance.now() - t))
  while (await effects() < target) { if (performance.now() - t > 60000) { console.log('STUCK', appended, await effects(), counts); break } await pause(100) }
  console.log('caught up after restart ms', Math.round(performance.now() - t), counts)
}
stop = true; await writer; await relay.drained()
const t = performance.now(); while (await effects() < appended && performance.now() - t < 30000) await pause(50)
const all = await connection.collection('effects').find().sort({ _id: 1 }).toArray()
const by = new Map<string, number[]>(); for (const { stream, v } of all) by.set(stream, [...(by.get(stream) ?? []), v])
let bad = 0; for (const vs of by.values()) vs.forEach((v, i) => { if (v !== i + 1) bad++ })
const onTopic = []; await kafka.readTopic(eventsTopicOf('customers'), { onMessages: async m => { onTopic.push(...m) } })
console.log({ appended, effects: all.length, bad, onTopic: onTopic.length, parked: await connection.collection('parked').countDocuments() })
const v = await verifyContext({ connection, context: 'customers', publicKeys: [createPublicKey(privateKey)], anchors: anchorsFrom(kafka, 'customers') }); console.log(v.brokenCount, v.seals, v.anchors)
await relay.stop(); await consumers.stop(); await connection.dropDatabase(); await kafka.close(); await connection.close(); broker.kill('SIGKILL'); console.log('clean end')
