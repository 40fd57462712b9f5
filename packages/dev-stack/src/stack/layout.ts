import type { BackingPorts } from '../backing/contract.ts'
import { freePorts } from '../backing/ports.ts'

/** The subgraphs, in the order of their ports. */
export const serviceNames = ['customers', 'orders', 'after-sales', 'surveys'] as const
export type ServiceName = (typeof serviceNames)[number]

export const DEFAULT_PORT = 4000

/** Every port of one instance, all on 127.0.0.1. Metrics and health answer on the same port as the service itself. */
export interface Layout {
  readonly gateway: number
  readonly services: Readonly<Record<ServiceName, number>>
  readonly backing: BackingPorts
}

/** Ports counted from one base: N the gateway, N+1 to N+4 the services, N+5 MongoDB, N+6 and N+7 Kafka. */
export function layoutAt(base: number): Layout {
  return layoutOf(Array.from({ length: 8 }, (_, offset) => base + offset))
}

/** Ports that happen to be free, for an instance that nobody has to find by number. */
export async function freeLayout(): Promise<Layout> {
  return layoutOf(await freePorts(8))
}

function layoutOf(ports: readonly number[]): Layout {
  const [
    gateway = 0,
    customers = 0,
    orders = 0,
    afterSales = 0,
    surveys = 0,
    mongo = 0,
    kafka = 0,
    kafkaController = 0,
  ] = ports
  return {
    gateway,
    services: { customers, orders, 'after-sales': afterSales, surveys },
    backing: { mongo, kafka, kafkaController },
  }
}

export const urlAt = (port: number): string => `http://127.0.0.1:${port}`
