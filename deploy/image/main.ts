/**
 * The entry of the image. Without arguments it is the process that `AFTERLINE_SERVICE` names; which part of a service's
 * work it does, `AFTERLINE_ROLES` says. With arguments it is the command `afterline`: `docker run afterline verify`.
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
  if (process.argv.length > 2) {
    await import('../../packages/cli/src/main.ts')
    return
  }
  const name = process.env['AFTERLINE_SERVICE'] ?? ''
  const entry = Object.hasOwn(processes, name) ? processes[name] : undefined
  if (entry === undefined) {
    const names = Object.keys(processes).join(', ')
    console.error(`AFTERLINE_SERVICE: must be one of ${names}; or give a command of afterline, such as --help.`)
    process.exitCode = 1
    return
  }
  // First, so that it can trace what is loaded later.
  await import('../../packages/service-kit/src/telemetry/register.ts')
  await import(entry)
}

await start()
