import { runService } from '@afterline/service-kit'
import { customers } from './customers.ts'

await runService(customers)
