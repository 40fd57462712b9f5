import { fileURLToPath } from 'node:url'
import { SetupError } from './backing/contract.ts'
import { withoutUser } from './backing/mongodb-uri.ts'
import { repositoryRoot } from './repository.ts'
import { deliverySettingsIn } from './stack/environment.ts'
import { layoutAt, processNames, serviceNames, urlAt } from './stack/layout.ts'
import { provideSample } from './stack/sample.ts'
import { stopOnSignals } from './stack/signals.ts'
import { type Stack, startStack } from './stack/stack.ts'
import { parseStartOptions, START_HELP, type StartOptions } from './stack/start-options.ts'

const log = (line: string): void => console.log(line)

async function main(): Promise<void> {
  const options = parseStartOptions(process.argv.slice(2), repositoryRoot)
  if (options.help) return log(START_HELP)
  const calledOff = new AbortController()
  const starting = startStack({
    root: repositoryRoot,
    dataDir: options.dataDir,
    layout: layoutAt(options.port),
    delivery: deliverySettingsIn(process.env),
    fresh: options.fresh,
    signal: calledOff.signal,
    mark: fileURLToPath(import.meta.url),
    log,
  })
  stopOnSignals(async () => {
    log('Stopping (gateway, services, Kafka, MongoDB)')
    calledOff.abort()
    await starting.then(
      (stack) => stack.stop(),
      () => {},
    )
    log(`Stopped. Data and logs stay in ${options.dataDir}`)
  }, 0)
  try {
    await serve(await starting, options, calledOff.signal)
  } catch (error) {
    // Whoever called it off also ends the process, once everything is down.
    if (!calledOff.signal.aborted) throw error
  }
}

async function serve(stack: Stack, options: StartOptions, calledOff: AbortSignal): Promise<void> {
  try {
    const sample = options.empty ? [] : await provideSample(stack, log)
    calledOff.throwIfAborted()
    for (const line of [...addresses(stack), ...sample]) log(line)
    log(`Afterline is ready: ${stack.gatewayUrl}/graphql (Ctrl-C stops it)`)
  } catch (error) {
    await stack.stop()
    throw error
  }
}

function addresses(stack: Stack): string[] {
  const services = serviceNames.map((name) => `${name} ${urlAt(stack.layout.services[name])}`)
  const health = processNames.map((name) => `${name} ${urlAt(stack.layout.operations[name])}`)
  return [
    '',
    `Graph      ${stack.gatewayUrl}/graphql`,
    `Services   ${services.join(', ')}`,
    `Health     ${health.join(', ')}`,
    `MongoDB    ${withoutUser(stack.mongodbUri)}`,
    `Kafka      ${stack.kafkaBrokers}`,
    `Logs       ${stack.dataDir}/logs`,
    'A token    npm run -s afterline -- token --help',
    '',
  ]
}

main().catch((error: unknown) => {
  console.error(error instanceof SetupError ? error.message : error)
  process.exit(1)
})
