import { requestError } from '../graphql/request-error.ts'

/** A position in a sorted list: the list's key and the sort fields of its last member. Opaque to clients. */
export function encodeCursor(list: string, position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...position])).toString('base64url')
}

/** @throws GraphQLError `CURSOR_INVALID` for anything that was not made for this list, with so many fields */
export function decodeCursor(list: string, cursor: string, fields: number): readonly (string | number)[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(decoded)) {
      const [key, ...position] = decoded
      if (key === list && position.length === fields && position.every(isPart)) return position
    }
  } catch {
    // Falls through: whatever cannot be read is not a cursor.
  }
  throw requestError('CURSOR_INVALID')
}

function isPart(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
