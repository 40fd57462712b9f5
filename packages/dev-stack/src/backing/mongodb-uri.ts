import { SetupError } from './contract.ts'

interface Login {
  readonly username: string
  readonly password: string
  /** The database that knows the user. */
  readonly authSource: string
}

/** The same servers and options for somebody else. */
export function withUser(uri: string, { username, password, authSource }: Login): string {
  const plain = withoutUser(uri)
  const login = `${encodeURIComponent(username)}:${encodeURIComponent(password)}@`
  const withLogin = plain.replace('://', () => `://${login}`)
  return `${withLogin}${withLogin.includes('?') ? '&' : '?'}authSource=${authSource}`
}

/** The same servers and options for nobody in particular. */
export function withoutUser(uri: string): string {
  const query = uri.indexOf('?')
  const place = (query < 0 ? uri : uri.slice(0, query)).replace(/^([^/]+\/\/)[^/]*@/, '$1')
  const options = query < 0 ? [] : uri.slice(query + 1).split('&')
  const kept = options.filter((option) => !option.startsWith('authSource='))
  return kept.length === 0 ? place : `${place}?${kept.join('&')}`
}

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
