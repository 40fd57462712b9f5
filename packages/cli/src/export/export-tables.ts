import { contexts, eventRegistry, eventsTopicOf, measurementMessage } from '@afterline/events'
import { isShownAlone } from '@afterline/rules'
import { createKafka, createSilentLogger, loadPolicies, readTopicFromStart } from '@afterline/service-kit'
import type { Instance } from '../instance.ts'
import type { Output } from '../output.ts'
import { createStreams } from '../replayed-streams.ts'
import { createParquetTable } from './parquet-table.ts'
import { EVENT_COLUMNS, eventRow, MEASUREMENT_COLUMNS, measurementRow } from './tables.ts'

/** Where the tables go. */
export interface ExportFiles {
  readonly events: string
  readonly measurements: string
}

/** No message tells of these rows. */
const NO_VERSION = 1

/** Events as they are on the topics, each once, and the measurements that follow from them. Answers how many there are. */
export async function exportTables(
  { kafkaBrokers: brokers, kafkaAccess, topicPrefix }: Instance,
  files: ExportFiles,
  output: Pick<Output, 'progress'>,
): Promise<Readonly<Record<keyof ExportFiles, number>>> {
  const policies = await loadPolicies(process.env['POLICY_DIR'] || undefined)
  const clientId = 'afterline-export'
  const kafka = createKafka({ brokers, clientId, topicPrefix, log: createSilentLogger(), ...kafkaAccess })
  const streams = createStreams()
  const events = createParquetTable(files.events, EVENT_COLUMNS)
  const measurements = createParquetTable(files.measurements, MEASUREMENT_COLUMNS)
  try {
    for (const context of contexts) {
      await readTopicFromStart(kafka, eventsTopicOf(context), {
        registry: eventRegistry,
        onEvent(event) {
          const known = streams.eventsRead()
          streams.record(event)
          if (streams.eventsRead() > known) events.add(eventRow(context, event))
        },
      })
      output.progress(`${eventsTopicOf(context)}: ${streams.eventsRead()} events read in all`)
    }
    for (const measurement of streams.measurements(policies)) {
      if (!isShownAlone(measurement)) continue
      measurements.add(measurementRow(measurementMessage(measurement, NO_VERSION, policies)))
    }
    return { events: events.close(), measurements: measurements.close() }
  } finally {
    events.abandon()
    measurements.abandon()
    await kafka.close()
  }
}
