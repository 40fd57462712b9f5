import { randomUUIDv7 } from 'node:crypto'
import { type ServiceName, type Surroundings, serviceEnvironment, serviceNames } from '@afterline/dev-stack'
import { eventRegistry } from '@afterline/events'
import { instantFromMillis, type PolicyBook } from '@afterline/rules'
import {
  createCommandBus,
  createDeadlineBoard,
  createParking,
  createPersonalCipher,
  createRebuilding,
  createScorecardReader,
  createSilentLogger,
  type Kit,
  readServiceConfig,
  subgraphSchema,
} from '@afterline/service-kit'
import { createConnection } from 'mongoose'
import { afterSales } from '../../services/after-sales/src/after-sales.ts'
import { customerModel } from '../../services/customers/src/customer/customer.model.ts'
import { customerRepository } from '../../services/customers/src/customer/customer.repository.ts'
import { customerResolvers } from '../../services/customers/src/customer/customer.resolvers.ts'
import { serviceHistoryModel } from '../../services/customers/src/projections/service-history.ts'
import { createRepositories } from '../../services/orders/src/repositories.ts'
import { ordersService } from '../../services/orders/src/service.ts'
import { surveyModel } from '../../services/surveys/src/survey/survey.model.ts'
import { surveys } from '../../services/surveys/src/surveys.ts'
import type { Part } from './merged-schema.ts'

/** A subgraph within this process, on the same database as the service of its name. */
export interface LocalPart extends Part {
  readonly kit: Kit
}

type Subgraph = Parameters<typeof subgraphSchema>

const subgraphs: Readonly<Record<ServiceName, (kit: Kit) => Subgraph>> = {
  customers: ({ connection }) => {
    const model = customerModel(connection)
    const parts = { model, history: serviceHistoryModel(connection), repository: customerRepository(model) }
    const file = new URL('../../services/customers/src/customer/customer.graphql', import.meta.url)
    return [[file], customerResolvers(parts)]
  },
  orders: ({ connection, policies }) => {
    const company = { zone: policies.tenantZone, seller: 'Afterline' }
    const { schemaFiles, resolvers } = ordersService(createRepositories(connection, company))
    return [schemaFiles, resolvers]
  },
  'after-sales': (kit) => {
    const { schemaFiles, resolvers } = afterSales(kit)
    return [schemaFiles, resolvers]
  },
  surveys: (kit) => {
    const { schemaFiles, resolvers } = surveys(kit, surveyModel(kit.connection))
    return [schemaFiles, resolvers]
  },
}

/** The four subgraphs with the services' own resolvers, configured as the services are. */
export function openParts(around: Surroundings, policies: PolicyBook): Promise<readonly LocalPart[]> {
  return Promise.all(
    serviceNames.map(async (name) => {
      const kit = await kitOf(name, around, policies)
      return { name, kit, schema: subgraphSchema(...subgraphs[name](kit)) }
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
    parking: createParking({ connection, context: config.AFTERLINE_SERVICE }),
    rebuilding: createRebuilding({ connection, context: config.AFTERLINE_SERVICE }),
  }
}
