import type { BackingPorts } from '../backing/contract.ts'
import { claimPortRow, OPERATIONS_ABOVE } from '../backing/port-rows.ts'

/** The subgraphs, in the order of their ports. */
export const serviceNames = ['customers', 'orders', 'after-sales', 'surveys'] as const
export type ServiceName = (typeof serviceNames)[number]

export const DEFAULT_PORT = 4000

/** Every process of an instance that answers requests. */
export const processNames = [...serviceNames, 'gateway'] as const
export type ProcessName = (typeof processNames)[number]

/** Every port of one instance, all on 127.0.0.1. */
export interface Layout {
  readonly gateway: number
  readonly services: Readonly<Record<ServiceName, number>>
  /** Where each tells its health and metrics. */
  readonly operations: Readonly<Record<ProcessName, number>>
  /** Where the delivery of invitations tells its health, if it is started. */
  readonly delivery: number
  readonly backing: BackingPorts
}

/**
 * Ports counted from one base: N the gateway, N+1 to N+4 the services, N+5 MongoDB, N+6 and N+7 Kafka; N+1000 to N+1004
 * health and metrics of the gateway and the services, N+1005 those of the delivery.
 */
export function layoutAt(base: number): Layout {
  const port = (offset: number) => base + offset
  const operated = serviceNames.length + 2
  return layoutOf([
    ...Array.from({ length: PORTS - operated }, (_, offset) => port(offset)),
    ...Array.from({ length: operated }, (_, offset) => port(OPERATIONS_ABOVE + offset)),
  ])
}

/** Ports that are free and claimed, for an instance that nobody has to find by number. */
export async function freeLayout(): Promise<Layout> {
  return layoutAt(await claimPortRow())
}

const PORTS = 14

function layoutOf(ports: readonly number[]): Layout {
  const [gateway = 0, customers = 0, orders = 0, afterSales = 0, surveys = 0, ...rest] = ports
  const [mongo = 0, kafka = 0, kafkaController = 0, ...operations] = rest
  const [ofGateway = 0, ofCustomers = 0, ofOrders = 0, ofAfterSales = 0, ofSurveys = 0, delivery = 0] = operations
  return {
    gateway,
    services: { customers, orders, 'after-sales': afterSales, surveys },
    operations: {
      gateway: ofGateway,
      customers: ofCustomers,
      orders: ofOrders,
      'after-sales': ofAfterSales,
      surveys: ofSurveys,
    },
    delivery,
    backing: { mongo, kafka, kafkaController },
  }
}

export const urlAt = (port: number): string => `http://127.0.0.1:${port}`
