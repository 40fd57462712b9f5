import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Backing, type BackingOptions, SetupError, unlessCalledOff } from './contract.ts'
import { startManagedProcess } from './managed-process.ts'
import type { MongodBinary } from './mongod-binary.ts'
import { administratorOf, asAdministrator } from './mongodb-administrator.ts'
import { ensureSingleNodeReplicaSet, REPLICA_SET, replicaSetAt } from './mongodb-ready.ts'
import { LOOPBACK, requireFreePort } from './ports.ts'

/** Starts a local mongod as a replica set of one; ready for transactions when this resolves. */
export async function startMongodb(binary: MongodBinary, options: BackingOptions): Promise<Backing> {
  const port = options.ports.mongo
  const host = options.address ?? LOOPBACK
  await requireFreePort(port, 'MongoDB')
  const dbpath = join(options.dataDir, 'mongodb')
  await mkdir(dbpath, { recursive: true })
  const administrator = await administratorOf(options.dataDir)
  const mongod = startManagedProcess({
    name: 'mongod',
    command: binary.path,
    args: [
      ...mongodArguments(dbpath, host, port, options.keepsExpired ?? false),
      '--auth',
      '--keyFile',
      administrator.keyFile,
    ],
    logFile: join(options.dataDir, 'logs', 'mongod.log'),
    stopTimeoutMs: 30_000,
    log: options.log,
    onPid: (pid) => options.onProcess?.({ name: 'mongod', pid, mark: dbpath }),
  })
  const failFast = (): void => {
    unlessCalledOff(options.signal)
    if (mongod.deaths() > 0) throw new SetupError(`mongod ended while starting. Its reason is in ${mongod.logFile}`)
  }
  try {
    await ensureSingleNodeReplicaSet(`${host}:${port}`, administrator, failFast)
  } catch (error) {
    await mongod.stop()
    throw error
  }
  return {
    address: asAdministrator(replicaSetAt(`${host}:${port}`), administrator),
    processes: [mongod],
    stop: mongod.stop,
  }
}

function mongodArguments(dbpath: string, host: string, port: number, keepsExpired: boolean): string[] {
  return [
    ...['--dbpath', dbpath, '--port', String(port), '--bind_ip', host, '--replSet', REPLICA_SET],
    // Half a gigabyte is plenty for a sample company; the default takes half of the machine.
    ...['--wiredTigerCacheSizeGB', '0.5'],
    // A socket file in the system's temporary folder would be shared between instances; nobody here uses it.
    '--nounixsocket',
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // What a killed service leaves open keeps its documents locked until then; the default is a minute.
    ...['--setParameter', 'transactionLifetimeLimitSeconds=20'],
    ...(keepsExpired ? ['--setParameter', 'ttlMonitorEnabled=false'] : []),
  ]
}
