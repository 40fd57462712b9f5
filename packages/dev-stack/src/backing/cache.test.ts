import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { cached, cacheFolder } from './cache.ts'

describe('the cache of downloads', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'afterline-cache-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  const fillWith = (text: string) => (folder: string) => writeFile(join(folder, 'content'), text)

  it('fills once', async () => {
    await cached(root, 'thing', fillWith('first'))
    const folder = await cached(root, 'thing', fillWith('second'))
    expect(await readFile(join(folder, 'content'), 'utf8')).toBe('first')
  })

  it('keeps nothing of a download that failed', async () => {
    const failing = async (folder: string): Promise<void> => {
      await fillWith('half')(folder)
      throw new Error('the line broke')
    }
    await expect(cached(root, 'thing', failing)).rejects.toThrow('the line broke')
    expect(await readdir(root)).toEqual([])
  })

  it('lets two fill at the same time, and keeps one', async () => {
    const folders = await Promise.all([cached(root, 'thing', fillWith('a')), cached(root, 'thing', fillWith('b'))])
    expect(new Set(folders)).toEqual(new Set([join(root, 'thing')]))
    expect(await readdir(root)).toEqual(['thing'])
  })

  it('is where the environment says, else in the home folder', () => {
    expect(cacheFolder({ AFTERLINE_CACHE: '/elsewhere' })).toBe('/elsewhere')
    expect(cacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe(join('/cache', 'afterline'))
    expect(cacheFolder({})).toMatch(/\.cache.afterline$/)
  })
})
