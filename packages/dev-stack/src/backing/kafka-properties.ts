import type { BackingPorts } from './contract.ts'
import { LOOPBACK } from './ports.ts'

/** The broker's settings: one node that is broker and controller, nothing replicated. */
export function kafkaProperties(dataFolder: string, ports: BackingPorts, address = LOOPBACK): string {
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${ports.kafkaController}`,
    listeners: `PLAINTEXT://${address}:${ports.kafka},CONTROLLER://127.0.0.1:${ports.kafkaController}`,
    'advertised.listeners': `PLAINTEXT://${address}:${ports.kafka}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': escapePropertyValue(dataFolder),
    // Topics are created on purpose, with the partitions and retention of the contract.
    'auto.create.topics.enable': false,
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 5,
    // Kafka forgets the offsets of a group that was away for a week; a laptop may be.
    'offsets.retention.minutes': 5_256_000,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 5,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // Production waits for more members before the first assignment; here each consumer is its whole group.
    'group.initial.rebalance.delay.ms': 0,
    'message.max.bytes': 2 * 1024 * 1024,
    'replica.fetch.max.bytes': 2 * 1024 * 1024,
    // Memory: defaults are sized for servers (128 MiB for the cleaner alone, 10 MiB of index per partition).
    'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
    'log.index.size.max.bytes': 1024 * 1024,
    'num.network.threads': 2,
    'num.io.threads': 4,
  }
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')
}

/** In Java property files a backslash escapes: a Windows path would lose its separators. */
function escapePropertyValue(value: string): string {
  return value.replaceAll('\\', '\\\\')
}
