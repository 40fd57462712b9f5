import type { Timer, TimerPause, TimerReopening } from '../ledger/ledger.ts'
import { type Instant, isInstant } from '../primitives/instant.ts'
import { RulesError } from '../rules-error.ts'

/**
 * Everything that contradicts itself in a timer that somebody enters. Evaluation does not ask: imported history tells of
 * ends before their starts, so a timer with problems still has a status.
 * @returns one error of code `DEADLINE_INVALID` per problem, each naming rule, key and value
 */
export function timerProblems(timer: Timer): readonly RulesError[] {
  const { rule, key, item } = timer
  const name = item === '' ? `${rule} ${key}` : `${rule} ${key} of '${item}'`
  return problemsOf(timer).map((problem) => new RulesError('DEADLINE_INVALID', `${name}: ${problem}`))
}

/**
 * The timer, when nothing in it contradicts itself.
 * @throws RulesError `DEADLINE_INVALID` with every problem
 */
export function checkedTimer(timer: Timer): Timer {
  const problems = timerProblems(timer)
  if (problems.length === 0) return timer
  throw new RulesError('DEADLINE_INVALID', problems.map(({ message }) => message).join('; '))
}

function problemsOf(timer: Timer): readonly string[] {
  const unreadable = instantsOf(timer).filter(({ instant }) => !isInstant(instant))
  // Order means nothing among texts that are no instants.
  if (unreadable.length > 0) return unreadable.map(({ name, instant }) => `${name} '${instant}' is not an instant`)
  const { startedAt, dueAt, pauses = [], reopenings = [], occurrences = [] } = timer
  // Not the end of its application: a limit may stop applying before it begins (CMP-4).
  const done = [
    { name: 'the stop', instant: timer.stoppedAt },
    ...occurrences.map((instant) => ({ name: 'an occurrence', instant })),
  ]
  return [
    ...done.flatMap(({ name, instant }) => (instant === null ? [] : beforeStart(name, instant, startedAt))),
    ...(dueAt !== null && dueAt <= startedAt ? [`due ${dueAt} leaves no time after the start ${startedAt}`] : []),
    ...pauses.flatMap((pause) => pauseProblems(pause, startedAt)),
    ...reopeningProblems(reopenings, timer),
  ]
}

function instantsOf({ startedAt, stoppedAt, voidedAt, dueAt, ...lists }: Timer) {
  const { pauses = [], reopenings = [], occurrences = [] } = lists
  const named = (name: string, ...instants: readonly (Instant | null)[]) =>
    instants.map((instant) => ({ name, instant }))
  return [
    ...named('start', startedAt),
    ...named('stop', stoppedAt),
    ...named('end of application', voidedAt),
    ...named('due', dueAt),
    ...pauses.flatMap(({ from, until }) => named('pause', from, until)),
    ...reopenings.flatMap((reopening) => named('reopening', reopening.stoppedAt, reopening.reopenedAt)),
    ...named('occurrence', ...occurrences),
  ].flatMap(({ name, instant }) => (instant === null ? [] : [{ name, instant }]))
}

function beforeStart(name: string, instant: Instant, startedAt: Instant): readonly string[] {
  return instant < startedAt ? [`${name} ${instant} lies before the start ${startedAt}`] : []
}

function pauseProblems({ reason, from, until }: TimerPause, startedAt: Instant): readonly string[] {
  const name = `the pause '${reason}'`
  if (until === null) return []
  if (until < from) return [`${name} ends ${until}, before it begins ${from}`]
  if (until === from) return [`${name} at ${from} has no length`]
  return until <= startedAt ? [`${name} ends ${until}, before the start ${startedAt}`] : []
}

/** Ends and reopenings must take turns, the last end after the last reopening. */
function reopeningProblems(reopenings: readonly TimerReopening[], { startedAt, stoppedAt }: Timer): readonly string[] {
  const problems: string[] = []
  let since = startedAt
  for (const reopening of reopenings) {
    if (reopening.stoppedAt < since) problems.push(`the end ${reopening.stoppedAt} lies before ${since}, when it ran`)
    if (reopening.reopenedAt < reopening.stoppedAt) {
      problems.push(`the reopening ${reopening.reopenedAt} lies before the end ${reopening.stoppedAt} that it undoes`)
    }
    since = reopening.reopenedAt
  }
  if (stoppedAt !== null && reopenings.length > 0 && stoppedAt < since) {
    problems.push(`the stop ${stoppedAt} lies before the reopening ${since}`)
  }
  return problems
}
