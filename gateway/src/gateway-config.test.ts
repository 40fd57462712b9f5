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
    ['AFTERLINE_OPERATIONS_FILE', join(folder, 'missing.json')],
    ['AFTERLINE_OPERATIONS_FILE', keyFile],
    ['AFTERLINE_PORTAL_ORIGINS', 'https://portal.example/path'],
    ['AFTERLINE_PORTAL_ORIGINS', '*'],
  ])('%s = %j is named, its value is not', (name, value) => {
    const problems = problemsOf({ ...production, [name]: value })
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))])
    if (value.length > 1) expect(problems.join()).not.toContain(value)
  })
})

describe('manifests of persisted operations', () => {
  const operation = { id: 'a', name: 'Orders', type: 'query', body: 'query Orders { orders { id } }' }
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] }

  function fileWith(name: string, content: unknown): string {
    const file = join(folder, name)
    writeFileSync(file, JSON.stringify(content))
    return file
  }

  it('may be several, each of another portal', () => {
    const files = [
      fileWith('one.json', manifest),
      fileWith('other.json', { ...manifest, operations: [{ ...operation, id: 'b' }] }),
    ]
    const { AFTERLINE_OPERATIONS_FILE: read } = readGatewayConfig({
      ...production,
      AFTERLINE_OPERATIONS_FILE: files.join(', '),
    })
    expect(read).toEqual([operation, { ...operation, id: 'b' }])
  })

  it('that are none are told with the place in which file, all at once', () => {
    const AFTERLINE_OPERATIONS_FILE = [
      fileWith('format.json', { ...manifest, format: 'relay', operations: [{ ...operation, type: 'subscription' }] }),
      fileWith('empty.json', { ...manifest, operations: [] }),
    ].join()
    const problems = problemsOf({ ...production, AFTERLINE_OPERATIONS_FILE })
    expect(problems.map((problem) => problem.split(': ').slice(0, 2))).toEqual([
      ['AFTERLINE_OPERATIONS_FILE', 'file 1 at format'],
      ['AFTERLINE_OPERATIONS_FILE', 'file 1 at operations.0.type'],
      ['AFTERLINE_OPERATIONS_FILE', 'file 2 at operations'],
    ])
  })
})
