import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackingOptions, SetupError } from '../backing/contract.ts'
import { dockerComposeAnswers, removeContainers } from '../backing/docker.ts'

/** What a run stores in its data folder. Nothing else in the folder is touched: it may be somebody's home. */
const STORED = ['mongodb', 'kafka', 'logs', 'secrets'] as const

/**
 * Removes what earlier runs have stored in the data folder.
 * @throws SetupError when the data is on configured servers: they are not ours to empty, and without the secrets of
 * this folder the data there could not be read any more.
 */
export async function beginAnew(options: BackingOptions): Promise<void> {
  const env = options.env ?? process.env
  const configured = ['MONGODB_URI', 'KAFKA_BROKERS'].filter((name) => env[name])
  if (configured.length > 0) {
    throw new SetupError(
      `--fresh does not empty servers that are configured by ${configured.join(' and ')}. ` +
        'Remove the afterline databases and topics there, or unset the variable.',
    )
  }
  if (await dockerComposeAnswers()) await removeContainers(options)
  await Promise.all(STORED.map((name) => rm(join(options.dataDir, name), { recursive: true, force: true })))
}
