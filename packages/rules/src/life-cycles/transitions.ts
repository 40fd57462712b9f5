import type { RuleId } from '../catalogue/index.ts'
import type { Violation } from '../violation.ts'

/** A life cycle as data: from each state, the commands that are legal there and the state that each leads to. */
export interface TransitionTable<State extends string, Command extends string> {
  /** What goes through the life cycle, as messages name it. */
  readonly name: { readonly zh: string; readonly en: string }
  /** The rule that demands the order of stages: OPP-1 for sales, CMP-7 for complaints. */
  readonly rule: RuleId
  readonly initial: State
  readonly transitions: Readonly<Record<State, Readonly<Partial<Record<Command, State>>>>>
}

/** What is wrong with a table; each names the state that it is about. */
export type TransitionProblem =
  | { readonly problem: 'UNKNOWN_STATE'; readonly state: string; readonly from: string; readonly command: string }
  | { readonly problem: 'UNKNOWN_INITIAL_STATE'; readonly state: string }
  | { readonly problem: 'UNREACHABLE_STATE'; readonly state: string }

/**
 * Names every state that no sequence of commands reaches and every target that the table does not describe. Types rule
 * the latter out in code; tables that come from data have no types.
 */
export function validateTransitions<State extends string, Command extends string>(
  table: TransitionTable<State, Command>,
): readonly TransitionProblem[] {
  const states: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>> = table.transitions
  const known = new Map(Object.entries(states).map(([state, targets]) => [state, targetsOf(targets)]))
  if (!known.has(table.initial)) return [{ problem: 'UNKNOWN_INITIAL_STATE', state: table.initial }]
  const reached = new Set<string>([table.initial])
  // A set yields what is added while it is walked, which makes it the queue as well.
  for (const state of reached) {
    for (const [, target] of known.get(state) ?? []) reached.add(target)
  }
  const unknown = [...known].flatMap(([from, targets]) =>
    targets
      .filter(([, target]) => !known.has(target))
      .map(([command, state]) => ({ problem: 'UNKNOWN_STATE', state, from, command }) as const),
  )
  const unreachable = [...known.keys()]
    .filter((state) => !reached.has(state))
    .map((state) => ({ problem: 'UNREACHABLE_STATE', state }) as const)
  return [...unknown, ...unreachable]
}

function targetsOf(targets: Readonly<Partial<Record<string, string>>>): readonly (readonly [string, string])[] {
  return Object.entries(targets).flatMap(([command, target]) =>
    target === undefined ? [] : [[command, target] as const],
  )
}

/** The state that a command leads to, or the one violation that every illegal command gets. Never a silent no-op. */
export function nextState<State extends string, Command extends string>(
  table: TransitionTable<State, Command>,
  state: State,
  command: Command,
):
  | { readonly state: State; readonly violations: readonly [] }
  | { readonly state: null; readonly violations: readonly [Violation] } {
  const target = table.transitions[state][command]
  if (target !== undefined) return { state: target, violations: [] }
  return { state: null, violations: [illegalTransition(table, state, command)] }
}

/** The stage gate as a list: empty when the command is legal in the state (OPP-1). */
export function stageGate<State extends string, Command extends string>(
  table: TransitionTable<State, Command>,
  state: State,
  command: Command,
): readonly Violation[] {
  return nextState(table, state, command).violations
}

/** The violation of a command that the present state does not allow. */
export function illegalTransition<State extends string, Command extends string>(
  table: TransitionTable<State, Command>,
  state: State,
  command: Command,
): Violation {
  const allowed = Object.keys(table.transitions[state]).toSorted()
  const list = allowed.join(', ')
  return {
    rule: table.rule,
    message: {
      zh: `${table.name.zh}处于 ${state} 状态，不能执行 ${command}。`,
      en: `${command} is not possible while the ${table.name.en} is ${state}.`,
    },
    path: [],
    remedy:
      allowed.length === 0
        ? { zh: '流程已经结束，不能再改变。', en: 'Nothing: this is its last state.' }
        : { zh: `此时可以执行：${list}。`, en: `Possible now: ${list}.` },
    facts: { state, command, allowed: list },
  }
}
