import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Staff } from '@afterline/cli'
import { administratorOf, asAdministrator } from '../backing/mongodb-administrator.ts'
import type { Surroundings } from '../stack/environment.ts'
import { freeLayout } from '../stack/layout.ts'
import { instanceSecrets } from '../stack/secrets.ts'
import { type GraphTarget, staffOf } from './staff.ts'

/** What a running instance has written down of itself; see `stack/run-file.ts`. */
interface Written {
  readonly gatewayUrl: string
  readonly mongodbUri: string
  readonly kafkaBrokers: string
  readonly topicPrefix: string
  readonly databasePrefix: string
  readonly issuer: string
  readonly audience: string
  readonly services: Readonly<Record<string, { readonly url: string }>>
}

export interface RunningInstance {
  readonly instance: Written
  readonly target: GraphTarget
  /** The graph as each post of the sample company uses it. */
  readonly staff: Staff
  /** Its databases, topics and secrets, with free ports for whatever a benchmark starts beside it. */
  readonly around: Surroundings
}

/** Benchmarks also make databases of their own: where MongoDB was configured, as whom that was. */
async function administratorUri(dataDir: string, uri: string): Promise<string> {
  return process.env['MONGODB_URI'] ?? asAdministrator(uri, await administratorOf(dataDir))
}

/** @throws Error when nothing runs in the folder */
export async function runningInstance(dataDir: string): Promise<RunningInstance> {
  const text = await readFile(join(dataDir, 'run.json'), 'utf8')
  // Written by the development stack alone.
  const instance = JSON.parse(text) as Written
  const secrets = await instanceSecrets(dataDir)
  const { gatewayUrl, issuer, audience, mongodbUri, kafkaBrokers, databasePrefix, topicPrefix } = instance
  const target = { gatewayUrl, issuer, audience, issuerKeyFile: secrets.localIssuer.privateKeyFile }
  const administrator = await administratorUri(dataDir, mongodbUri)
  const places = { mongodbUri: administrator, databaseUsers: null, kafkaBrokers, databasePrefix, topicPrefix }
  const around = { layout: await freeLayout(), secrets, ...places }
  return { instance, target, staff: await staffOf(target), around }
}
