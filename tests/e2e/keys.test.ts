import { randomBytes } from 'node:crypto'
import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryRoot, type Stack, startStack } from '@afterline/dev-stack'
import { mutate, openHospital } from '@afterline/dev-stack/sample'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { afterline, afterlineJson } from '../stack/command-line.ts'
import { ask } from '../stack/graph.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * The life of an instance's keys: both are exchanged, the former master key goes, and then the one after it is lost. What is
 * recorded stays as it was, and can be checked, all the time.
 */

jest.setTimeout(TEST_MS * 3)

const NAME = '病区负责人'

interface Rotated {
  readonly context: string
  readonly masterKey: string | null
  readonly keys: number
  readonly remaining: number | null
  readonly unreadable: number
}

let test: TestStack
/** The one that runs. */
let stack: Stack
let customerId: string
let asOf: string
let figures: object

const secret = (name: string) => join(stack.dataDir, 'secrets', name)
const figuresThen = () =>
  afterlineJson<object>(test, ['kpis', '--from', '2020-01-01', '--to', '2100-01-01', '--as-of', asOf])
const verified = () => afterlineJson<{ readonly broken: readonly unknown[] }>(test, ['verify'])
const total = (rotated: readonly Rotated[], count: (one: Rotated) => number | null) =>
  rotated.reduce((sum, one) => sum + (count(one) ?? 0), 0)

async function startAnew(): Promise<void> {
  const { dataDir, layout, databasePrefix, topicPrefix } = stack
  await stack.stop()
  const told = { layout, databasePrefix, topicPrefix, log: () => {}, mark: 'jest', delivery: null }
  stack = await startStack({ root: repositoryRoot, dataDir, ...told })
}

async function contactNames() {
  const query = 'query File($id: ID!) { customer(id: $id) { contacts { name } } }'
  const token = await test.tokenOf(['SALESPERSON'], 'sales-1')
  const { data, codes } = await ask<{
    readonly customer: { readonly contacts: readonly { name: string | null }[] } | null
  }>(test.graphUrl, { token, query, variables: { id: customerId } })
  return { names: data?.customer?.contacts?.map(({ name }) => name) ?? null, codes }
}

const addContact = (name: string) =>
  mutate(test.staff('sales-1'), 'addContactPerson', 'customer', 'id', { customerId, name })

beforeAll(async () => {
  // As a folder is that was never rotated: a run that ended early may have left its own.
  await rm(join(repositoryRoot, '.afterline-test', 'across', 'keys', 'secrets'), { recursive: true, force: true })
  test = await openTestStack('keys')
  stack = test.stack
  customerId = await openHospital(test.staff, 'Lighthouse Hospital')
  await addContact(NAME)
  await settled(test)
  asOf = new Date().toISOString()
  figures = await figuresThen()
  const dataKeys = test.databases.customers.collection('dataKeys')
  // As releases wrote them that knew of one master key.
  await dataKeys.updateMany({}, { $unset: { masterKey: 1 } })
}, START_MS)
afterAll(async () => {
  await stack?.stop()
  await test.dispose()
}, START_MS)

describe('an instance whose keys were never exchanged', () => {
  it('says so when it is asked to put data keys under another master key, and changes nothing', async () => {
    const { code, stderr } = await afterline(test, 'keys', 'rotate', 'master')
    expect([code, stderr]).toEqual([1, expect.stringContaining('AFTERLINE_MASTER_KEY_FORMER')])
    const checked = await afterlineJson<readonly Rotated[]>(test, ['keys', 'rotate', 'master', '--check'])
    expect(checked.map(({ masterKey, remaining }) => [masterKey, remaining])).toEqual(checked.map(() => [null, null]))
  })
})

describe('both keys exchanged', () => {
  let sealed: { readonly keyId: string; readonly formerKeyId: string }
  beforeAll(async () => {
    sealed = await afterlineJson(test, ['keys', 'rotate', 'seal'])
    await rename(secret('master-key'), secret('master-key.former'))
    await startAnew()
  }, START_MS)

  it('leave every text readable before, while and after data keys are put under the new one (SEC-1)', async () => {
    const check = ['keys', 'rotate', 'master', '--check']
    const before = await afterlineJson<readonly Rotated[]>(test, check, { exitCode: 1 })
    const keys = total(before, (one) => one.keys)
    expect(keys).toBeGreaterThan(0)
    expect(total(before, ({ remaining }) => remaining)).toBe(keys)
    expect(await contactNames()).toMatchObject({ names: expect.arrayContaining([NAME]), codes: [] })
    const rotated = await afterlineJson<readonly Rotated[]>(test, ['keys', 'rotate', 'master'])
    expect([total(rotated, (one) => one.remaining), total(rotated, (one) => one.unreadable)]).toEqual([0, 0])
    expect(await afterlineJson(test, check)).toEqual(rotated)
    await rm(secret('master-key.former'))
    await startAnew()
    expect(await contactNames()).toMatchObject({ names: expect.arrayContaining([NAME]), codes: [] })
  })

  it('sign what is new by the new key, and leave what was sealed before verifiable (ETH-1)', async () => {
    await addContact('Second')
    await settled(test)
    const seals = await test.databases.customers.collection('seals').distinct('keyId')
    expect(seals.toSorted()).toEqual([sealed.formerKeyId, sealed.keyId].toSorted())
    expect((await verified()).broken).toEqual([])
    const files = await readdir(join(stack.dataDir, 'secrets'))
    expect(files).toEqual(expect.arrayContaining([`seal.${sealed.formerKeyId}.public.pem`]))
  })

  it('change no figure', async () => {
    expect(await figuresThen()).toEqual(figures)
  })
})

describe('a master key that is lost', () => {
  it(
    'keeps services from being started under another one, until somebody says that it is (SEC-1)',
    async () => {
      const lost: unknown = await test.databases.customers.collection('dataKeys').distinct('masterKey')
      await writeFile(secret('master-key'), randomBytes(32).toString('base64'))
      await expect(startAnew()).rejects.toThrow('AFTERLINE_MASTER_KEY_LOST')
      await writeFile(secret('master-key.lost'), String(lost))
      await startAnew()
    },
    START_MS,
  )

  it('takes text about persons with it, and neither the record nor a figure', async () => {
    expect((await contactNames()).codes).toContain('INTERNAL')
    expect((await verified()).broken).toEqual([])
    expect(await figuresThen()).toEqual(figures)
  })

  it('lets new text be written once the persons of before are erased', async () => {
    await expect(addContact('Third')).rejects.toMatchObject({ code: 'INTERNAL' })
    await afterlineJson(test, ['erase', customerId, '--reason', 'the key is lost', '--by', 'legal-1'])
    await afterlineJson(test, ['erase', customerId, '--confirm', '--by', 'legal-2'])
    await addContact('Third')
    const { names, codes } = await contactNames()
    expect([names?.at(-1), codes]).toEqual(['Third', []])
    expect((await verified()).broken).toEqual([])
  })
})
