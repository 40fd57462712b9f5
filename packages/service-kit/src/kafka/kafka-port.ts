import type { Topic } from '@afterline/events'
import type { Log } from '../store/log.ts'

/** A logger that also takes what only helps while something is being examined. */
export interface KafkaLog extends Log {
  debug(fields: object, message: string): void
}

export interface OutgoingMessage {
  /** Messages of one key stay in order, on one partition. */
  readonly key: string
  readonly value: string
  readonly headers: Readonly<Record<string, string>>
}

export interface IncomingMessage {
  readonly topic: string
  readonly partition: number
  readonly offset: string
  readonly key: string | null
  readonly value: string | null
  readonly headers: Readonly<Record<string, string>>
}

/** Consecutive messages of one partition. */
export interface IncomingBatch {
  readonly topic: string
  readonly partition: number
  readonly messages: readonly IncomingMessage[]
  /** How many messages of the partition follow after this batch. */
  readonly lag: number
  /** Everything up to and including this offset is dealt with and will not come again after a restart. */
  resolve(offset: string): void
  /** What is unresolved comes again after so long; other partitions go on meanwhile. Return from the batch after it. */
  postpone(ms: number): void
  /** False once the partition belongs to another member or the subscription stops: then leave the rest unresolved. */
  isCurrent(): boolean
}

export interface SubscriptionRequest {
  /** Members of one group share the partitions. */
  readonly group: string
  readonly topics: readonly string[]
  /** Called for several partitions at a time, never twice at once for the same partition. */
  onBatch(batch: IncomingBatch): Promise<void>
}

export interface Subscription {
  /** Resolves when the running batches are done and the group is left. */
  stop(): Promise<void>
}

export interface TopicReadOptions {
  /** Messages of one partition in order. Reading waits for it. */
  onMessages(messages: readonly IncomingMessage[]): Promise<void>
  /** After each call of `onMessages`. */
  onProgress?(read: number, total: number): void
}

/** How far a group is with a partition. */
export interface PartitionProgress {
  readonly topic: string
  readonly partition: number
  /** First offset that the group has not dealt with; that of the first message when it has stored none. */
  readonly next: bigint
  /** Offset that the next message will get. */
  readonly end: bigint
  readonly isStored: boolean
}

/**
 * What this project needs of Kafka, and nothing else; topic and group names are given without the installation's prefix.
 * One file implements it over a client library, so that another library is one file too.
 */
export interface KafkaPort {
  /**
   * Resolves when all in-sync replicas have every message. On failure a part may have been written.
   * @throws MessageRefused when there is one among them that the brokers do not take
   */
  publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void>
  /** Returns at once; joins, and joins again after every fault, in the background. Begins at the first message. */
  subscribe(request: SubscriptionRequest): Subscription
  /** Reads from the first message to what was the end of each partition when reading began. Returns how many were read. */
  readTopic(topic: string, options: TopicReadOptions): Promise<number>
  /** How far a group is, by what it has stored. @throws KafkaError for a topic that does not exist */
  progressOf(group: string, topics: readonly string[]): Promise<readonly PartitionProgress[]>
  /**
   * Lets a group that has stored nothing go on where another one is. Leaves a group that has stored something as it is.
   * @throws KafkaError while the group has members
   */
  adoptProgress(from: string, to: string, topics: readonly string[]): Promise<void>
  /** Forgets a group and what it has stored. False while it has members; true as well when there is none. */
  removeGroup(group: string): Promise<boolean>
  /** Creates those that do not exist; leaves others as they are. */
  createTopics(topics: readonly Topic[]): Promise<void>
  deleteTopics(names: readonly string[]): Promise<void>
  /** Whether the brokers answer. */
  isReachable(): Promise<boolean>
  /** Ends the producer; subscriptions are stopped by whoever began them. */
  close(): Promise<void>
}

export interface KafkaOptions extends KafkaAccess {
  readonly brokers: readonly string[]
  readonly clientId: string
  /** Put before every topic and group name: several installations can share one cluster. */
  readonly topicPrefix: string
  readonly log: KafkaLog
}

/** How one proves to the brokers who one is, and they to us. */
export interface KafkaAccess {
  /** Encrypts the connections; the brokers' certificates are verified. */
  readonly tls?: KafkaTls
  readonly credentials?: KafkaCredentials
}

/** Each as PEM. */
export interface KafkaTls {
  /** Who vouches for the brokers; whom Node trusts anyway, unless given. */
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
}

export interface KafkaCredentials {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'
  readonly username: string
  readonly password: string
}

/** A fault of Kafka or of the way to it. Always worth another attempt. */
export class KafkaError extends Error {
  readonly code = 'KAFKA_UNAVAILABLE'
  readonly retryable = true

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'KafkaError'
  }
}

/**
 * The brokers do not take this one message: it is larger than the topic's limit. Until that is raised, sending it again is
 * in vain. All messages before it are written, those behind it may be or not.
 */
export class MessageRefused extends KafkaError {
  /** Among the messages that were to be published. */
  readonly index: number

  constructor(index: number, options?: ErrorOptions) {
    super('Kafka does not take a message of this size', options)
    this.index = index
  }
}
