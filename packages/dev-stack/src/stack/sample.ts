import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import mongoose from 'mongoose'
import type { Log } from '../backing/log.ts'
import { withDatabase } from '../backing/mongodb-uri.ts'
import { AUDIENCE } from './environment.ts'
import type { Stack } from './stack.ts'

/** What `sample/load.ts` gets to work with. */
export interface SampleTarget {
  readonly gatewayUrl: string
  readonly issuer: string
  readonly audience: string
  /** Ed25519 private key (PKCS8 PEM) that tokens for this gateway are signed with. */
  readonly issuerKeyFile: string
  readonly log: Log
}

/** What `sample/load.ts` exports. */
export interface SampleModule {
  /** Loads the sample company through the gateway, as users would. */
  readonly loadSample: (target: SampleTarget) => Promise<void>
  /** Lines that show what there is: tokens to try, the scorecard. Called at each start. */
  readonly describeSample?: (target: SampleTarget) => Promise<readonly string[]>
}

const LOADER = new URL('../sample/load.ts', import.meta.url)
/** Kept beside the data it speaks of: a database that was emptied by hand gets the sample again. */
const MARKER = { database: 'dev', collection: 'loads', id: 'sample' } as const

/** Loads the sample company unless it is there already, and describes it. Empty when the repository has no sample. */
export async function provideSample(stack: Stack, log: Log): Promise<readonly string[]> {
  if (!existsSync(fileURLToPath(LOADER))) return []
  const sample: SampleModule = await import(LOADER.href)
  const target: SampleTarget = {
    gatewayUrl: stack.gatewayUrl,
    issuer: stack.issuer,
    audience: AUDIENCE,
    issuerKeyFile: stack.secrets.localIssuer.privateKeyFile,
    log,
  }
  await once(stack, () => {
    log('Loading the sample company')
    return sample.loadSample(target)
  })
  return (await sample.describeSample?.(target)) ?? []
}

async function once(stack: Stack, load: () => Promise<void>): Promise<void> {
  const uri = withDatabase(stack.mongodbUri, `${stack.databasePrefix}_${MARKER.database}`)
  const client = await new mongoose.mongo.MongoClient(uri).connect()
  try {
    const loads = client.db().collection<{ _id: string; loadedAt: Date }>(MARKER.collection)
    if ((await loads.findOne({ _id: MARKER.id })) !== null) return
    await load()
    await loads.insertOne({ _id: MARKER.id, loadedAt: new Date() })
  } finally {
    await client.close()
  }
}
