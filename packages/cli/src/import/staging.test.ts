import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Fate, fates, openStaging, settledFate } from './staging.ts'

const row = (cells: Readonly<Record<string, string>>) => ({ row: 1, line: 2, cells, broken: null, isBlank: false })

describe('staged rows', () => {
  it('lie in no file that anybody finds, also once they are more than memory is meant to hold', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'afterline-staging-'))
    const program = `
      import { readdirSync, readlinkSync } from 'node:fs'
      const { openStaging } = await import(${JSON.stringify(new URL('./staging.ts', import.meta.url).href)})
      const staging = openStaging()
      const cells = { name: 'x'.repeat(1000) }
      for (let row = 1; row < 10_000; row += 1) staging.stageRow('a.csv', { row, line: row, cells, broken: null, isBlank: false }, [])
      const open = process.platform === 'linux' ? readdirSync('/proc/self/fd').flatMap((fd) => {
        try { return [readlinkSync('/proc/self/fd/' + fd)] } catch { return [] }
      }) : []
      console.log(JSON.stringify({ found: readdirSync(${JSON.stringify(folder)}), open }))
      process.kill(process.pid, 'SIGKILL')
    `
    const env = { ...process.env, SQLITE_TMPDIR: folder, TMPDIR: folder }
    const killed = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env }).catch(
      (error: unknown) => error,
    )
    const { found, open } = JSON.parse(String((killed as { readonly stdout: string }).stdout)) as {
      readonly found: readonly string[]
      readonly open: readonly string[]
    }
    expect(found).toEqual([])
    // On disk they are: the open file has no name any more.
    if (process.platform === 'linux')
      expect(open.some((name) => name.startsWith(folder) && name.endsWith('(deleted)'))).toBe(true)
    await rm(folder, { recursive: true })
  })

  it('get their fate once, and keep the reasons for it', () => {
    using staging = openStaging()
    staging.stageRow('a.csv', row({ id: '1' }), [])
    const [staged] = staging.wholeRowsOf('a.csv')
    if (staged === undefined) throw new Error('the row is not there')
    staging.settle(staged, { fate: 'IMPORTED', key: '1' })
    const why = { column: 'id', reason: 'unreadable' }
    staging.settle(staged, { fate: 'LEFT_OUT', notes: [why] })
    staging.settle(staged, { fate: 'LEFT_OUT', notes: [why] })
    staging.settle(staged, { fate: 'UNCHANGED' })
    expect([...staging.settledRows('LEFT_OUT')]).toMatchObject([{ key: '1', notes: [why] }])
    expect(staging.counts()).toEqual([{ file: 'a.csv', fate: 'LEFT_OUT', rows: 1 }])
  })
})

describe('the fate of a row that several records are made of', () => {
  const fate = fc.constantFrom<Fate>(...fates)
  const after = (settled: readonly Fate[], isJoined: boolean) =>
    settled.reduce<Fate | null>((known, one) => settledFate(known, one, isJoined), null)

  it('does not depend on which of them comes first', () => {
    fc.assert(
      fc.property(fc.array(fate, { minLength: 1 }), fc.boolean(), (settled, isJoined) => {
        expect(after(settled.toReversed(), isJoined)).toBe(after(settled, isJoined))
      }),
    )
  })

  it('is to be left out where one is; of a row that is only joined, where all are', () => {
    expect(after(['IMPORTED', 'LEFT_OUT', 'UNCHANGED'], false)).toBe('LEFT_OUT')
    expect(after(['LEFT_OUT', 'UNCHANGED'], true)).toBe('UNCHANGED')
    expect(after(['LEFT_OUT', 'LEFT_OUT'], true)).toBe('LEFT_OUT')
  })
})
