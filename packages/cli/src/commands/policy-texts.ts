import type { DocumentState, PolicyChange, PolicyContext, PolicyHeader, PolicyReport } from '@afterline/rules'
import { table } from '../output.ts'

/** What `policy check` prints as JSON. */
export interface PrintedCheck extends Pick<PolicyReport, 'problems' | 'versions' | 'overrides'> {
  readonly documents: readonly (PolicyHeader & { readonly state: DocumentState })[]
  readonly pending: readonly Pick<PolicyHeader, 'number' | 'effectiveOn'>[]
}

interface PrintedSide {
  /** The folder or day that was asked for. */
  readonly of: string
  readonly version: string
}

/** What `policy diff` prints as JSON. */
export interface PrintedDiff {
  readonly before: PrintedSide
  readonly after: PrintedSide
  readonly changes: readonly PolicyChange[]
}

export function checkText({ problems, versions, documents, overrides, pending }: PrintedCheck): string {
  const faults = problems.map(({ file, line, reason }) => `  ${file}:${line}: ${reason}`)
  const parts = [
    problems.length === 0
      ? `No problems; versions: ${versions.join(', ')}`
      : [counted(problems.length, 'problem'), ...faults].join('\n'),
    ...(documents.length === 0 ? [] : [documentTable(documents)]),
    overrides.length === 0
      ? 'Nothing is laxer than the regulations'
      : `${counted(overrides.length, 'laxer value')}, each with its approver\n${overrideTable(overrides)}`,
    pending.length === 0
      ? 'Nothing is pending'
      : `${counted(pending.length, 'pending document')}, without effect until approved: ${pending.map(revision).join(', ')}`,
  ]
  return parts.join('\n\n')
}

function documentTable(documents: PrintedCheck['documents']): string {
  const rows = documents.map((document) => [
    document.number,
    document.effectiveOn,
    document.kind,
    document.layer,
    document.appliesTo.join(', '),
    document.state,
    document.file,
  ])
  return table(['document', 'effective on', 'kind', 'layer', 'for', 'state', 'file'], rows)
}

function overrideTable(overrides: PrintedCheck['overrides']): string {
  const rows = overrides.map((override) => [
    override.key,
    override.aspect,
    override.rule ?? '',
    override.regulation,
    override.company,
    [override.layer, ...override.appliesTo].join(' '),
    override.approvedBy,
    override.version,
    `${override.file}:${override.line}`,
  ])
  return table(['key', 'of it', 'rule', 'instead of', 'is', 'layer', 'approved by', 'since', 'file'], rows)
}

/** The Chinese texts stand last: their width differs between terminals. */
export function diffText({ before, after, changes }: PrintedDiff): string {
  const sides = `${before.of} (version ${before.version}) → ${after.of} (version ${after.version})`
  if (changes.length === 0) return `${sides}: nothing changes`
  const rows = changes.map(({ subject, key, aspect, rules, context, from, to, effect, decidedBy }) => [
    subject.toLowerCase(),
    key,
    aspect,
    rules.join(', '),
    contextText(context),
    from.en,
    to.en,
    effect.toLowerCase(),
    `${decidedBy.from ?? '–'} → ${decidedBy.to ?? '–'}`,
    `${from.zh} → ${to.zh}`,
  ])
  const header = ['subject', 'key', 'of it', 'rules', 'for', 'from', 'to', 'effect', 'decided by', '变更']
  return `${sides}: ${counted(changes.length, 'change')}\n\n${table(header, rows)}`
}

function contextText({ productClass, contractId }: PolicyContext): string {
  return [productClass, contractId && `contract ${contractId}`].filter(Boolean).join(', ')
}

function revision({ number, effectiveOn }: PrintedCheck['pending'][number]): string {
  return `${number} of ${effectiveOn}`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
