/**
 * The entry of the image. It is the process that `AFTERLINE_SERVICE` names; which part of a service's work it does,
 * `AFTERLINE_ROLES` says. Without that variable it is the command `afterline`: `docker run afterline verify`.
 */
const processes: Readonly<Record<string, string>> = {
  customers: '../../services/customers/src/main.ts',
  orders: '../../services/orders/src/main.ts',
  'after-sales': '../../services/after-sales/src/main.ts',
  surveys: '../../services/surveys/src/main.ts',
  gateway: '../../gateway/src/main.ts',
  delivery: '../../packages/delivery/src/main.ts',
}

async function start(): Promise<void> {
  const name = process.env['AFTERLINE_SERVICE']
  if (name === undefined) {
    await import('../../packages/cli/src/main.ts')
    return
  }
  const entry = Object.hasOwn(processes, name) ? processes[name] : undefined
  if (entry === undefined) {
    console.error(`AFTERLINE_SERVICE: must be one of ${Object.keys(processes).join(', ')}.`)
    process.exitCode = 1
    return
  }
  // First, so that it can trace what is loaded later.
  await import('../../packages/service-kit/src/telemetry/register.ts')
  await import(entry)
}

await start()
