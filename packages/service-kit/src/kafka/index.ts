export * from './kafka-port.ts'
export { createKafka } from './kafkajs/adapter.ts'
export { createKafkaSetup, type Grant, type KafkaSetup, type PreparedTopic } from './kafkajs/setup.ts'
export * from './topic-replay.ts'
