import type { Projection } from '../interfaces.ts'
import type { PartitionProgress } from '../kafka/kafka-port.ts'
import { type Build, groupOf } from '../projections/build.ts'
import { switchIn } from '../projections/register-store.ts'
import { topicsOf } from './build-consumer.ts'
import type { ConsumerDeps } from './projection-run.ts'

/** The ends of the partitions when they were last looked at, of one build. */
interface Look {
  readonly number: number
  readonly ends: ReadonlyMap<string, bigint>
}

const keyOf = ({ topic, partition }: PartitionProgress) => `${topic}/${partition}`

/**
 * Lets readers see a build once it has dealt with everything that the topics held at the look before: while others go on
 * publishing, nobody is ever further. What any process has stored counts, so it does not matter which one looks.
 * @returns what to call every now and then while a build catches up
 */
export function createCatchUp(
  { connection, kafka, log }: Pick<ConsumerDeps, 'connection' | 'kafka' | 'log'>,
  projection: Pick<Projection, 'name' | 'sources'>,
): (build: Build) => Promise<void> {
  const { name } = projection
  let last: Look | null = null
  let lastInTheWay = 0
  return async (build) => {
    const progress = await kafka.progressOf(groupOf(name, build), topicsOf(projection))
    const ends = last?.number === build.number ? last.ends : new Map<string, bigint>()
    last = { number: build.number, ends: new Map(progress.map((each) => [keyOf(each), each.end])) }
    if (!isLevel(progress, ends)) return
    const inTheWay = await switchIn(connection, name, build)
    const fields = { consumer: name, version: build.version, build: build.number }
    if (inTheWay === 0) log.info(fields, 'a projection is level; readers see it from now on')
    if (inTheWay !== null && inTheWay > 0 && inTheWay !== lastInTheWay) {
      log.error({ ...fields, parked: inTheWay }, 'a projection is level but for parked streams that the one in use has')
    }
    lastInTheWay = inTheWay ?? 0
  }
}

/** @param ends of the look before; where it knows none, the present end counts */
export function isLevel(progress: readonly PartitionProgress[], ends: ReadonlyMap<string, bigint>): boolean {
  return progress.every((each) => each.next >= (ends.get(keyOf(each)) ?? each.end))
}
