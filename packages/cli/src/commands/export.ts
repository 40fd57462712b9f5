import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { exportTables } from '../export/export-tables.ts'
import { findInstance } from '../instance.ts'
import type { Output } from '../output.ts'
import type { CommandIo } from './io.ts'

interface ExportOptions {
  readonly data: string
  readonly parquet: string
  readonly json?: boolean
}

export function addExportCommand(program: Command, io: CommandIo): void {
  program
    .command('export')
    .description('Write events and measurements into files for analysts, without text about persons')
    .requiredOption('--parquet <dir>', 'folder for events.parquet and measurements.parquet')
    .action((_, command: Command) => io.run<ExportOptions>(command, printExport))
}

async function printExport({ data, parquet }: ExportOptions, output: Output): Promise<void> {
  const instance = await findInstance(data)
  await mkdir(parquet, { recursive: true })
  const files = { events: join(parquet, 'events.parquet'), measurements: join(parquet, 'measurements.parquet') }
  const counts = await exportTables(instance, files, output)
  output.result({ ...counts, files }, () => {
    return `${counts.events} events in ${files.events}\n${counts.measurements} measurements in ${files.measurements}`
  })
}
