import { runService } from '@afterline/service-kit'
import { ordersService } from './service.ts'

await runService((kit) => ordersService(kit, process.env['AFTERLINE_COMPANY'] ?? 'Afterline'))
