import { type Category, type DomainEvent, isPersonal, type TProperties } from '@afterline/events'
import { type Instant, stageGate, type TransitionTable, type Violation } from '@afterline/rules'
import type { Aggregate, Command, Decision, Recorded } from '../interfaces.ts'
import type { CommandDeclaration } from './commands.ts'
import { refused } from './decision.ts'
import { derivedParts } from './derived-parts.ts'
import type { UniqueDeclaration, UniqueValue } from './unique.ts'

/** The types of one aggregate, under the names by which `aggregate` asks for them. */
export interface AggregateTypes {
  /** Status of a stream without events. */
  readonly unbegun: string
  /** What the stream's events add up to, once there are any. */
  readonly state: { readonly status: string }
  /** Name of each command, and its data. */
  readonly commands: object
  readonly events: DomainEvent
  /** What decisions depend on outside the aggregate, as it stands within the transaction. */
  readonly lookUp: unknown
  /** The command that begins a stream, and the event that it makes. */
  readonly begins: string
  readonly begunBy: string
}

export type CommandName<T extends AggregateTypes> = keyof T['commands'] & string
export type CommandOf<T extends AggregateTypes, Name extends CommandName<T>> = Name extends unknown
  ? Command<Name, T['commands'][Name]>
  : never
export type AnyCommandOf<T extends AggregateTypes> = CommandOf<T, CommandName<T>>
export type StateOf<T extends AggregateTypes> = { readonly status: T['unbegun'] } | T['state']

type Named<T extends AggregateTypes, Name extends string> = Recorded<Extract<T['events'], { readonly type: Name }>>
type FirstEvent<T extends AggregateTypes> = Extract<T['events']['type'], T['begunBy']>
type LaterEvent<T extends AggregateTypes> = Exclude<T['events']['type'], T['begunBy']>
type LaterCommand<T extends AggregateTypes> = Exclude<CommandName<T>, T['begins']>

/** Commands without data, whose event, too, tells nothing but the record: what they do can be derived. */
type MereCommand<T extends AggregateTypes> = {
  [Name in LaterCommand<T>]: [keyof T['commands'][Name]] extends [never] ? Name : never
}[LaterCommand<T>]
/** Events that hold nothing but the record's id: all that follows from them is a stage. */
type MereEvent<T extends AggregateTypes> = {
  [Name in LaterEvent<T>]: IsOne<keyof Named<T, Name>['data']> extends true ? Name : never
}[LaterEvent<T>]
type IsOne<Key, All = Key> = Key extends unknown ? ([All] extends [Key] ? true : false) : never
/** Every member of a table, but those that may be left out. */
type AllBut<Table, Optional extends PropertyKey> = Omit<Table, Optional> & Partial<Pick<Table, Optional & keyof Table>>

/** One aggregate as it is written down: every table is exhaustive by its type, but for what follows from the others. */
export interface AggregateDeclaration<T extends AggregateTypes> {
  readonly category: Category
  /** Raised with every change of what the state holds. */
  readonly shape: number
  /** Which command is legal when; asked before every decision, and told as `availableCommands`. */
  readonly life: TransitionTable<T['unbegun'] | T['state']['status'], CommandName<T>>
  /** What each command is (see `command`). */
  readonly commands: { readonly [Name in CommandName<T>]: CommandDeclaration }
  /** The fields of a record, described, besides its status: the graph shows those that are not `internal`. */
  readonly state: TProperties
  /**
   * Whether gates are asked, too, of a command that the stage does not allow. Where history leaves out stages, what it
   * skipped must not hide what else it broke; else the stage says it all.
   */
  readonly asksGatesOfIllegalSteps?: boolean
  /** The field of the state that names whose record it is: the role of a salesperson opens own ones only. */
  readonly row?: keyof T['state'] & string
  /** The field of the state with the instant of its beginning: no step is dated before it, also not in history. */
  readonly begunAt?: keyof T['state'] & string
  /** The command that begins a stream. */
  readonly begin: {
    readonly [Name in Extract<CommandName<T>, T['begins']>]: (
      command: CommandOf<T, Name>,
      lookUp: T['lookUp'],
    ) => Decision<T['events']>
  }
  /**
   * Every other command, on a stream that was begun. One without data whose event, too, tells nothing but the record is left
   * out: that event happens.
   */
  readonly decide: AllBut<Decisions<T>, MereCommand<T>>
  /**
   * What is so from the first event on. Left out where it is what that event tells, the instant of `begunAt`, null for what
   * may be null, and lists without members. `before` is the record where what begins it came again (`again`).
   */
  readonly begun?: {
    readonly [Name in FirstEvent<T>]: (event: Named<T, Name>, before: T['state'] | null) => T['state']
  }
  /**
   * What each later event changes besides the status, to which the life cycle leads by the command that makes the event,
   * unless `settle` says. An event that tells nothing but the record is left out where it changes nothing else.
   */
  readonly evolve: AllBut<Changes<T>, MereEvent<T>>
  /** What no two records have in common, by name: taken in the transaction that writes the record. */
  readonly unique?: Readonly<Record<string, UniqueDeclaration<T['state']>>>
  /** Where what begins a record may come again for one that is there, such as further goods of a lot. */
  readonly again?: {
    /** The unique value that tells which record it is. The command's data name it like the state. */
    readonly identity: string
    /** What follows then. */
    readonly decide: {
      readonly [Name in Extract<CommandName<T>, T['begins']>]: (
        state: T['state'],
        command: CommandOf<T, Name>,
        lookUp: T['lookUp'],
      ) => Decision<T['events']>
    }
  }
  /** What follows from every later event besides, such as a status that sums up milestones. */
  readonly settle?: (state: T['state'], event: Recorded<T['events']>) => T['state']
}

type Decisions<T extends AggregateTypes> = {
  readonly [Name in LaterCommand<T>]: (
    state: T['state'],
    command: CommandOf<T, Name>,
    lookUp: T['lookUp'],
  ) => Decision<T['events']>
}
type Changes<T extends AggregateTypes> = {
  readonly [Name in LaterEvent<T>]: (state: T['state'], event: Named<T, Name>) => Partial<T['state']>
}

/** An aggregate with what the graph needs of its declaration. */
export interface DeclaredAggregate<T extends AggregateTypes>
  extends Aggregate<StateOf<T>, AnyCommandOf<T>, T['events'], T['lookUp']>,
    Pick<AggregateDeclaration<T>, 'life' | 'row' | 'commands' | 'state'> {
  readonly unique: readonly UniqueValue<StateOf<T>>[]
  /** The unique value by which what begins a record finds one that is there; `null` where every beginning is a new record. */
  readonly identity: UniqueValue<StateOf<T>> | null
  /** Commands that may begin a stream. */
  readonly creates: readonly CommandName<T>[]
  readonly commandNames: readonly CommandName<T>[]
  isBegun(state: StateOf<T>): state is T['state']
}

/**
 * Makes an aggregate of its tables. What is asked for all of them alike: the stage gate before every decision, whether the
 * stream was begun, and the instant that a history states (see `Command.statedAt`).
 * @throws Error where something is left out that cannot be derived
 */
export function aggregate<T extends AggregateTypes>(declared: AggregateDeclaration<T>): DeclaredAggregate<T> {
  const {
    category,
    shape,
    life,
    commands,
    row,
    begunAt,
    asksGatesOfIllegalSteps = false,
    begin,
    again,
    settle = (state) => state,
  } = declared
  const initialState = { status: life.initial as T['unbegun'] }
  const isBegun = (state: StateOf<T>): state is T['state'] => state.status !== life.initial
  // The tables are exhaustive by their types; that a name leads to its own function is what a table is.
  const furthers = (again?.decide ?? {}) as unknown as Readonly<Record<string, Decider<T> | undefined>>
  const beginners = begin as unknown as Readonly<Record<string, Beginner<T> | undefined>>
  const { decide, begun, evolve } = derivedParts(declared)
  const deciders = decide as unknown as Readonly<Record<string, Decider<T> | undefined>>
  const firsts = begun as unknown as Readonly<Record<string, First<T> | undefined>>
  const changes = evolve as unknown as Readonly<Record<string, Change<T> | undefined>>

  const tooEarly = (state: T['state'], { type, at }: AnyCommandOf<T>): readonly Violation[] => {
    if (begunAt === undefined) return []
    // The declaration's type says that the state has it; that it is an instant is what its name says.
    const since = (state as unknown as Readonly<Record<string, Instant>>)[begunAt]
    return since !== undefined && at < since ? [beforeBeginning(life, { command: type, at, begunAt: since })] : []
  }

  const unique = Object.entries(declared.unique ?? {}).map(([name, value]): UniqueValue<StateOf<T>> => {
    return { ...value, name, of: (state) => (isBegun(state) ? value.of(state) : []) }
  })

  return {
    category,
    shape,
    life,
    unique,
    identity: again === undefined ? null : identityIn(unique, again.identity),
    ...(row === undefined ? {} : { row }),
    commands,
    state: declared.state,
    personalFields: personalFieldsOf(commands),
    initialState,
    creates: Object.keys(begin) as CommandName<T>[],
    commandNames: [...Object.keys(begin), ...Object.keys(deciders)] as CommandName<T>[],
    isBegun,
    decide(state, command, lookUp) {
      const illegal = stageGate<string, string>(life, state.status, command.type)
      const beginner = beginners[command.type]
      if (beginner && !isBegun(state)) return beginner(command, lookUp)
      const decider = beginner ? furthers[command.type] : deciders[command.type]
      if (!decider || !isBegun(state)) return refused(illegal)
      const { events, violations } = stated(command, (told) => {
        const decision = decider(state, told, lookUp)
        return { events: decision.events, violations: [...tooEarly(state, told), ...decision.violations] }
      })
      return {
        events,
        violations: illegal.length > 0 && !asksGatesOfIllegalSteps ? illegal : [...illegal, ...violations],
      }
    },
    evolve(state, event) {
      const first = firsts[event.type]
      if (first) return first(event, isBegun(state) ? state : null)
      const change = changes[event.type]
      return change && isBegun(state) ? settle({ ...state, ...change(state, event) }, event) : state
    },
  }
}

function personalFieldsOf(commands: Readonly<Record<string, CommandDeclaration>>) {
  const named = Object.entries(commands).map(([name, { data }]): readonly [string, readonly string[]] => {
    return [name, Object.keys(data).filter((field) => data[field] !== undefined && isPersonal(data[field]))]
  })
  return Object.fromEntries(named.filter(([, fields]) => fields.length > 0))
}

/** @throws Error where no unique value has the name */
function identityIn<State>(unique: readonly UniqueValue<State>[], identity: string): UniqueValue<State> {
  const found = unique.find(({ name }) => name === identity)
  if (found === undefined) throw new Error(`${identity} is no unique value`)
  return found
}

type Beginner<T extends AggregateTypes> = (command: AnyCommandOf<T>, lookUp: T['lookUp']) => Decision<T['events']>
type Decider<T extends AggregateTypes> = (
  state: T['state'],
  command: AnyCommandOf<T>,
  lookUp: T['lookUp'],
) => Decision<T['events']>
type First<T extends AggregateTypes> = (event: Recorded<T['events']>, before: T['state'] | null) => T['state']
type Change<T extends AggregateTypes> = (state: T['state'], event: Recorded<T['events']>) => Partial<T['state']>

/** Gates are asked about the instant that a history states, and the event keeps it. */
function stated<Cmd extends Command, Event extends DomainEvent>(
  command: Cmd,
  decide: (command: Cmd) => Decision<Event>,
): Decision<Event> {
  const { statedAt } = command
  if (statedAt === undefined) return decide(command)
  const { events, violations } = decide({ ...command, at: statedAt })
  return { events: events.map((event) => ({ ...event, occurredAt: statedAt })), violations }
}

/** The flow was not followed, or one of the instants is wrong. */
function beforeBeginning(
  { name, rule }: Pick<TransitionTable<string, string>, 'name' | 'rule'>,
  facts: Violation['facts'],
): Violation {
  return {
    rule,
    message: { zh: `该步骤早于${name.zh}的开始时间。`, en: `This step is dated before the ${name.en} began.` },
    path: ['occurredAt'],
    remedy: { zh: '请核对时间。', en: 'Check the instants.' },
    facts,
  }
}
