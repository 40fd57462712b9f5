import { runService } from '@afterline/service-kit'
import { orders } from './orders.ts'

await runService((kit) => orders(kit))
