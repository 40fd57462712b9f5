import type { Instant } from '@afterline/rules'
import { createdId, execute } from '../graphql/execute.ts'
import { inputInvalid, unfitValue } from '../graphql/input-problems.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import type { Command } from '../interfaces.ts'
import type { StaffDirectory } from '../staff/index.ts'
import { placedInStep } from '../store/index.ts'
import { begunId } from './begun-id.ts'
import type { AnyGraph } from './graph.ts'
import { actingRoleOn, filledInput, type MutationResolver, makerOf, payloadOf } from './mutations.ts'
import { repositoryOf } from './repository.ts'
import { openingRow } from './rows.ts'
import { besidesOf, staffObjections } from './staff-objections.ts'
import { beginningOf, MOST_STEPS, wholeCaseNameOf } from './whole-case-sdl.ts'
import { uncapitalised } from './words.ts'

type Filled = Readonly<Record<string, unknown>>

/**
 * The mutation that enters a case as a whole, where the graph declares one. Of what happened yesterday, the clock would
 * announce a limit as missed as soon as the beginning alone is entered, though a step that is entered next had met it.
 */
export function wholeCaseOf(graph: AnyGraph, staff: StaffDirectory | null): Readonly<Record<string, MutationResolver>> {
  const { wholeCase } = graph
  return wholeCase === undefined ? {} : { [wholeCaseNameOf(graph)]: wholeCaseMutation(graph, wholeCase, staff) }
}

function wholeCaseMutation(
  graph: AnyGraph,
  wholeCase: readonly string[],
  staff: StaffDirectory | null,
): MutationResolver {
  const begins = beginningOf(graph)
  return async (_, { entry, input }, context, info) => {
    await staff?.recognise(context.kit, context.principal)
    const { [uncapitalised(begins)]: beginning, steps } = filledInput(info, input)
    // The schema has checked the values against the input's type.
    const values = beginning as Filled
    const told = namedSteps(wholeCase, steps as readonly StepInput[])
    const id = await begunId(context, graph, entry, values)
    const partId = (kind: string) => createdId(context, entry, kind)
    const data = makerOf(graph, begins)(values, { id, context, partId })
    const actingRole = await actingRoleOn(context, graph, data)
    const further = await Promise.all(
      told.map(async ({ command, entered, at }, index): Promise<Command> => {
        const by = await rolesFor(context, graph, command, data)
        const within = { ...context, by }
        const role = (await actingRoleOn(within, graph, data)) ?? by[0] ?? ''
        const partOfStep = (kind: string) => partId(`steps/${index}/${kind}`)
        const made = makerOf(graph, command)(entered, { id, context: within, partId: partOfStep })
        return { type: command, at, by: { id: context.principal.id, role }, data: made }
      }),
    )
    const repository = repositoryOf(graph, context.kit)
    const commandOf = (moment: Pick<Command, 'at' | 'by'>) => ({ type: begins, ...moment, data })
    const by = { id: context.principal.id, role: actingRole ?? '' }
    const all = [{ type: begins, at: entry.occurredAt ?? context.kit.now(), by, data }, ...further]
    const { principal } = context
    const objections = await Promise.all(
      all.map(async (step, index) => {
        const { violations, saw } = await staffObjections(graph, staff, step, { principal, isLate: true })
        return { saw, violations: index === 0 ? violations : violations.map(placedInStep(index - 1)) }
      }),
    )
    const acting = { ...context, actingRole }
    const execution = await execute(acting, repository, id, entry, commandOf, {
      ...besidesOf(objections),
      steps: further,
    })
    return payloadOf(context, graph, { id, actingRole, execution })
  }
}

type StepInput = Filled & { readonly occurredAt: Instant }

interface NamedStep {
  readonly command: string
  readonly entered: Filled
  readonly at: Instant
}

/** @throws GraphQLError `INPUT_INVALID` for no step, too many, and for one that is none or several */
function namedSteps(wholeCase: readonly string[], steps: readonly StepInput[]): readonly NamedStep[] {
  if (steps.length === 0) throw inputInvalid([unfitValue('steps', 'names no step')])
  if (steps.length > MOST_STEPS) throw inputInvalid([unfitValue('steps', `has more than ${MOST_STEPS} members`)])
  const named = steps.map((step) =>
    wholeCase.flatMap((command) => {
      const entered = step[uncapitalised(command)]
      if (entered === null || entered === false) return []
      return [{ command, entered: entered === true ? {} : (entered as Filled), at: step.occurredAt }]
    }),
  )
  const unclear = named.flatMap(({ length }, index) =>
    length === 1 ? [] : [unfitValue(`steps.${index}`, 'must be exactly one step')],
  )
  if (unclear.length > 0) throw inputInvalid(unclear)
  return named.flat()
}

/**
 * The caller's roles that may give the command, and open what the case will be.
 * @throws GraphQLError `FORBIDDEN` where there are none
 */
async function rolesFor(
  context: RequestContext,
  graph: AnyGraph,
  command: string,
  data: unknown,
): Promise<readonly string[]> {
  const requiredRoles: readonly string[] = graph.aggregate.commands[command]?.roles ?? []
  const held = requiredRoles.filter((role) => context.principal.roles.includes(role))
  // The data of what begins a record name whose it will be, as its state does.
  const opening = await openingRow(context, graph, data as never, held)
  if (opening.length > 0) return opening
  const field = uncapitalised(command)
  throw requestError('FORBIDDEN', `One of these is needed: ${requiredRoles.join(', ')}.`, { field, requiredRoles })
}
