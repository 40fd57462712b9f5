import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contexts } from '@afterline/events'
import { prepareUsers, userNameOf } from '@afterline/service-kit'
import type { Command } from 'commander'
import { CommandError } from '../instance.ts'
import { table } from '../output.ts'
import { openConfiguredMongodb } from '../servers.ts'
import type { CommandIo } from './io.ts'

interface UsersOptions {
  readonly prefix: string
  readonly passwords?: string
  readonly rolesOnly?: boolean
  readonly json?: boolean
}

export function addDatabaseCommands(program: Command, io: CommandIo): void {
  const database = program.command('database').description('Set up the MongoDB that MONGODB_URI names')
  database
    .command('users')
    .description('Create the users of services and operators with their rights, or bring them up to date')
    .option('--passwords <dir>', 'folder with a file for each user, named like the user, that holds its password')
    .option('--roles-only', 'create roles, and leave users to whoever creates them there')
    .option('--prefix <name>', 'before _<service> in the names of databases, users and roles', 'afterline')
    .action((_, command: Command) => io.run<UsersOptions>(command, prepare))
}

async function prepare(options: UsersOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const { prefix, passwords: folder, rolesOnly = false } = options
  if (rolesOnly === (folder !== undefined)) throw new CommandError('Give either --passwords <dir> or --roles-only')
  const passwords = folder === undefined ? null : await passwordsIn(folder, prefix)
  const client = await openConfiguredMongodb()
  try {
    const prepared = await prepareUsers(client, { prefix, passwords })
    output.result(prepared, () => {
      const rows = prepared.map(({ user, holder, role, account }) => [user, holder, role, account])
      return table(['user', 'for', 'role', 'account'], rows)
    })
  } finally {
    await client.close()
  }
}

/** @throws CommandError that names every file that is not there, or empty */
async function passwordsIn(folder: string, prefix: string): Promise<ReadonlyMap<string, string>> {
  const names = [...contexts, 'operator' as const].map((holder) => userNameOf(prefix, holder))
  const read = async (name: string) =>
    [name, (await readFile(join(folder, name), 'utf8').catch(() => '')).trim()] as const
  const passwords = new Map(await Promise.all(names.map(read)))
  const missing = names.filter((name) => passwords.get(name) === '')
  if (missing.length > 0) throw new CommandError(`There is no password in ${folder} for ${missing.join(', ')}`)
  return passwords
}
