import type { Reopening } from './deadline-row.ts'
import { isPausedByApproval } from './pauses.ts'
import { pausesText, reopeningText, rolesText, sameText } from './policy-texts.ts'
import type { DeadlineAspect, DeadlinePolicy } from './policy-version.ts'
import { type Strictness, strictnessOfList, strictnessOfNumber, strictnessOfTerm } from './strictness.ts'
import type { Aspect } from './value-kind.ts'

type Shape = Pick<Aspect<DeadlinePolicy>, 'text' | 'compare'> & {
  readonly name: DeadlineAspect
  readonly isOrdered?: boolean
  /** Never, unless given. */
  readonly needsApproval?: (outer: DeadlinePolicy) => boolean
  /** The fields that the aspect consists of. */
  readonly fields: readonly (keyof DeadlinePolicy)[]
}

/**
 * Running on after a reopening asks for more than letting the first end stand. A new limit cannot be compared with
 * either: it gives more time, and forgives that the run before it was late.
 */
function strictnessOfReopening(value: Reopening, than: Reopening): Strictness {
  if (value === than) return 'EQUAL'
  if (value === 'RESTARTS' || than === 'RESTARTS') return 'OTHER'
  return value === 'RESUMES' ? 'STRICTER' : 'LAXER'
}

const shapes: readonly Shape[] = [
  {
    name: 'limit',
    text: ({ limit }) => limit,
    compare: (value, than) => strictnessOfTerm(value.term, than.term, value.bound),
    needsApproval: isRegulated,
    fields: ['term', 'clock', 'limit', 'layer'],
  },
  {
    name: 'warnAtPercent',
    text: ({ warnAtPercent }) => sameText(`${warnAtPercent} %`),
    compare: (value, than) => strictnessOfNumber(value.warnAtPercent, than.warnAtPercent, 'LOWER'),
    fields: ['warnAtPercent'],
  },
  {
    name: 'escalateTo',
    text: ({ escalateTo }) => rolesText(escalateTo === null ? [] : [escalateTo]),
    compare: (value, than) => (value.escalateTo === than.escalateTo ? 'EQUAL' : 'OTHER'),
    isOrdered: false,
    fields: ['escalateTo'],
  },
  {
    name: 'informs',
    text: ({ informs }) => rolesText(informs),
    compare: (value, than) => strictnessOfList(value.informs, than.informs, 'MORE'),
    fields: ['informs'],
  },
  {
    name: 'pauses',
    text: ({ pauses }) => pausesText(pauses),
    compare: (value, than) => strictnessOfList(value.pauses, than.pauses, 'LESS'),
    needsApproval: isPausedByApproval,
    fields: ['pauses'],
  },
  {
    name: 'reopening',
    text: ({ reopening }) => reopeningText(reopening),
    compare: (value, than) => strictnessOfReopening(value.reopening, than.reopening),
    needsApproval: isRegulated,
    fields: ['reopening'],
  },
]

/** A number that no regulation gives is the company's own to choose; any other only with an approver when laxer. */
function isRegulated({ basis, isStatutory }: DeadlinePolicy): boolean {
  return basis === 'REGULATION' || isStatutory
}

export const deadlineAspects: readonly Aspect<DeadlinePolicy>[] = shapes.map(
  ({ name, text, compare, fields, isOrdered = true, needsApproval = () => false }) => ({
    name,
    text,
    compare,
    isOrdered: () => isOrdered,
    needsApproval,
    decidedBy: (value) => value.decidedBy[name],
    taking: (value, from) => ({
      ...value,
      ...Object.fromEntries(fields.map((field) => [field, from[field]])),
      decidedBy: { ...value.decidedBy, [name]: from.decidedBy[name] },
    }),
  }),
)

type Fact = Pick<Aspect<DeadlinePolicy>, 'text' | 'compare' | 'decidedBy'> & { readonly name: string }

function fact(name: string, text: (policy: DeadlinePolicy) => string): Fact {
  return {
    name,
    text: (policy) => sameText(text(policy)),
    compare: (value, than) => (text(value) === text(than) ? 'EQUAL' : 'OTHER'),
    decidedBy: (value) => value.decidedBy.limit,
  }
}

/** What only a revision of the regulations' document can change. */
export const deadlineFacts: readonly Fact[] = [
  fact('rule', ({ rule }) => rule),
  fact('start', ({ describes }) => describes.start),
  fact('stop', ({ describes }) => describes.stop),
  fact('basis', ({ basis, isStatutory }) => (isStatutory ? `${basis}, statutory` : basis)),
  fact('bound', ({ bound }) => bound),
]
