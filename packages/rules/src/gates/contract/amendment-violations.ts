import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import type { TextVersion } from './text-version.ts'

export type ContractChange = 'ADDED' | 'REMOVED' | 'REWORDED'

/* What the amendment gate says of the revision itself (CON-4). */

export function wrongRevision(current: TextVersion, amended: TextVersion): Violation {
  const next = current.revision + 1
  return {
    rule: 'CON-4',
    message: {
      zh: `修订文本编号为 ${amended.revision}，不是紧接现行文本的 ${next}。`,
      en: `The amendment is revision ${amended.revision}, not ${next}, which follows the present text.`,
    },
    path: ['amended', 'text', 'revision'],
    remedy: {
      zh: `以现行文本为基础，形成第 ${next} 号修订。`,
      en: `Draw up revision ${next} from the present text.`,
    },
    facts: { reason: 'WRONG_REVISION', currentRevision: current.revision, amendedRevision: amended.revision },
  }
}

export function noChange({ revision }: TextVersion): Violation {
  return {
    rule: 'CON-4',
    message: { zh: '修订没有改变合同的任何内容。', en: 'The amendment changes nothing of the contract.' },
    path: ['declaredChanges'],
    remedy: { zh: '写明要改变的内容，或不作修订。', en: 'State what is to change, or leave the contract as it is.' },
    facts: { reason: 'NO_CHANGE', currentRevision: revision },
  }
}

/** CON-3 of what the review is of: the text that it judges follows the present one. */
export function olderReview(reviewedAt: Instant, stoodSince: Instant, index: number): Violation {
  return {
    rule: 'CON-3',
    message: { zh: '法务审核早于所修订的合同文本。', en: 'The legal review is older than the text that is amended.' },
    path: ['amended', 'reviews', String(index), 'reviewedAt'],
    remedy: { zh: '填写本次修订的审核时间。', en: 'State when this amendment was reviewed.' },
    facts: { reason: 'OLDER_THAN_PRESENT_TEXT', reviewedAt, stoodSince },
  }
}

export function silentChange(place: string, change: ContractChange): Violation {
  return {
    rule: 'CON-4',
    message: {
      zh: `修订还改动了 ${place}，但没有声明。`,
      en: `The amendment also changes ${place}, which was not declared.`,
    },
    path: ['amended', 'content', ...pathOf(place)],
    remedy: {
      zh: '声明这一改动并由双方同意，或恢复原文。',
      en: 'Declare the change and have both parties agree, or restore the wording.',
    },
    facts: { reason: 'SILENT_CHANGE', place, change },
  }
}

export function idleDeclaration(place: string, index: number): Violation {
  return {
    rule: 'CON-4',
    message: {
      zh: `声明要改动 ${place}，但修订文本中没有改动。`,
      en: `The change of ${place} is declared, but the written revision does not make it.`,
    },
    path: ['declaredChanges', String(index)],
    remedy: {
      zh: '在修订文本中写入这一改动，或撤回声明。',
      en: 'Write the change into the revision, or withdraw the declaration.',
    },
    facts: { reason: 'CHANGE_NOT_MADE', place },
  }
}

/** A clause is one step, however many dots its id has; it may be gone, so that no index leads to it. */
function pathOf(place: string): readonly string[] {
  const clause = 'clauses.'
  return place.startsWith(clause) ? ['clauses', place.slice(clause.length)] : place.split('.')
}
