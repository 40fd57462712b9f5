import { contexts, eventRegistry, eventsTopicOf } from '@afterline/events'
import {
  instantFromMillis,
  type Measurement,
  type PolicyBook,
  parseTimeZone,
  periodOfDays,
  rowOptionsAt,
  scorecardOf,
} from '@afterline/rules'
import { createKafka, createSilentLogger, loadPolicies, readTopicFromStart, servedKpis } from '@afterline/service-kit'
import type { Command } from 'commander'
import { findInstance, type Instance } from '../instance.ts'
import type { Output } from '../output.ts'
import { createStreams } from '../replayed-streams.ts'
import type { CommandIo } from './io.ts'
import { kpiTable } from './kpi-text.ts'
import { type Period, type PeriodOptions, periodOf, withPeriodOptions } from './period.ts'
import { type PrintedKpi, printedKpis } from './printed-kpi.ts'

interface ReplayOptions extends PeriodOptions {
  readonly data: string
  readonly json?: boolean
}

export function addReplayCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('replay')
    .description('Compute the key figures again from the Kafka topics alone, offset 0 to the end')
  withPeriodOptions(command).action((_, invoked: Command) => io.run<ReplayOptions>(invoked, printReplay))
}

async function printReplay(options: ReplayOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const { eventsRead, kpis } = await replayedKpis(await findInstance(options.data), periodOf(options), output)
  output.result({ eventsRead, kpis }, () => `${eventsRead} events\n\n${kpiTable(kpis)}`)
}

/** The figures of a period from the topics alone. */
export async function replayedKpis(
  instance: Instance,
  period: Period,
  output: Pick<Output, 'progress'>,
): Promise<{ readonly eventsRead: number; readonly kpis: readonly PrintedKpi[] }> {
  // The same policies as the services: those of another company would give other limits.
  const policies = await loadPolicies(process.env['POLICY_DIR'] || undefined)
  const streams = createStreams()
  const { kafkaBrokers: brokers, kafkaAccess, topicPrefix } = instance
  const kafka = createKafka({
    brokers,
    clientId: 'afterline-replay',
    topicPrefix,
    log: createSilentLogger(),
    ...kafkaAccess,
  })
  try {
    for (const context of contexts) {
      const topic = eventsTopicOf(context)
      await readTopicFromStart(kafka, topic, { registry: eventRegistry, onEvent: streams.record })
      output.progress(`${topic}: ${streams.eventsRead()} events read in all`)
    }
  } finally {
    await kafka.close()
  }
  return { eventsRead: streams.eventsRead(), kpis: kpisOf(streams.measurements(policies), period, policies) }
}

/** What the graph answers for, so that both can be compared. */
const served: ReadonlySet<string> = new Set(Object.values(servedKpis).flat())

function kpisOf(measurements: Iterable<Measurement>, period: Period, policies: PolicyBook): readonly PrintedKpi[] {
  const zone = period.zone === null ? policies.tenantZone : parseTimeZone(period.zone)
  const query = {
    ...periodOfDays(period.from, period.to, zone),
    scope: period.scope,
    asOf: period.asOf ?? instantFromMillis(Date.now()),
  }
  const rows = scorecardOf(measurements, query, rowOptionsAt(policies, query.asOf))
  return printedKpis(
    rows.filter(({ id }) => served.has(id)),
    policies,
    query.asOf,
  )
}
