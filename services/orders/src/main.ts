import { runService } from '@afterline/service-kit'
import { createRepositories } from './repositories.ts'
import { ordersService } from './service.ts'

await runService(({ config, connection, policies }) =>
  ordersService(createRepositories(connection, { zone: policies.tenantZone, seller: config.AFTERLINE_COMPANY })),
)
