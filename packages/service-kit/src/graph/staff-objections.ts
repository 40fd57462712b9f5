import type { Caller } from '../identity/index.ts'
import type { Command, CommandRequest } from '../interfaces.ts'
import { type StaffDirectory, type StaffJudgement, staffNamedIn } from '../staff/index.ts'
import type { AnyGraph } from './graph.ts'

type Besides = Required<Pick<CommandRequest<Command>, 'besides' | 'besidesSaw'>>

/** ORG-3: whom an act names whom nobody knows, and a role of whoever acts that its day knows nothing of. */
export async function staffObjections(
  { aggregate }: AnyGraph,
  staff: StaffDirectory | null,
  { type, at, by, data }: Command,
  { principal, isLate }: { readonly principal: Caller; readonly isLate: boolean },
): Promise<StaffJudgement> {
  if (staff === null) return { violations: [], saw: [] }
  const named = staffNamedIn(aggregate.commands[type]?.data ?? {}, data)
  const { violations, saw } = await staff.judge(named, at, principal)
  const late = isLate ? await staff.lateActorViolations(principal, by.role, at) : []
  return { violations: [...violations, ...late], saw }
}

/** As a command takes them. */
export function besidesOf(objections: readonly StaffJudgement[]): Besides {
  return {
    besides: objections.flatMap(({ violations }) => violations),
    besidesSaw: objections.flatMap(({ saw }) => saw),
  }
}
