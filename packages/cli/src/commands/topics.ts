import { contexts, eventsTopicOf, type Topic, topicHolders, topicRightsOf, topics } from '@afterline/events'
import type { PreparedTopic } from '@afterline/service-kit'
import type { Command } from 'commander'
import { CommandError } from '../instance.ts'
import { table } from '../output.ts'
import { configuredKafka } from '../servers.ts'
import type { CommandIo } from './io.ts'

interface TopicsOptions {
  readonly partitions?: number
  readonly replication?: number
  readonly acls?: boolean
  readonly prefix: string
  readonly principal: readonly string[]
  readonly json?: boolean
}

export function addTopicsCommand(program: Command, io: CommandIo): void {
  program
    .command('topics')
    .description('Create the topics on the Kafka that KAFKA_BROKERS names, as far as they are not there')
    .option('--partitions <n>', 'partitions of the topics of events (default: those of the contract)', wholeNumber)
    .option('--replication <n>', 'copies of each partition (default: as the cluster has it)', wholeNumber)
    .option('--acls', 'also allow each service, the delivery, operators and analysts what they need, and nothing else')
    .option('--prefix <name>', 'before _<service> in the names that they sign in under', 'afterline')
    .option('--principal <holder=name...>', 'one who signs in under another name: orders=CN=orders,O=Company', [])
    .action((_, command: Command) => io.run<TopicsOptions>(command, prepare))
}

async function prepare(options: TopicsOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const { partitions, replication } = options
  const principals = principalsOf(options)
  const kafka = configuredKafka()
  const wanted = topics.map((topic) => ({ ...topic, ...sizeOf(topic, partitions, replication) }))
  const prepared = await kafka.prepareTopics(wanted, replication)
  const grants = topicHolders.map((holder) => ({ principal: `User:${principals.get(holder)}`, holder }))
  const allowed = options.acls
    ? await kafka.grant(grants.map(({ principal, holder }) => ({ principal, rights: topicRightsOf(holder) })))
    : null
  const acls = allowed === null ? null : { rules: allowed, principals: grants }
  output.result({ topics: prepared, acls }, () => textOf(prepared, allowed))
  if (prepared.some(({ outcome }) => outcome === 'DIFFERENT')) process.exitCode = 1
}

/** With three copies and more, a write is confirmed by two: one broker may then be away. */
function sizeOf({ name, partitions, config }: Topic, wanted: number | undefined, replication = 1): Partial<Topic> {
  const isOfEvents = contexts.some((context) => name === eventsTopicOf(context))
  return {
    partitions: isOfEvents ? (wanted ?? partitions) : partitions,
    config: replication < 3 ? config : { ...config, 'min.insync.replicas': '2' },
  }
}

function textOf(prepared: readonly PreparedTopic[], allowed: number | null): string {
  const rows = prepared.map(({ topic, partitions, replication, outcome }) => [topic, partitions, replication, outcome])
  const rules = allowed === null ? '' : `\n\n${allowed} rules of access`
  return table(['topic', 'partitions', 'replication', 'outcome'], rows) + rules
}

/** @throws CommandError for a holder that there is not */
function principalsOf({ prefix, principal }: TopicsOptions): ReadonlyMap<string, string> {
  const usual = topicHolders.map((holder) => [holder, `${prefix}_${holder.replaceAll('-', '_')}`] as const)
  const given = principal.map((text) => {
    const [holder = '', ...name] = text.split('=')
    const isKnown = topicHolders.some((known) => known === holder)
    if (!isKnown || name.length === 0)
      throw new CommandError(`--principal ${text}: must be <holder>=<name>, with one of ${topicHolders.join(', ')}`)
    return [holder, name.join('=')] as const
  })
  return new Map<string, string>([...usual, ...given])
}

/** @throws CommandError unless it is 1 or more */
function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new CommandError(`${text} is not a whole number of 1 or more`)
  return number
}
