import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { ConfigError } from './config-error.ts'
import { configTable } from './document.ts'
import { masterKeySecretsOf } from './master-keys.ts'
import { readServiceConfig, serviceConfigSchema } from './service-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'afterline-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const sealKey = join(folder, 'seal.pem')
const principalKey = join(folder, 'principal.pub.pem')
writeFileSync(sealKey, privateKey.export({ type: 'pkcs8', format: 'pem' }))
writeFileSync(principalKey, publicKey.export({ type: 'spki', format: 'pem' }))

const complete = {
  NODE_ENV: 'test',
  AFTERLINE_SERVICE: 'orders',
  PORT: '4002',
  MONGODB_URI: 'mongodb://orders:swordfish@db-0,db-1/afterline_orders?replicaSet=rs0',
  KAFKA_BROKERS: 'kafka-0:9092, kafka-1:9092',
  AFTERLINE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  AFTERLINE_SEAL_KEY: sealKey,
  AFTERLINE_PRINCIPAL_PUBLIC_KEY: principalKey,
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readServiceConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('a complete environment', () => {
  it('is read into values that can be used as they are', () => {
    const config = readServiceConfig(complete)
    expect(config).toMatchObject({
      PORT: 4002,
      KAFKA_BROKERS: ['kafka-0:9092', 'kafka-1:9092'],
      AFTERLINE_ROLES: ['api', 'relay', 'consumer', 'clock'],
      KAFKA_TOPIC_PREFIX: '',
    })
    expect(config.AFTERLINE_MASTER_KEY).toEqual(Buffer.alloc(32, 7))
    expect(config.AFTERLINE_SEAL_KEY.asymmetricKeyType).toBe('ed25519')
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readServiceConfig({ ...complete, POLICY_DIR: '', LOG_LEVEL: '' })).toMatchObject({ LOG_LEVEL: 'info' })
  })

  it('may name some of the roles', () => {
    expect(readServiceConfig({ ...complete, AFTERLINE_ROLES: 'relay,clock' }).AFTERLINE_ROLES).toEqual([
      'relay',
      'clock',
    ])
  })
})

describe('an empty environment', () => {
  it('is told of everything that is missing at once', () => {
    const named = problemsOf({}).map((problem) => problem.split(':')[0])
    const needed = Object.keys(complete).filter((name) => name !== 'NODE_ENV')
    expect(named.toSorted()).toEqual(needed.toSorted())
  })
})

describe('a variable that cannot be read', () => {
  it.each([
    ['PORT', '99999'],
    ['MONGODB_URI', 'postgres://admin:swordfish@db/orders'],
    ['MONGODB_URI', 'mongodb://admin:swordfish@db/?replicaSet=rs0'],
    ['AFTERLINE_MASTER_KEY', 'c3dvcmRmaXNo'],
    ['AFTERLINE_MASTER_KEY_FORMER', 'c3dvcmRmaXNo'],
    ['AFTERLINE_SEAL_KEY', '/nowhere/swordfish.pem'],
    ['AFTERLINE_SERVICE', 'swordfish'],
    ['AFTERLINE_ROLES', 'api,swordfish'],
    ['TENANT_TIME_ZONE', 'Swordfish/Bay'],
  ])('%s = %s is named, and no value is repeated', (name, value) => {
    const problems = problemsOf({ ...complete, [name]: value })
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.every((problem) => problem.startsWith(name))).toBe(true)
    expect(problems.join()).not.toMatch(/swordfish|c3dvcmRmaXNo/i)
  })
})

describe('a master key that is rotated', () => {
  const key = complete.AFTERLINE_MASTER_KEY
  const others = ['AFTERLINE_MASTER_KEY_FORMER', 'AFTERLINE_MASTER_KEY_NEXT'] as const

  it('stands beside the one before it, and the one to come', () => {
    const [former, next] = [Buffer.alloc(32, 6), Buffer.alloc(32, 8)]
    const [one, other] = [former, next].map((bytes) => bytes.toString('base64'))
    const config = readServiceConfig({ ...complete, [others[0]]: one, [others[1]]: other })
    const masterKey = Buffer.alloc(32, 7)
    expect(masterKeySecretsOf(config)).toEqual({ masterKey, otherMasterKeys: [former, next] })
    expect(masterKeySecretsOf(readServiceConfig(complete))).toEqual({ masterKey, otherMasterKeys: [] })
  })

  it.each(others)('is not itself %s', (name) => {
    expect(problemsOf({ ...complete, [name]: `${key}\n` })).toEqual([`${name}: is AFTERLINE_MASTER_KEY`])
  })
})

describe('the surveys service', () => {
  it('needs the secret that its invitations are signed with', () => {
    expect(problemsOf({ ...complete, AFTERLINE_SERVICE: 'surveys' })).toEqual([
      expect.stringMatching(/^AFTERLINE_SURVEY_SECRET: /),
    ])
  })
})

describe('the README', () => {
  it('lists every variable as the schema has it', () => {
    // The formatter pads the columns of tables.
    const unpadded = (markdown: string) => markdown.replace(/ {2,}/g, ' ').replace(/\| ?-+ ?(?=\|)/g, '|---')
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    expect(unpadded(readme)).toContain(unpadded(configTable(serviceConfigSchema)))
  })
})
