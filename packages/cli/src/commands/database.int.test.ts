import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { removeUsers } from '@afterline/service-kit'
import { afterAll, describe, expect, it } from '@jest/globals'
import mongoose from 'mongoose'

const PROGRAM = fileURLToPath(new URL('../main.ts', import.meta.url))
const uri = process.env['MONGODB_URI'] ?? ''
const prefix = `command_${randomBytes(6).toString('hex')}`
const names = ['customers', 'orders', 'after_sales', 'surveys', 'operator'].map((holder) => `${prefix}_${holder}`)
const folder = mkdtempSync(join(tmpdir(), 'afterline-passwords-'))

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [PROGRAM, 'database', 'users', '--prefix', prefix, ...args], { encoding: 'utf8' })

afterAll(async () => {
  rmSync(folder, { recursive: true })
  const client = await new mongoose.mongo.MongoClient(uri).connect()
  await removeUsers(client, prefix)
  await client.close()
})

describe('afterline database users', () => {
  it('names every password that is missing, and makes nobody', () => {
    const { status, stderr } = run('--passwords', folder)
    expect(status).toBe(1)
    for (const name of names) expect(stderr).toContain(name)
  })

  it('makes users who can sign in with what their files hold, and may be repeated', async () => {
    for (const name of names) writeFileSync(join(folder, name), `password of ${name}\n`)
    const first = run('--passwords', folder, '--json')
    expect(JSON.parse(first.stdout).map(({ user }: { user: string }) => user)).toEqual(names)
    const second = run('--passwords', folder, '--json')
    const accounts = JSON.parse(second.stdout).map(({ account }: { account: string }) => account)
    expect(accounts).toEqual(names.map(() => 'UPDATED'))
    expect(first.stdout + first.stderr + second.stdout + second.stderr).not.toContain('password of')
    for (const username of names) {
      const auth = { username, password: `password of ${username}` }
      const client = await new mongoose.mongo.MongoClient(uri, { auth, authSource: 'admin' }).connect()
      await client.close()
    }
  })
})
