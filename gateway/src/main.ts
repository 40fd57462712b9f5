import { readFileSync } from 'node:fs'
import { ConfigError, createLogger, stopOnSignals } from '@afterline/service-kit'
import { type GatewayConfig, readGatewayConfig } from './gateway-config.ts'
import { createGateway } from './gateway-server.ts'

const SUPERGRAPH = new URL('../supergraph.graphql', import.meta.url)

function configOrExit(): GatewayConfig {
  try {
    return readGatewayConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

const config = configOrExit()
const log = createLogger('gateway', config.LOG_LEVEL)
const gateway = await createGateway(config, readFileSync(SUPERGRAPH, 'utf8'), log)
stopOnSignals(log, () => gateway.stop())
await gateway.server.listen({ host: config.HOST, port: config.PORT })
log.info({ port: config.PORT }, 'ready')
