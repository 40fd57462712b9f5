import type { DomainEvent } from '@afterline/events'
import type { RuleId, Violation } from '@afterline/rules'
import { type Decision, refused } from '@afterline/service-kit/aggregate'
import type { FollowingCommand } from '../state.ts'

/** Characters that the event contract takes. */
const LONGEST_TEXT = 4000

/** What a command comes to that says what it has to: without its texts it is none, not even in history. */
export function onceWritten<Event extends DomainEvent>(
  command: FollowingCommand,
  decision: Decision<Event>,
): Decision<Event> {
  const unwritten = textProblems(command)
  return unwritten.length > 0 ? refused(unwritten, decision.violations) : decision
}

/** What each command has to say in words, and the rule that asks for it. An empty text says nothing. */
function textProblems(command: FollowingCommand): readonly Violation[] {
  return textsOf(command).flatMap(({ field, rule, text }) => {
    if (text.trim() === '') return [textMissing(field, rule)]
    return text.length > LONGEST_TEXT ? [textTooLong(field, rule, text.length)] : []
  })
}

interface RequiredText {
  readonly field: string
  readonly rule: RuleId
  readonly text: string
}

function textsOf(command: FollowingCommand): readonly RequiredText[] {
  switch (command.type) {
    case 'ClassifyComplaint':
      return [{ field: 'reason', rule: 'CMP-7', text: command.data.reason }]
    case 'RegisterComplaint':
      return [{ field: 'verification', rule: 'CMP-2', text: command.data.verification }]
    case 'IssueOpinion':
      return [{ field: 'opinion', rule: 'CMP-6', text: command.data.opinion }]
    case 'HandleComplaint':
      return [
        { field: 'measure', rule: 'CMP-20', text: command.data.measure },
        { field: 'rootCause', rule: 'SRV-12', text: command.data.rootCause ?? 'none given' },
      ]
    case 'MarkComplaintUnsolvable':
      return [{ field: 'reason', rule: 'CMP-4', text: command.data.reason }]
    case 'AcceptByAdministration':
      return [{ field: 'reasonTold', rule: 'SRV-11', text: command.data.reasonTold }]
    case 'ReopenComplaint':
      return [{ field: 'reason', rule: 'SRV-13', text: command.data.reason }]
    case 'ReturnResult':
    case 'ConfirmResolution':
    case 'CloseComplaint':
      return []
  }
}

function textMissing(field: string, rule: RuleId): Violation {
  return {
    rule,
    message: { zh: `“${field}”未填写。`, en: `'${field}' says nothing.` },
    path: [field],
    remedy: { zh: `请填写“${field}”。`, en: `Fill in '${field}'.` },
    facts: { field },
  }
}

function textTooLong(field: string, rule: RuleId, length: number): Violation {
  return {
    rule,
    message: {
      zh: `“${field}”超过 ${LONGEST_TEXT} 个字符。`,
      en: `'${field}' is longer than ${LONGEST_TEXT} characters.`,
    },
    path: [field],
    remedy: { zh: '请缩短。', en: 'Shorten it.' },
    facts: { field, length, longest: LONGEST_TEXT },
  }
}
