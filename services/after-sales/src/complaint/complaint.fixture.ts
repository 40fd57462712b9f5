import { parseInstant, parseTimeZone } from '@afterline/rules'
import { NO_GOODS } from './decide/scanned-goods.ts'
import type { ComplaintCommand, ComplaintLookUp, ReceivedData } from './state.ts'

export const lookUp: ComplaintLookUp = {
  zone: parseTimeZone('Asia/Shanghai'),
  confirmationAttempts: 3,
  goods: NO_GOODS,
}
export const tuesday = parseInstant('2026-03-03T09:00:00+08:00')
export const complaintId = '0195b1f0-0000-7000-8000-00000000000c'
export const customerId = '0195b1f0-0000-7000-8000-000000000001'

export const receivedData: ReceivedData = {
  complaintId,
  customerId,
  orderId: null,
  productId: null,
  lotId: null,
  channel: 'PHONE',
  complaintClass: 'UNCLASSIFIED',
  description: 'The pump stops after a minute',
  complainantName: null,
  complainantPhone: null,
  isAdverseEventSuspected: false,
  goods: null,
}

export const desk = { id: 'wang', role: 'COMPLAINT_DESK' }
export type DataOf<Type extends ComplaintCommand['type']> = Extract<ComplaintCommand, { type: Type }>['data']
export const command = <Type extends ComplaintCommand['type']>(type: Type, data: DataOf<Type>, by = desk) =>
  ({ type, at: tuesday, by, data }) as Extract<ComplaintCommand, { type: Type }>

export const receive = (data: Partial<DataOf<'ReceiveComplaint'>> = {}) =>
  command('ReceiveComplaint', { ...receivedData, scan: null, ...data })
