import { SetupError } from './contract.ts'

/**
 * The same connection string with another database. Not parsed as a URL: several hosts are legal here, and not there.
 * @example
 * withDatabase('mongodb://a:1,b:2/?replicaSet=rs0', 'orders') // 'mongodb://a:1,b:2/orders?replicaSet=rs0'
 */
export function withDatabase(uri: string, database: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/.exec(uri)
  if (match === null) throw new SetupError('MONGODB_URI is not a MongoDB connection string (mongodb://host:port/…)')
  const [, server = '', existing = '', query = ''] = match
  // Users who are defined in the database that the string names must still be looked up there.
  const keepsLogin = server.includes('@') && existing !== '' && !/[?&]authSource=/.test(query)
  const login = keepsLogin ? `${query === '' ? '?' : '&'}authSource=${existing}` : ''
  return `${server}/${database}${query}${login}`
}
