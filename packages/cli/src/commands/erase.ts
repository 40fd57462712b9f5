import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import type { GraphClient } from '../graph-client.ts'
import { CommandError, findInstance } from '../instance.ts'
import { graphOf } from '../session.ts'
import { type ErasureReport, provenErasure, textOfReport, untilErasedEverywhere } from './erasure-report.ts'
import type { CommandIo } from './io.ts'

interface EraseOptions {
  readonly reason?: string
  readonly confirm?: boolean
  readonly withdraw?: boolean
  readonly by?: string
  readonly data: string
  readonly json?: boolean
}

type IoOutput = ReturnType<CommandIo['output']>

export function addEraseCommands(program: Command, io: CommandIo): void {
  program
    .command('erase <customer>')
    .description(
      'Ask that the persons of a customer be erased, or, as another person, confirm it and prove that they are',
    )
    .option('--reason <text>', 'on what ground, or why it is withdrawn; it is kept, so name nobody')
    .option('--confirm', 'as a second person: erase them now; exit code 1 unless that is proven in every service')
    .option('--withdraw', 'take back the request')
    .option('--by <id>', 'staff id of who does it, as legal (development issuer only; else AFTERLINE_TOKEN)')
    .action((customer: string, _, command: Command) =>
      io.run<EraseOptions>(command, (options, output) => erase(options, output, customer)),
    )
  program
    .command('erasure-proof <customer>')
    .description('Show, service by service, that nothing tells the erased persons of a customer; exit code 1 otherwise')
    .action((customer: string, _, command: Command) =>
      io.run<EraseOptions>(command, async ({ data }, output) =>
        print(await provenErasure(await findInstance(data), customer), output),
      ),
    )
}

async function erase(options: EraseOptions, output: IoOutput, customerId: string): Promise<void> {
  const { confirm = false, withdraw = false, reason } = options
  if (confirm && withdraw) throw new CommandError('Either --confirm or --withdraw')
  if (!confirm && reason === undefined) throw new CommandError('Say why: --reason <text>')
  const instance = await findInstance(options.data)
  const graph = graphOf(instance, { subject: subjectOf(options), roles: ['LEGAL'] }, output)
  if (confirm) {
    await mutate(graph, 'confirmErasure', { customerId })
    await untilErasedEverywhere(instance, customerId, output)
    return print(await provenErasure(instance, customerId), output)
  }
  const customer = await mutate(graph, withdraw ? 'withdrawErasure' : 'requestErasure', { customerId, reason })
  const next = `Asked for. Another person confirms it: afterline erase ${customerId} --confirm`
  output.result(customer, () => (withdraw ? 'Withdrawn: nothing was erased' : next))
}

function subjectOf({ by }: EraseOptions): string {
  if (by !== undefined) return by
  if (process.env['AFTERLINE_TOKEN']) return 'whoever the token stands for'
  throw new CommandError('Say who does it: --by <staff id>, or a token in AFTERLINE_TOKEN')
}

interface Payload {
  readonly customer: object | null
  readonly violations: readonly {
    readonly rule: string
    readonly message: { readonly en: string }
    readonly remedy: { readonly en: string }
  }[]
}

/** @throws CommandError with what refused it */
async function mutate(graph: GraphClient, mutation: string, input: object): Promise<object> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation Erase($entry: Entry!, $input: ${type}!) {
    ${mutation}(entry: $entry, input: $input) {
      customer { id status erasedAt erasureRequest { requestedAt requestedBy reason } }
      violations { rule message { en } remedy { en } }
    }
  }`
  const entry = { idempotencyKey: randomUUID() }
  const answer = await graph.query<Readonly<Record<string, Payload>>>(document, { entry, input })
  const { customer = null, violations = [] } = answer[mutation] ?? {}
  const reasons = violations.map(({ rule, message, remedy }) => `${rule}: ${message.en} ${remedy.en}`)
  if (reasons.length > 0) throw new CommandError(reasons.join('\n'))
  if (customer === null) throw new CommandError('The file is not shown to you')
  return customer
}

function print(report: ErasureReport, output: IoOutput): void {
  output.result(report, () => textOfReport(report))
  if (!report.isProven) process.exitCode = 1
}
