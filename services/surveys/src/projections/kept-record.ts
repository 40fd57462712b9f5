import type { KeptCollection, Reading } from '@afterline/service-kit'
import type { mongo } from 'mongoose'

/** What a projection keeps under an id, as a decision reads it; `null` where nobody has told of it (yet). */
export function keptRecord<Kept extends { readonly _id: string }>(
  { load }: Pick<Reading, 'load'>,
  kept: KeptCollection<Kept>,
  id: string,
): Promise<Kept | null> {
  return load<Kept>(kept.name, id, async (ids, session) => {
    const documents = await kept.current()
    const found = await documents.find({ _id: { $in: [...ids] } } as mongo.Filter<Kept>, { session }).toArray()
    // What was written as a Kept comes back as one.
    return new Map(found.map((document) => [document._id as string, document as unknown as Kept]))
  })
}
