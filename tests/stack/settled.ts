import { contexts } from '@afterline/events'
import kafkajs, { type Admin } from 'kafkajs'
import { until } from '../../deploy/dev/backing/condition.ts'
import { withKafkaAdmin } from '../../deploy/dev/backing/kafka-ready.ts'
import { eventCounts } from './history.ts'
import type { TestStack } from './test-stack.ts'

const SETTLES_WITHIN_MS = 60_000

/**
 * Waits until every event is published and every consumer has read to the end, and that brought no new event: from then
 * on nothing happens until somebody asks for it.
 * @throws SetupError when that does not come in time
 */
export async function settled(stack: TestStack): Promise<void> {
  const { kafkaBrokers, topicPrefix } = stack.stack
  const isSettled = async (): Promise<true | undefined> => {
    const before = await eventCounts(stack)
    if (!(await isPublished(stack))) return undefined
    const isRead = await withKafkaAdmin(kafkaBrokers, async (admin) => {
      const answers = await Promise.all(
        contexts.map((context) => hasReadAll(admin, `${topicPrefix}afterline.${context}`)),
      )
      return answers.every(Boolean)
    })
    if (!isRead || !(await isPublished(stack))) return undefined
    return JSON.stringify(await eventCounts(stack)) === JSON.stringify(before) ? true : undefined
  }
  await until(isSettled, { timeoutMs: SETTLES_WITHIN_MS, everyMs: 100, what: 'The end of all consequences' })
}

/** Nothing waits in an outbox, and the last seal is closed. */
async function isPublished({ databases }: TestStack): Promise<boolean> {
  const open = await Promise.all(
    contexts.flatMap((context) => [
      databases[context].collection('outbox').countDocuments(),
      databases[context].collection('seals').countDocuments({ publishedAt: null }),
    ]),
  )
  return open.every((count) => count === 0)
}

/** Whether a group is stable, and has stored the end of every partition that its members were given. */
async function hasReadAll(admin: Admin, groupId: string): Promise<boolean> {
  const { groups } = await admin.describeGroups([groupId])
  const [group] = groups
  if (group?.state !== 'Stable') return false
  const assigned = group.members.flatMap(({ memberAssignment }) =>
    Object.keys(kafkajs.AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {}),
  )
  const lags = await Promise.all([...new Set(assigned)].map((topic) => lagOf(admin, groupId, topic)))
  return lags.length > 0 && lags.every((lag) => lag === 0)
}

async function lagOf(admin: Admin, groupId: string, topic: string): Promise<number> {
  const [ends, [read]] = await Promise.all([
    admin.fetchTopicOffsets(topic),
    admin.fetchOffsets({ groupId, topics: [topic] }),
  ])
  const offsets = new Map(read?.partitions.map(({ partition, offset }) => [partition, Number(offset)]))
  // A partition that was never read has the offset -1, an empty one ends at 0.
  return ends.reduce((sum, { partition, high }) => sum + Number(high) - Math.max(0, offsets.get(partition) ?? 0), 0)
}
