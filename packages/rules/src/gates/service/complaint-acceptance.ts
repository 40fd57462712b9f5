import type { Violation } from '../../primitives/violation.ts'

/** What somebody would do with a complaint. Unfounded is an outcome of handling, with reply and rating as any other. */
export type ComplaintDisposal =
  | { readonly command: 'ACCEPT' }
  | { readonly command: 'HANDLE'; readonly outcome: 'SOLVED' | 'UNFOUNDED' }
  | { readonly command: 'REJECT' | 'DISMISS' }

/** CMP-1: every complaint is accepted and handled, right or wrong; there is no command that gets rid of one. */
export function complaintAcceptanceGate(disposal: ComplaintDisposal): readonly Violation[] {
  const { command } = disposal
  if (command !== 'REJECT' && command !== 'DISMISS') return []
  return [
    {
      rule: 'CMP-1',
      message: {
        zh: '投诉一律受理并处理，不能拒绝或驳回。',
        en: 'Every complaint is accepted and handled; none can be rejected or dismissed.',
      },
      path: ['command'],
      remedy: {
        zh: '受理投诉；查明不成立的，以“不成立”处理完毕，答复客户并请其评价。',
        en: 'Accept it. If it proves unfounded, handle it as that, reply, and ask for the rating.',
      },
      facts: { command },
    },
  ]
}
