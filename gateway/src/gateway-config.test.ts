import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readGatewayConfig } from './gateway-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'afterline-gateway-'))
const keyFile = join(folder, 'key.pem')
beforeAll(() => {
  writeFileSync(keyFile, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
})
afterAll(() => rmSync(folder, { recursive: true }))

const production = {
  PORT: '4000',
  SUBGRAPH_URLS: '{"customers": "http://customers:4000"}',
  AFTERLINE_PRINCIPAL_KEY: keyFile,
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_AUDIENCE: 'afterline',
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readGatewayConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('an environment that says nothing of its kind', () => {
  it('is production', () => {
    expect(readGatewayConfig(production).NODE_ENV).toBe('production')
  })

  it('may not hold a local issuer', () => {
    expect(problemsOf({ ...production, LOCAL_ISSUER_KEY: keyFile })).toEqual([
      expect.stringMatching(/^LOCAL_ISSUER_KEY: .*production/),
    ])
  })

  it('is told of the local issuer together with everything else', () => {
    const problems = problemsOf({ LOCAL_ISSUER_KEY: keyFile, PORT: '70000' })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(
      expect.arrayContaining([...Object.keys(production), 'LOCAL_ISSUER_KEY']),
    )
  })
})

describe('a development environment', () => {
  it('may hold a local issuer', () => {
    const config = readGatewayConfig({ ...production, NODE_ENV: 'development', LOCAL_ISSUER_KEY: keyFile })
    expect(config.LOCAL_ISSUER_KEY?.asymmetricKeyType).toBe('ed25519')
  })
})

describe('a variable that cannot be read', () => {
  it.each([
    ['SUBGRAPH_URLS', 'customers=http://customers'],
    ['SUBGRAPH_URLS', '{"customers": "file:///etc/passwd"}'],
    ['AFTERLINE_PRINCIPAL_KEY', join(folder, 'missing.pem')],
    ['OIDC_ISSUER', 'issuer'],
    ['OIDC_AUDIENCE', ''],
    ['OIDC_JWKS_URL', 'ftp://issuer.example/keys'],
    ['PORT', '0'],
    ['OPERATIONS_PORT', '70000'],
    ['AFTERLINE_PORTAL_ORIGINS', 'https://portal.example/path'],
    ['AFTERLINE_PORTAL_ORIGINS', '*'],
  ])('%s = %j is named, its value is not', (name, value) => {
    const problems = problemsOf({ ...production, [name]: value })
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))])
    if (value.length > 1) expect(problems.join()).not.toContain(value)
  })
})
