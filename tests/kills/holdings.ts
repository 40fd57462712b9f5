import { type CloudEvent, type Context, contexts } from '@afterline/events'
import { unfinishedSeals } from '@afterline/service-kit'
import { gapsIn, publishedMessages, storedEvents } from '../stack/history.ts'
import type { Holding } from '../stack/test-stack.ts'

/** What one service holds after all kills, in the database and on its topic. */
export interface HoldingOfService {
  readonly context: Context
  readonly events: number
  readonly seals: number
  /** How often the right to seal changed hands. */
  readonly takeOvers: number
  /** Messages that came again, unchanged: a relay was killed between publishing and noting that. */
  readonly publishedAgain: number
  /** What should not be; nothing, if all is well. */
  readonly faults: readonly string[]
}

interface Seal {
  readonly _id: number
  readonly fencingToken: number
  readonly isPublished: boolean
  readonly events: readonly { readonly id: string }[]
}

export async function holdingsOf(holding: Holding): Promise<readonly HoldingOfService[]> {
  const held: HoldingOfService[] = []
  for (const context of contexts) held.push(await holdingOf(holding, context))
  return held
}

async function holdingOf(holding: Holding, context: Context): Promise<HoldingOfService> {
  const database = holding.databases[context]
  const events = await storedEvents(holding, context)
  const messages = await publishedMessages(holding, context)
  const open = new Set((await unfinishedSeals(database)).map(({ _id }) => _id))
  const stored = await database.collection<Omit<Seal, 'isPublished'>>('seals').find().sort({ _id: 1 }).toArray()
  const seals = stored.map((seal) => ({ ...seal, isPublished: !open.has(seal._id) }))
  const ids = events.map(({ id }) => id)
  const parked = await database.collection('parked').countDocuments()
  return {
    context,
    events: events.length,
    seals: seals.length,
    takeOvers: Math.max(0, new Set(tokensOf(seals)).size - 1),
    publishedAgain: messages.length - new Set(messages.map(({ id }) => id)).size,
    faults: [
      ...gapsIn(events.map(({ stream, version }) => ({ subject: stream, streamversion: version }))).map(
        (gap) => `stored: ${gap}`,
      ),
      ...gapsIn(messages).map((gap) => `published: ${gap}`),
      ...twiceOtherwise(messages),
      ...differenceOf('published', ids, new Set(messages.map(({ id }) => id))),
      ...sealFaults(seals, ids),
      ...(parked > 0 ? [`${parked} events are parked`] : []),
    ],
  }
}

/** A version of a stream that was published twice, as two different events. */
export function twiceOtherwise(messages: readonly Pick<CloudEvent, 'id' | 'subject' | 'streamversion'>[]) {
  const known = new Map<string, string>()
  return messages.flatMap(({ id, subject, streamversion }) => {
    const place = `${subject} ${streamversion}`
    const first = known.get(place) ?? id
    known.set(place, first)
    return first === id ? [] : [`published twice, and differently: ${place}`]
  })
}

/** What is wrong with a chain of seals: a number or an event that is missing or comes twice, or a stale relay's work. */
export function sealFaults(seals: readonly Seal[], eventIds: readonly string[]): readonly string[] {
  const sealed = seals.flatMap(({ events }) => events.map(({ id }) => id))
  const ofNeighbours = seals.flatMap(({ _id, fencingToken, isPublished }, index) => [
    ...(_id === index + 1 ? [] : [`seal ${_id} stands where ${index + 1} should`]),
    ...(fencingToken >= (seals[index - 1]?.fencingToken ?? 0) ? [] : [`seal ${_id} was made by a relay of before`]),
    ...(!isPublished ? [`seal ${_id} is not published`] : []),
  ])
  const repeated = sealed.length - new Set(sealed).size
  return [
    ...ofNeighbours,
    ...(repeated === 0 ? [] : [`${repeated} events are sealed twice`]),
    ...differenceOf('sealed', eventIds, new Set(sealed)),
  ]
}

function differenceOf(what: string, stored: readonly string[], found: ReadonlySet<string>): readonly string[] {
  const missing = stored.filter((id) => !found.has(id)).length
  const foreign = found.size + missing - new Set(stored).size
  return [
    ...(missing === 0 ? [] : [`${missing} events are not ${what}`]),
    ...(foreign === 0 ? [] : [`${foreign} events are ${what} that are not stored`]),
  ]
}

const tokensOf = (seals: readonly Seal[]) => seals.map(({ fencingToken }) => fencingToken)
