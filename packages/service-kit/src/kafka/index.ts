export * from './kafka-port.ts'
export { createKafka } from './kafkajs/adapter.ts'
export * from './topic-replay.ts'
