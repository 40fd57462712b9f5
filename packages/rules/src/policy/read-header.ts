import { productClasses } from './context.ts'
import { type PolicyHeader, type PolicyLayer, policyKinds, policyLayers, policyStatuses } from './header.ts'
import { refuseWrongSteps } from './life-cycle.ts'
import { isComplete, readDate, whenGiven } from './reading.ts'
import type { PolicyFile, Section } from './source.ts'

const HEADER_KEYS = [
  'number',
  'kind',
  'layer',
  'appliesTo',
  'title',
  'status',
  'drafter',
  'reviewer',
  'approver',
  'draftedOn',
  'reviewedOn',
  'approvedOn',
  'effectiveOn',
  'pageCount',
  'executingDepartments',
  'changeReason',
  'changePurpose',
]

export function readHeader(source: Section, { name, origin }: PolicyFile): PolicyHeader | null {
  const section = source.section('document')
  if (section === null) return null
  section.allow(...HEADER_KEYS)
  const layer = section.oneOf('layer', policyLayers)
  const identity = {
    number: section.text('number'),
    kind: section.oneOf('kind', policyKinds),
    layer,
    title: section.bilingual('title'),
    appliesTo: layer === null ? null : readAppliesTo(section, layer),
    changeReason: section.bilingual('changeReason'),
    changePurpose: section.bilingual('changePurpose'),
    pageCount: section.integer('pageCount', 1, 10_000),
    executingDepartments: section.distinctTexts('executingDepartments'),
  }
  const steps = readSteps(section)
  if (!isComplete(identity) || steps === null) return null
  const header = { ...identity, ...steps, file: name }
  refuseWrongSteps(section, header)
  refuseWrongLayer(section, header, origin)
  return header
}

function readSteps(section: Section) {
  const steps = {
    status: section.has('status') ? section.oneOf('status', policyStatuses) : ('approved' as const),
    drafter: section.text('drafter'),
    reviewer: section.text('reviewer'),
    approver: section.text('approver'),
    draftedOn: readDate(section, 'draftedOn'),
    reviewedOn: whenGiven(section, 'reviewedOn', (key) => readDate(section, key)),
    approvedOn: whenGiven(section, 'approvedOn', (key) => readDate(section, key)),
    effectiveOn: readDate(section, 'effectiveOn'),
  }
  if (!isComplete(steps)) return null
  const { reviewedOn = null, approvedOn = null } = steps
  return { ...steps, reviewedOn, approvedOn }
}

/** For which product classes or contracts a document of an inner layer is; the outer layers are for everything. */
function readAppliesTo(section: Section, layer: PolicyLayer): readonly string[] | null {
  if (layer === 'productClass') {
    const classes = section.someOf('appliesTo', productClasses)
    return classes?.length === 0 ? section.problem("'appliesTo' must name a product class", 'appliesTo') : classes
  }
  if (layer === 'contract') return section.distinctTexts('appliesTo')
  if (!section.has('appliesTo')) return []
  return section.problem(`a document of layer '${layer}' holds for everything: it takes no 'appliesTo'`, 'appliesTo')
}

function refuseWrongLayer(section: Section, { kind, layer }: PolicyHeader, origin: PolicyFile['origin']): void {
  if (layer === 'regulation' && origin === 'COMPANY') {
    section.problem("a company's file cannot speak for the regulations: its layer is company or an inner one", 'layer')
  }
  const isInner = layer === 'productClass' || layer === 'contract'
  if (isInner && (kind === 'calendars' || kind === 'targets')) {
    section.problem(`${kind} hold for the whole company: layer '${layer}' cannot change them`, 'layer')
  }
}
