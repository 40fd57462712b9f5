import type { Connection } from 'mongoose'
import { dataKeysOf } from './data-keys.ts'
import { type MasterKeys, UNNAMED } from './master-keys.ts'

const NAMELESS = { masterKey: { $exists: false } }

/** Of data keys that name no master key, so many are tried: they were all made by one, or by its successor. */
const SAMPLE = 20

/**
 * What the data keys of a service are under, where it is nothing that this process was given; else `null`, also where there
 * are no data keys. A process that goes on all the same reads none of the text, and what it writes nobody else can read.
 * @param lost names of master keys that are known to be gone: what is under them does not count
 */
export async function foreignMasterKeys(
  connection: Connection,
  masterKeys: MasterKeys,
  lost: readonly string[],
): Promise<readonly string[] | null> {
  const keys = dataKeysOf(connection)
  const wrapped = { $ne: null }
  if ((await keys.findOne({ wrapped, masterKey: { $in: [...masterKeys.known] } })) !== null) return null
  const isLost = { $or: [{ masterKey: { $in: [...lost] } }, ...(lost.includes(UNNAMED) ? [NAMELESS] : [])] }
  const counting = { wrapped, $nor: [isLost] }
  const nameless = await keys
    .find({ ...counting, ...NAMELESS })
    .limit(SAMPLE)
    .toArray()
  if (nameless.some(masterKeys.opens)) return null
  const names = (await keys.distinct('masterKey', counting)).flatMap((name) => name ?? [])
  const foreign = [...names, ...(nameless.length > 0 ? [UNNAMED] : [])]
  return foreign.length > 0 ? foreign : null
}
