import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { kafkaAccessOf, kafkaAccessProblems, kafkaAccessVariables } from './kafka-access.ts'
import { mongodbAccessOf, mongodbAccessProblems, mongodbAccessVariables } from './mongodb-access.ts'
import { readConfig } from './read-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'afterline-access-'))
afterAll(() => rmSync(folder, { recursive: true }))
const password = join(folder, 'password')
writeFileSync(password, 'swordfish\n')
const key = join(folder, 'key.pem')
writeFileSync(key, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))

const schema = z.object({ ...mongodbAccessVariables, ...kafkaAccessVariables })
const read = (environment: Record<string, string>) =>
  readConfig(schema, environment, [...mongodbAccessProblems(environment), ...kafkaAccessProblems(environment)])

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    read(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('an environment that says nothing of access', () => {
  it('asks for neither users nor TLS', () => {
    expect(kafkaAccessOf(read({}))).toEqual({})
    expect(mongodbAccessOf(read({}), 'mongodb://db-0/orders')).toEqual({})
  })
})

describe('users with the files of their passwords', () => {
  const config = read({
    MONGODB_USERNAME: 'afterline_orders',
    MONGODB_PASSWORD_FILE: password,
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_SASL_USERNAME: 'orders',
    KAFKA_SASL_PASSWORD_FILE: password,
  })

  it('are signed in as, by what the files hold without the line end', () => {
    expect(kafkaAccessOf(config).credentials).toEqual({
      mechanism: 'scram-sha-512',
      username: 'orders',
      password: 'swordfish',
    })
    expect(mongodbAccessOf(config, 'mongodb://db-0/orders').auth).toEqual({
      username: 'afterline_orders',
      password: 'swordfish',
    })
  })

  it('are known to admin, where the URI does not name another database', () => {
    expect(mongodbAccessOf(config, 'mongodb://db-0/orders').authSource).toBe('admin')
    expect(mongodbAccessOf(config, 'mongodb://db-0/orders?authSource=staff')).not.toHaveProperty('authSource')
  })
})

describe('well-known authorities', () => {
  it('encrypt, and leave to Node whom it trusts', () => {
    const config = read({ MONGODB_TLS_CA_FILE: 'well-known', KAFKA_TLS_CA_FILE: 'well-known' })
    expect(kafkaAccessOf(config)).toEqual({ tls: {} })
    expect(mongodbAccessOf(config, 'mongodb://db-0/orders')).toEqual({ tls: true })
  })
})

describe('variables that do not go together', () => {
  it.each([
    ['MONGODB_USERNAME', { MONGODB_USERNAME: 'orders' }, ['MONGODB_PASSWORD_FILE']],
    ['MONGODB_PASSWORD_FILE', { MONGODB_PASSWORD_FILE: password }, ['MONGODB_USERNAME']],
    [
      'a user in the URI and beside it',
      { MONGODB_URI: 'mongodb://a:b@db/orders', MONGODB_USERNAME: 'orders', MONGODB_PASSWORD_FILE: password },
      ['MONGODB_USERNAME'],
    ],
    [
      'KAFKA_SASL_MECHANISM',
      { KAFKA_SASL_MECHANISM: 'scram-sha-256' },
      ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD_FILE'],
    ],
    ['KAFKA_SASL_USERNAME', { KAFKA_SASL_USERNAME: 'orders' }, ['KAFKA_SASL_MECHANISM']],
    [
      'plain without TLS',
      { KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'orders', KAFKA_SASL_PASSWORD_FILE: password },
      ['KAFKA_SASL_MECHANISM'],
    ],
    ['KAFKA_TLS_KEY_FILE', { KAFKA_TLS_KEY_FILE: key }, ['KAFKA_TLS_CERT_FILE']],
  ])('%s: each is named, with what it needs', (_, environment, named) => {
    expect(problemsOf(environment).map((problem) => problem.split(':')[0])).toEqual(named)
  })

  it('are told at once with files that cannot be used, and without what these hold', () => {
    const problems = problemsOf({
      MONGODB_USERNAME: 'orders',
      MONGODB_TLS_CA_FILE: password,
      MONGODB_TLS_CERTIFICATE_KEY_FILE: key,
      KAFKA_SASL_USERNAME: 'orders',
      KAFKA_TLS_CA_FILE: '/nowhere/ca.pem',
      KAFKA_TLS_CERT_FILE: password,
    })
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
      new Set([
        'MONGODB_PASSWORD_FILE',
        'MONGODB_TLS_CA_FILE',
        'MONGODB_TLS_CERTIFICATE_KEY_FILE',
        'KAFKA_SASL_MECHANISM',
        'KAFKA_TLS_CA_FILE',
        'KAFKA_TLS_CERT_FILE',
        'KAFKA_TLS_KEY_FILE',
      ]),
    )
    expect(problems).toContain('KAFKA_TLS_CA_FILE: must name a PEM file with certificates, or be `well-known`')
    expect(problems.join()).not.toContain('swordfish')
  })
})
