import { describe, expect, it } from '@jest/globals'
import { gatewayEnvironment, type Surroundings, serviceEnvironment } from './environment.ts'
import { layoutAt, serviceNames } from './layout.ts'

const keys = (name: string) => ({
  privateKeyFile: `/secrets/${name}.private`,
  publicKeyFile: `/secrets/${name}.public`,
})
const passwordOf = (holder: string) => ({ file: `/secrets/${holder}.password`, password: `${holder}'s` })
const userOf = (holder: string) => ({ username: `afterline_${holder}`, ...passwordOf(holder) })
const forEach = <Value>(ofHolder: (holder: string) => Value) => ({
  customers: ofHolder('customers'),
  orders: ofHolder('orders'),
  'after-sales': ofHolder('after_sales'),
  surveys: ofHolder('surveys'),
  operator: ofHolder('operator'),
})
const around: Surroundings = {
  layout: layoutAt(4000),
  mongodbUri: 'mongodb://admin:all@127.0.0.1:4005/?replicaSet=rs0&authSource=admin',
  databaseUsers: forEach(userOf),
  kafkaBrokers: '127.0.0.1:4006',
  secrets: {
    masterKey: 'master',
    formerMasterKey: null,
    lostMasterKeys: null,
    surveySecret: 'survey',
    seal: keys('seal'),
    principal: keys('principal'),
    localIssuer: keys('issuer'),
    databasePasswords: forEach(passwordOf),
  },
  databasePrefix: 'afterline',
  topicPrefix: '',
}

const portsOf = ({ gateway, services, operations, delivery, backing }: ReturnType<typeof layoutAt>): number[] => [
  gateway,
  ...Object.values(services),
  ...Object.values(operations),
  delivery,
  ...Object.values(backing),
]

describe('two instances ten ports apart', () => {
  it('share no port', () => {
    const ports = [...portsOf(layoutAt(4000)), ...portsOf(layoutAt(4010))]
    expect(new Set(ports).size).toBe(ports.length)
  })
})

describe('the environment of the children', () => {
  it('gives each service a database of its own', () => {
    const uris = serviceNames.map((name) => serviceEnvironment(name, around)['MONGODB_URI'])
    expect(new Set(uris).size).toBe(serviceNames.length)
    expect(uris).toContain('mongodb://127.0.0.1:4005/afterline_after_sales?replicaSet=rs0')
  })

  it('sends each service to its database as its own user, whose password is in a file', () => {
    expect(serviceEnvironment('orders', around)).toMatchObject({
      MONGODB_URI: 'mongodb://127.0.0.1:4005/afterline_orders?replicaSet=rs0',
      MONGODB_USERNAME: 'afterline_orders',
      MONGODB_PASSWORD_FILE: '/secrets/orders.password',
    })
    const told = serviceNames.map((name) => JSON.stringify(serviceEnvironment(name, around)))
    expect(told.filter((environment) => /admin|'s"/.test(environment))).toEqual([])
  })

  it('sends it as whoever is configured where that one may not create users', () => {
    const environment = serviceEnvironment('orders', { ...around, databaseUsers: null })
    expect(environment['MONGODB_URI']).toBe(
      'mongodb://admin:all@127.0.0.1:4005/afterline_orders?replicaSet=rs0&authSource=admin',
    )
    expect(environment).not.toHaveProperty('MONGODB_USERNAME')
  })

  it('gives the keys that sign principals and tokens to the gateway alone', () => {
    const gateway = Object.values(gatewayEnvironment(around))
    expect(gateway).toContain('/secrets/principal.private')
    expect(gateway).toContain('/secrets/issuer.private')
    for (const name of serviceNames) {
      const service = Object.values(serviceEnvironment(name, around))
      expect(service).not.toContain('/secrets/principal.private')
      expect(service).not.toContain('/secrets/issuer.private')
    }
  })

  it('gives the secret of the invitations to surveys alone, and the master key not to the gateway', () => {
    const knowing = serviceNames.filter((name) => Object.values(serviceEnvironment(name, around)).includes('survey'))
    expect(knowing).toEqual(['surveys'])
    expect(Object.values(gatewayEnvironment(around))).not.toContain('master')
  })

  it('tells the gateway where every subgraph is', () => {
    expect(JSON.parse(gatewayEnvironment(around)['SUBGRAPH_URLS'] ?? '')).toEqual({
      customers: 'http://127.0.0.1:4001',
      orders: 'http://127.0.0.1:4002',
      'after-sales': 'http://127.0.0.1:4003',
      surveys: 'http://127.0.0.1:4004',
    })
  })
})
