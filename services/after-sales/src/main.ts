import { runService } from '@afterline/service-kit'
import { afterSales } from './after-sales.ts'

await runService(afterSales)
