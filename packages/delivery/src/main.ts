import { runDelivery } from './run-delivery.ts'

await runDelivery()
