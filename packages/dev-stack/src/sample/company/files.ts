import type { GraphClient } from '@afterline/cli'
import type { Instant } from '@afterline/rules'
import type { Change, Identified } from './change.ts'
import { type CompanyCustomer, customerIdOf, customers, FORMER_SYSTEM } from './customers.ts'
import type { Moments } from './moments.ts'

/** Contact persons of customers, by the customer's key. */
export type Contacts = ReadonlyMap<string, string>

/** Files come from the former system; licences, credit, needs and contacts were entered when this one was begun with. */
export async function openFiles(graph: GraphClient, change: Change, moments: Moments): Promise<Contacts> {
  const records = customers.map(({ key, organisation, kind, region }, index) => {
    return { row: index + 1, key, organisation, kind, region, openedAt: moments.ago(400 - 10 * index) }
  })
  await graph.query(
    `mutation Files($input: ImportCustomersInput!) { importCustomers(input: $input) { results { status } } }`,
    { input: { source: { system: FORMER_SYSTEM, file: 'customers.csv' }, records } },
  )
  const contacts = await Promise.all(customers.map((customer) => completeFile(change, moments, customer)))
  return new Map(contacts.flatMap((contact) => (contact === null ? [] : [contact])))
}

async function completeFile(
  change: Change,
  moments: Moments,
  customer: CompanyCustomer,
): Promise<readonly [string, string] | null> {
  const { key, owner } = customer
  const customerId = customerIdOf(key)
  const at = moments.ago(6, 20)
  const by = owner ?? 'sales-manager'
  if (owner !== null) {
    const input = { customerId, ownerId: owner }
    await change({ by: 'sales-manager', mutation: 'assignCustomerOwner', of: 'customer', at, input })
  }
  const { contacts } = await change<{ readonly contacts: readonly Identified[] }>({
    ...{ by, mutation: 'addContactPerson', of: 'customer', select: 'contacts { id }', at },
    input: { customerId, ...contactOf(customer) },
  })
  if (customer.kind !== 'PROSPECT') await recordNeed(change, at, by, customer)
  if (customer.licence !== null) await recordLicence(change, moments, customer)
  if (customer.credit !== null) await investigateCredit(change, at, customer)
  const contact = contacts.at(-1)
  return contact === undefined ? null : [key, contact.id]
}

/** A post, not a person; the number belongs to nobody. */
function contactOf({ key, trade }: CompanyCustomer) {
  const name = { HOSPITAL: '设备科', CLINIC: '采购负责人', DISTRIBUTOR: '采购部' }[trade]
  return { name, position: name, phone: `+86 21 5550 0${key.slice(1)}0`, email: `${key.toLowerCase()}@example.com` }
}

async function recordNeed(
  change: Change,
  at: Instant,
  by: 'sales-1' | 'sales-2' | 'sales-manager',
  customer: CompanyCustomer,
) {
  const input = { customerId: customerIdOf(customer.key), description: '临床耗材与设备年度采购', productClasses: [] }
  await change({ by, mutation: 'recordNeed', of: 'customer', at, input })
}

async function recordLicence(change: Change, moments: Moments, { key, trade, licence, owner }: CompanyCustomer) {
  const customerId = customerIdOf(key)
  const at = moments.ago(6, 18)
  const ends = licence === 'EXPIRED' ? 3 : licence === 'ENDING' ? -12 : -900
  const kind = trade === 'DISTRIBUTOR' ? 'DEVICE_DEALER_LICENCE' : 'MEDICAL_INSTITUTION_LICENCE'
  const issuer = trade === 'DISTRIBUTOR' ? '市药品监督管理局' : '市卫生健康委员会'
  const { licences } = await change<{ readonly licences: readonly Identified[] }>({
    ...{ by: owner ?? 'sales-manager', mutation: 'recordLicence', of: 'customer', select: 'licences { id }', at },
    input: {
      ...{ customerId, kind, issuer, number: `样许 2023${key}`, scope: ['CLASS_I', 'CLASS_II', 'CLASS_III'] },
      ...{ validFrom: moments.dayAgo(1000), validUntil: moments.dayAgo(ends) },
    },
  })
  if (licence === 'UNVERIFIED') return
  const licenceId = licences.at(-1)?.id
  const verification = { customerId, licenceId, method: '发证机关公示系统查询' }
  await change({
    by: 'quality-1',
    mutation: 'verifyLicence',
    of: 'customer',
    at: moments.ago(6, 17),
    input: verification,
  })
  if (licence !== 'REVOKED') return
  const revocation = { customerId, licenceId, reason: '发证机关公告注销' }
  await change({ by: 'legal-1', mutation: 'revokeLicence', of: 'customer', at: moments.ago(2), input: revocation })
}

async function investigateCredit(change: Change, at: Instant, { key, credit }: CompanyCustomer) {
  const findings = { GOOD: '近一年按期付款', LIMITED: '两次逾期付款', REFUSED: '货款拖欠，已列入不予交易名单' }[
    credit ?? 'GOOD'
  ]
  const minor = credit === 'GOOD' ? 80_000_000 : 10_000_000
  const input = { customerId: customerIdOf(key), outcome: credit, creditLimit: { minor, currency: 'CNY' }, findings }
  await change({ by: 'finance-1', mutation: 'investigateCredit', of: 'customer', at, input })
}
