import { accessRoles } from '@afterline/rules'
import { issueToken } from '@afterline/service-kit'
import type { Command } from 'commander'
import { CommandError, findInstance, issuerKeyOf } from '../instance.ts'
import type { CommandIo } from './io.ts'

interface TokenOptions {
  readonly role: readonly string[]
  readonly subject?: string
  readonly data: string
  readonly json?: boolean
}

export function addTokenCommand(program: Command, io: CommandIo): void {
  program
    .command('token')
    .description('Print a token of the development issuer, to try the graph with')
    .requiredOption('--role <role...>', `one or more of: ${accessRoles.map(({ id }) => id).join(', ')}`)
    .option('--subject <id>', 'staff id that the token stands for (default: the first role in lower case)')
    .action((_, command: Command) => io.run(command, printToken))

  async function printToken(options: TokenOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
    const roles = options.role.map((role) => role.toUpperCase())
    const unknown = roles.filter((role) => !accessRoles.some(({ id }) => id === role))
    if (unknown.length > 0) throw new CommandError(`There is no role ${unknown.join(', ')}; see afterline token --help`)
    const instance = await findInstance(options.data)
    const subject = options.subject ?? String(roles[0]).toLowerCase()
    const key = await issuerKeyOf(instance)
    const token = await issueToken({ key, issuer: instance.issuer, audience: instance.audience, subject, roles })
    output.result({ token, subject, roles }, () => token)
  }
}
