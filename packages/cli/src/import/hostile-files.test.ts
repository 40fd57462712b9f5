import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { acceptingGraph, silentProgress } from './fixtures/accepting-graph.ts'
import { hostileFolder } from './fixtures/hostile-folder.ts'
import { importFolder } from './import-folder.ts'
import type { FateCounts, ImportReport } from './report.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-hostile-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sumOf = ({ imported, corrected, unchanged, leftOut, skipped }: FateCounts) =>
  imported + corrected + unchanged + leftOut + skipped

function listedOnce({ leftOutRows, skippedRows, correctedRows }: ImportReport): boolean {
  const places = [...leftOutRows, ...skippedRows, ...correctedRows].map(({ file, row }) => `${file} ${row}`)
  return new Set(places).size === places.length
}

/** What a report says of rows and records, but for what it takes for granted and how long it took. */
function outcomeOf({ isCheck: _, presumed: __, seconds: ___, ...outcome }: ImportReport) {
  return outcome
}

describe('files of anybody', () => {
  const RUNS = 300

  it(`have every row accounted for exactly once: ${RUNS} folders of four files each`, async () => {
    await fc.assert(
      fc.asyncProperty(hostileFolder, async ({ files, rows, mapping }) => {
        for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
        const graph = acceptingGraph(({ row }) => row % 13 === 0)
        const options = { folder, mapping, progress: silentProgress, signal: new AbortController().signal }
        const [unasked, foreseen] = [
          await importFolder({ ...options, graph: null, isCheck: true }),
          await importFolder({ ...options, graph, isCheck: true }),
        ]
        for (const kind of ['customer', 'product', 'order'] as const) expect(graph.records(kind)).toEqual([])
        const report = await importFolder({ ...options, graph, isCheck: false })
        expect(outcomeOf(foreseen)).toEqual(outcomeOf(report))
        // Only the graph knows what it cannot read.
        expect(unasked.rows).toBe(report.rows)
        expect(sumOf(unasked)).toBe(unasked.rows)

        expect(report.failure).toBe(null)
        expect(report.refusedFiles).toEqual([])
        expect(Object.fromEntries(Object.entries(report.files).map(([name, file]) => [name, file.rows]))).toEqual(rows)
        for (const file of Object.values(report.files)) expect(sumOf(file)).toBe(file.rows)
        expect(sumOf(report)).toBe(report.rows)
        expect(listedOnce(report)).toBe(true)
        expect(report.leftOutRows.length + report.skippedRows.length).toBe(report.leftOut + report.skipped)
        expect(report.leftOutRows.every(({ notes }) => notes.length > 0)).toBe(true)
        expect(report.skippedRows.every(({ notes }) => notes.length > 0)).toBe(true)
        for (const kind of ['customer', 'product', 'order'] as const) {
          expect(graph.records(kind)).toHaveLength(report.records[kind]?.imported ?? 0)
        }

        const again = await importFolder({ ...options, graph, isCheck: false })
        expect([again.imported, again.unchanged]).toEqual([0, report.imported])
        expect([again.leftOut, again.skipped]).toEqual([report.leftOut, report.skipped])
        expect(outcomeOf(await importFolder({ ...options, graph, isCheck: true }))).toEqual(outcomeOf(again))
      }),
      { numRuns: RUNS },
    )
  }, 120_000)
})
