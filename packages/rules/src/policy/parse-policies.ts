import type { LocalDate, TimeZone } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import { type PolicyBook, policyBook } from './book.ts'
import type { CalendarDocument } from './calendar-document.ts'
import { type PolicyDocument, readDocuments } from './documents.ts'
import { Layers } from './layers.ts'
import type { PolicyOverride } from './policy-version.ts'
import { resolveVersion, tenantOf } from './resolve.ts'
import { type PolicyFile, Problems } from './source.ts'

/**
 * Reads policy files, lays the layers over each other and compiles every calendar. Each effective date that occurs in a
 * document begins a version of the whole policy set, named by that date.
 * @throws RulesError `POLICY_INVALID` with one line `file:line: reason` per problem, all of them at once
 */
export function parsePolicies(files: readonly PolicyFile[]): PolicyBook {
  const problems = new Problems()
  const documents = readDocuments(files, problems)
  const dates = [...new Set(documents.map((document) => document.header.effectiveOn))].toSorted()
  // A document with a fault may lack what the layers look for; that would only repeat the fault.
  const areComplete = problems.isEmpty
  const zone = tenantZoneOf(documents)
  const resolved = dates.map((date: LocalDate) =>
    resolveVersion(documents, date, new Layers(date, problems, areComplete)),
  )
  const versions = resolved.map(({ version }) => version).filter((version) => version !== null)
  if (documents.length === 0 && problems.isEmpty) problems.add('(policies)', 1, 'there is no policy document')
  refuse(problems)
  return policyBook(versions, zone, eachOnce(resolved.flatMap(({ overrides }) => overrides)))
}

function refuse(problems: Problems): void {
  if (!problems.isEmpty) throw new RulesError('POLICY_INVALID', problems.lines().join('\n'))
}

/** The company's zone, else the regulation's; never two, because days and months of different zones overlap. */
function tenantZoneOf(documents: readonly PolicyDocument[]): TimeZone {
  const calendars = documents.filter((document): document is CalendarDocument => document.kind === 'calendars')
  const company = calendars.filter(({ header, tenant }) => header.layer === 'company' && tenant)
  const deciding = company.length > 0 ? company : calendars
  const zone = tenantOf(deciding)?.zone
  for (const { tenant } of deciding) {
    if (tenant && tenant.zone !== zone) tenant.section.problem(`the tenant's zone is also given as ${zone}`, 'zone')
  }
  return zone ?? ('UTC' as TimeZone) // never used: without a tenant no version resolves
}

function eachOnce(overrides: readonly PolicyOverride[]): readonly PolicyOverride[] {
  const seen = new Map(overrides.toReversed().map((override) => [`${override.file}:${override.line}`, override]))
  return overrides.filter((override) => seen.get(`${override.file}:${override.line}`) === override)
}
