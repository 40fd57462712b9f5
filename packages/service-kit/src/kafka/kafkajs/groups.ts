import type { Admin } from 'kafkajs'
// Node does not see the error classes among the names that this CommonJS package exports; the default export has them.
import kafkajs from 'kafkajs'
import { KafkaError, type KafkaPort, type PartitionProgress } from '../kafka-port.ts'
import { type PrefixedClient, withAdmin } from './client.ts'

type Groups = Pick<KafkaPort, 'progressOf' | 'adoptProgress' | 'removeGroup'>

/** What is done about groups apart from being a member. */
export function groupsOf({ client, named, topicPrefix }: PrefixedClient): Groups {
  const progress = (admin: Admin, group: string, topics: readonly string[]) =>
    progressOf(admin, named(group), topics.map(named)).then((all) =>
      all.map((each) => ({ ...each, topic: each.topic.slice(topicPrefix.length) })),
    )
  return {
    progressOf: (group, topics) => withAdmin(client, (admin) => progress(admin, group, topics)),
    adoptProgress: (from, to, topics) =>
      withAdmin(client, async (admin) => {
        if ((await progress(admin, to, topics)).some(({ isStored }) => isStored)) return
        const stored = (await progress(admin, from, topics)).filter(({ isStored }) => isStored)
        for (const topic of topics) {
          const own = stored.filter((each) => each.topic === topic)
          const partitions = own.map(({ partition, next }) => ({ partition, offset: String(next) }))
          if (partitions.length === 0) continue
          await admin.setOffsets({ groupId: named(to), topic: named(topic), partitions })
        }
      }),
    removeGroup: (group) => withAdmin(client, (admin) => removeGroup(admin, named(group))),
  }
}

async function progressOf(
  admin: Admin,
  groupId: string,
  topics: readonly string[],
): Promise<readonly PartitionProgress[]> {
  const stored = await admin.fetchOffsets({ groupId, topics: [...topics] })
  const found = await Promise.all(
    stored.map(async ({ topic, partitions }) => {
      const extents = new Map((await admin.fetchTopicOffsets(topic)).map((extent) => [extent.partition, extent]))
      return partitions.map(({ partition, offset }) => {
        const { low, high } = extents.get(partition) ?? { low: '0', high: '0' }
        const next = BigInt(offset)
        // The client says -1 where nothing is stored; what the topic has dropped does not come any more.
        const begin = BigInt(low)
        return { topic, partition, next: next > begin ? next : begin, end: BigInt(high), isStored: next >= 0n }
      })
    }),
  )
  return found.flat()
}

const NON_EMPTY_GROUP = 68
const GROUP_ID_NOT_FOUND = 69

async function removeGroup(admin: Admin, groupId: string): Promise<boolean> {
  try {
    await admin.deleteGroups([groupId])
    return true
  } catch (error) {
    const code = refusalOf(error)
    if (code === GROUP_ID_NOT_FOUND) return true
    if (code === NON_EMPTY_GROUP) return false
    throw new KafkaError('the group cannot be removed', { cause: error })
  }
}

function refusalOf(error: unknown): number | null {
  if (!(error instanceof kafkajs.KafkaJSDeleteGroupsError)) return null
  return error.groups?.[0]?.errorCode ?? null
}
