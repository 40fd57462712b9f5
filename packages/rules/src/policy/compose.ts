import type { TimeZone } from '../primitives/local-date.ts'
import { type PolicyBook, policyBook } from './book.ts'
import type { CalendarDocument } from './calendar-document.ts'
import { type PolicyDocument, readDocuments } from './documents.ts'
import type { PolicyHeader } from './header.ts'
import { Layers } from './layers.ts'
import type { PolicyOverride } from './policy-version.ts'
import { type ResolvedVersion, resolveVersion, tenantOf } from './resolve.ts'
import { type PolicyFile, Problems } from './source.ts'

/** What policy files come to. */
export interface Composition {
  readonly problems: Problems
  readonly documents: readonly PolicyDocument[]
  /** UTC while no document names one. */
  readonly zone: TimeZone
  /** `null` with any problem. */
  readonly book: PolicyBook | null
}

/** Reads policy files, lays the layers of the approved ones over each other and compiles every calendar. */
export function composePolicies(files: readonly PolicyFile[]): Composition {
  const problems = new Problems()
  const documents = readDocuments(files, problems)
  const approved = documents.filter(isApproved)
  const zone = tenantZoneOf(approved)
  const resolved = resolveVersions(approved, problems)
  if (approved.length === 0 && problems.isEmpty) problems.add('(policies)', 1, 'there is no approved policy document')
  const versions = resolved.map(({ version }) => version).filter((version) => version !== null)
  const overrides = eachOnce(resolved.flatMap((version) => version.overrides))
  const headers = documents.map(({ header }) => header)
  const book = problems.isEmpty ? policyBook({ versions, tenantZone: zone, overrides, headers }) : null
  return { problems, documents, zone, book }
}

/**
 * What each pending document would meet if it were approved as it stands: a draft that needs an approver says so while
 * it is being written, not on the day on which it is to take effect.
 */
export function tryPending(documents: readonly PolicyDocument[], problems: Problems): void {
  const approved = documents.filter(isApproved)
  for (const pending of documents.filter((document) => !isApproved(document))) {
    // In this order the pending document is the one that is told of what the two do not agree in.
    tenantZoneOf([pending, ...approved])
    resolveVersions([...approved, pending], problems)
  }
}

export function isApproved({ header }: { readonly header: PolicyHeader }): boolean {
  return header.status === 'approved'
}

/** Each effective date that occurs in a document begins a version of the whole policy set, named by that date. */
function resolveVersions(documents: readonly PolicyDocument[], problems: Problems): readonly ResolvedVersion[] {
  const dates = [...new Set(documents.map((document) => document.header.effectiveOn))].toSorted()
  // A document with a fault may lack what the layers look for; that would only repeat the fault.
  const areComplete = problems.isEmpty
  return dates.map((date) => resolveVersion(documents, date, new Layers(date, problems, areComplete)))
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
  return zone ?? ('UTC' as TimeZone) // a zone that every runtime has; without a tenant no version resolves
}

/** An override shows in every version that contains it; it is reported under the first one. */
function eachOnce(overrides: readonly PolicyOverride[]): readonly PolicyOverride[] {
  const nameOf = ({ file, line, key, aspect }: PolicyOverride) => `${file}:${line}: ${key} ${aspect}`
  const first = new Map(overrides.toReversed().map((override) => [nameOf(override), override]))
  return overrides.filter((override) => first.get(nameOf(override)) === override)
}
