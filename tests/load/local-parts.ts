import { randomUUIDv7 } from 'node:crypto'
import { type ServiceName, type Surroundings, serviceEnvironment, serviceNames } from '@afterline/dev-stack'
import { eventRegistry } from '@afterline/events'
import { instantFromMillis, type PolicyBook } from '@afterline/rules'
import {
  createCommandBus,
  createCounted,
  createDeadlineBoard,
  createParking,
  createPersonalCipher,
  createRebuilding,
  createScorecardReader,
  createSilentLogger,
  type Kit,
  readServiceConfig,
  type ServiceDefinition,
  subgraphSchema,
} from '@afterline/service-kit'
import { createConnection } from 'mongoose'
import { afterSales } from '../../services/after-sales/src/after-sales.ts'
import { customers } from '../../services/customers/src/customers.ts'
import { orders } from '../../services/orders/src/orders.ts'
import { surveys } from '../../services/surveys/src/surveys.ts'
import type { Part } from './merged-schema.ts'

/** A subgraph within this process, on the same database as the service of its name. */
export interface LocalPart extends Part {
  readonly kit: Kit
}

const services: Readonly<Record<ServiceName, (kit: Kit) => ServiceDefinition>> = {
  customers,
  orders: (kit) => orders(kit),
  'after-sales': afterSales,
  surveys,
}

/** The four subgraphs with the services' own resolvers, configured as the services are. */
export function openParts(around: Surroundings, policies: PolicyBook): Promise<readonly LocalPart[]> {
  return Promise.all(
    serviceNames.map(async (name) => {
      const kit = await kitOf(name, around, policies)
      const { schemaFiles, resolvers } = services[name](kit)
      return { name, kit, schema: subgraphSchema(schemaFiles, resolvers) }
    }),
  )
}

async function kitOf(name: ServiceName, around: Surroundings, policies: PolicyBook): Promise<Kit> {
  const config = readServiceConfig(serviceEnvironment(name, around))
  const connection = await createConnection(config.MONGODB_URI, { autoIndex: false, autoCreate: false }).asPromise()
  const deps = { connection, policies, registry: eventRegistry, now: () => instantFromMillis(Date.now()) }
  const cipher = createPersonalCipher({ connection, masterKey: config.AFTERLINE_MASTER_KEY })
  const log = createSilentLogger()
  return {
    ...deps,
    config,
    log,
    cipher,
    commands: createCommandBus({
      ...deps,
      cipher,
      newId: () => randomUUIDv7(),
      traceparent: () => null,
      log,
    }),
    scorecard: createScorecardReader(deps),
    deadlines: createDeadlineBoard(deps),
    counted: createCounted(deps),
    parking: createParking({ connection, context: config.AFTERLINE_SERVICE }),
    rebuilding: createRebuilding({ connection, context: config.AFTERLINE_SERVICE }),
  }
}
