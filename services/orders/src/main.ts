import { runService } from '@afterline/service-kit'
import { createRepositories } from './repositories.ts'
import { ordersService } from './service.ts'

await runService(({ connection, policies }) => {
  const seller = process.env['AFTERLINE_COMPANY'] ?? 'Afterline'
  return ordersService(createRepositories(connection, { zone: policies.tenantZone, seller }))
})
