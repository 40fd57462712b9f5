import { until, withKafkaAdmin } from '@afterline/dev-stack'
import { type Context, contexts, eventsTopicOf } from '@afterline/events'
import { groupOf, type ProjectionRegister, unfinishedSeals } from '@afterline/service-kit'
import kafkajs, { type Admin } from 'kafkajs'
import { eventCounts } from './history.ts'
import type { Holding } from './test-stack.ts'

const SETTLES_WITHIN_MS = 60_000

/**
 * Waits until every event is published and every projection has read to the end, and that brought no new event: from then
 * on nothing happens until somebody asks for it.
 * @throws SetupError when that does not come in time
 */
export async function settled(stack: Holding, withinMs = SETTLES_WITHIN_MS): Promise<void> {
  const { kafkaBrokers, topicPrefix } = stack.stack
  const isSettled = async (): Promise<true | undefined> => {
    const before = await eventCounts(stack)
    if (!(await isPublished(stack)) || !(await isBuilt(stack))) return undefined
    const isRead = await withKafkaAdmin(kafkaBrokers, async (admin) => {
      // One after the other: the client knows no broker before its first question about a topic.
      const ends = new Map<string, readonly End[]>()
      for (const context of contexts) {
        const topic = topicPrefix + eventsTopicOf(context)
        ends.set(topic, await admin.fetchTopicOffsets(topic))
      }
      const groups = (await groupsOf(stack)).map((group) => topicPrefix + group)
      return (await Promise.all(groups.map((group) => hasReadAll(admin, group, ends)))).every(Boolean)
    })
    if (!isRead || !(await isPublished(stack))) return undefined
    return JSON.stringify(await eventCounts(stack)) === JSON.stringify(before) ? true : undefined
  }
  await until(isSettled, { timeoutMs: withinMs, everyMs: 100, what: 'The end of all consequences' })
}

/** Nothing waits in an outbox, the last seal is closed, and every measurement is on its topic as it is. */
async function isPublished({ databases }: Holding): Promise<boolean> {
  const open = await Promise.all(
    contexts.flatMap((context) => [
      databases[context].collection('outbox').countDocuments(),
      databases[context].collection('measurementChanges').countDocuments(),
      unfinishedSeals(databases[context]).then(({ length }) => length),
    ]),
  )
  return open.every((count) => count === 0)
}

const registersOf = ({ databases }: Holding, context: Context) =>
  databases[context].collection<ProjectionRegister>('projectionBuilds').find().toArray()

/** Readers see what every projection makes of its events, and nothing is being made anew. */
async function isBuilt(stack: Holding): Promise<boolean> {
  const registers = await Promise.all(contexts.map((context) => registersOf(stack, context)))
  const isSeen = ({ current, catchingUp }: ProjectionRegister) => current !== null && catchingUp === null
  return registers.every((each) => each.length > 0 && each.every(isSeen))
}

async function groupsOf(stack: Holding): Promise<readonly string[]> {
  const registers = await Promise.all(contexts.map((context) => registersOf(stack, context)))
  return registers.flat().flatMap(({ _id, current }) => (current ? [groupOf(_id, current)] : []))
}

interface End {
  readonly partition: number
  /** Offset that the next message will get. */
  readonly high: string
}

/** Whether a group is stable, and has stored the end of every partition of the topics that its members were given. */
async function hasReadAll(admin: Admin, groupId: string, ends: ReadonlyMap<string, readonly End[]>): Promise<boolean> {
  const { groups } = await admin.describeGroups([groupId])
  const [group] = groups
  if (group?.state !== 'Stable') return false
  const assigned = group.members.flatMap(({ memberAssignment }) =>
    Object.keys(kafkajs.AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {}),
  )
  const topics = [...new Set(assigned)]
  const stored = await admin.fetchOffsets({ groupId, topics })
  const lags = stored.map(({ topic, partitions }) => lagOf(ends.get(topic) ?? [], partitions))
  return lags.length > 0 && lags.every((lag) => lag === 0)
}

function lagOf(
  ends: readonly End[],
  stored: readonly { readonly partition: number; readonly offset: string }[],
): number {
  const offsets = new Map(stored.map(({ partition, offset }) => [partition, Number(offset)]))
  // A partition that was never read has the offset -1, an empty one ends at 0.
  return ends.reduce((sum, { partition, high }) => sum + Number(high) - Math.max(0, offsets.get(partition) ?? 0), 0)
}
