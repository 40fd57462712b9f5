import { flushCompileCache } from 'node:module'
import { ConfigError, createLogger, stopOnSignals } from '@afterline/service-kit'
import { readGatewayConfig } from './gateway-config.ts'
import { createGateway } from './gateway-server.ts'

/**
 * Runs the gateway from its environment until it is asked to stop. A configuration that is wrong ends it with exit code 1
 * and the reason.
 */
export async function runGateway(supergraphSdl: string): Promise<void> {
  try {
    const config = readGatewayConfig(process.env)
    const log = createLogger('gateway', config.LOG_LEVEL)
    const gateway = await createGateway(config, supergraphSdl, log)
    stopOnSignals(log, () => gateway.stop())
    const { HOST: host, PORT: port, OPERATIONS_PORT: operationsPort } = config
    await gateway.operations.listen({ host, port: operationsPort })
    await gateway.server.listen({ host, port })
    log.info({ port, operationsPort }, 'listening')
    // Where there is a place for what was compiled, it is kept now: at the end somebody waits.
    flushCompileCache()
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : reasonOf(error)}\n`)
    process.exit(1)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
