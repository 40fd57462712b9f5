import type { Topic, TopicRight } from '@afterline/events'
import kafkajs, { type AclEntry, type Admin } from 'kafkajs'
import type { KafkaOptions } from '../kafka-port.ts'
import { createClient, withAdmin } from './client.ts'

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs

export interface PreparedTopic {
  /** With the installation's prefix. */
  readonly topic: string
  readonly partitions: number
  readonly replication: number
  /** `DIFFERENT` is one that was there already with other partitions or another replication than asked for. */
  readonly outcome: 'CREATED' | 'THERE' | 'DIFFERENT'
}

export interface Grant {
  /** As Kafka knows whoever signs in: `User:afterline_orders`. */
  readonly principal: string
  readonly rights: readonly TopicRight[]
}

/** What is done to a cluster before services run on it, by somebody who may. */
export interface KafkaSetup {
  /**
   * Creates those that are not there. Others stay as they are: with another number of partitions, events of a stream would
   * come to lie on two of them and lose their order.
   * @param replication the cluster's own when left out
   */
  prepareTopics(topics: readonly Topic[], replication?: number): Promise<readonly PreparedTopic[]>
  /** Allows what is not allowed yet; takes nothing away. Answers how many rules that makes in all. */
  grant(grants: readonly Grant[]): Promise<number>
}

export function createKafkaSetup(options: KafkaOptions): KafkaSetup {
  const client = createClient(options)
  const named = (name: string) => options.topicPrefix + name
  return {
    prepareTopics: (topics, replication) =>
      withAdmin(client, (admin) =>
        prepareTopics(
          admin,
          topics.map((topic) => ({ ...topic, name: named(topic.name) })),
          replication,
        ),
      ),
    async grant(grants) {
      const acl = grants.flatMap(({ principal, rights }) =>
        rights.flatMap((right) => entriesOf(principal, { ...right, name: named(right.name) })),
      )
      await withAdmin(client, (admin) => admin.createAcls({ acl }))
      return acl.length
    },
  }
}

async function prepareTopics(
  admin: Admin,
  topics: readonly Topic[],
  replication: number | undefined,
): Promise<readonly PreparedTopic[]> {
  const existing = new Set(await admin.listTopics())
  const missing = topics.filter(({ name }) => !existing.has(name))
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map(({ name, partitions, config }) => ({
        ...{ topic: name, numPartitions: partitions },
        ...(replication === undefined ? {} : { replicationFactor: replication }),
        configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
      })),
    })
  }
  const found = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) })
  const metadata = new Map(found.topics.map(({ name, partitions }) => [name, partitions]))
  return topics.map(({ name, partitions: wanted }) => {
    const present = metadata.get(name) ?? []
    const replicas = present[0]?.replicas.length ?? 0
    const isAsAsked = present.length === wanted && (replication === undefined || replicas === replication)
    const outcome = existing.has(name) ? (isAsAsked ? 'THERE' : 'DIFFERENT') : 'CREATED'
    return { topic: name, partitions: present.length, replication: replicas, outcome }
  })
}

function entriesOf(principal: string, { on, name, isPrefix, operations }: TopicRight): readonly AclEntry[] {
  return operations.map((operation) => ({
    ...{ principal, host: '*', resourceName: name, operation: AclOperationTypes[operation] },
    resourceType: AclResourceTypes[on],
    resourcePatternType: isPrefix ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
    permissionType: AclPermissionTypes.ALLOW,
  }))
}
