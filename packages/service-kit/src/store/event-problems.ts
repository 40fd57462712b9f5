import { type EventProblem, lineOf } from '@afterline/events'
import { ServiceError } from './service-error.ts'

/**
 * Refuses an event that cannot be kept. What is wrong with values of its data, or with the reason of a late entry, was
 * typed by whoever asked; everything else the program has put together itself.
 * @throws ServiceError `INPUT_INVALID` with the field, or `EVENT_INVALID`
 */
export function refuseProblems(type: string, problems: readonly EventProblem[]): void {
  const [first] = problems
  if (!first) return
  const message = `${type} cannot be kept: ${problems.map(lineOf).join('; ')}`
  if (problems.every(isTyped)) {
    const byField = problems.map((problem) => ({ field: fieldOf(problem), reason: problem.reason }))
    throw new ServiceError('INPUT_INVALID', message, { field: fieldOf(first), problems: byField })
  }
  throw new ServiceError('EVENT_INVALID', message)
}

const OF_DATA = '/data/'

function isTyped({ path, isValue }: EventProblem): boolean {
  return isValue && (path.startsWith(OF_DATA) || path === '/backdatedBecause')
}

function fieldOf({ path }: EventProblem): string {
  const pointer = path.startsWith(OF_DATA) ? path.slice(OF_DATA.length) : path.slice(1)
  return pointer.replaceAll('/', '.')
}
