import { describe, expect, it } from '@jest/globals'
import { withDatabase, withoutUser, withUser } from './mongodb-uri.ts'

describe('a connection string with another database', () => {
  it.each([
    ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/orders'],
    ['mongodb://127.0.0.1:27017/', 'mongodb://127.0.0.1:27017/orders'],
    ['mongodb://127.0.0.1:27017/?replicaSet=rs0', 'mongodb://127.0.0.1:27017/orders?replicaSet=rs0'],
    ['mongodb://127.0.0.1:27017/old?replicaSet=rs0', 'mongodb://127.0.0.1:27017/orders?replicaSet=rs0'],
    ['mongodb://a:1,b:2,c:3/?replicaSet=rs0', 'mongodb://a:1,b:2,c:3/orders?replicaSet=rs0'],
    ['mongodb+srv://cluster.example/', 'mongodb+srv://cluster.example/orders'],
  ])('of %s is %s', (uri, expected) => {
    expect(withDatabase(uri, 'orders')).toBe(expected)
  })

  it('still looks a user up in the database that the string named', () => {
    expect(withDatabase('mongodb://user:secret@a:1/staff', 'orders')).toBe(
      'mongodb://user:secret@a:1/orders?authSource=staff',
    )
    expect(withDatabase('mongodb://user:secret@a:1/staff?authSource=admin', 'orders')).toBe(
      'mongodb://user:secret@a:1/orders?authSource=admin',
    )
  })

  it('is refused for anything else', () => {
    expect(() => withDatabase('http://127.0.0.1', 'orders')).toThrow(/MONGODB_URI/)
  })
})

describe('a connection string for somebody else', () => {
  const login = { username: 'orders', password: 'a/b:c@d', authSource: 'admin' }

  it.each([
    ['mongodb://a:1/', 'mongodb://orders:a%2Fb%3Ac%40d@a:1/?authSource=admin'],
    [
      'mongodb://root:pw@a:1,b:2/x?replicaSet=rs0&authSource=y',
      'mongodb://orders:a%2Fb%3Ac%40d@a:1,b:2/x?replicaSet=rs0&authSource=admin',
    ],
  ])('keeps servers and options: %s', (uri, expected) => {
    expect(withUser(uri, login)).toBe(expected)
  })

  it.each([
    ['mongodb://root:pw@a:1/x?authSource=admin', 'mongodb://a:1/x'],
    ['mongodb+srv://root:pw@a/?authSource=admin&w=majority', 'mongodb+srv://a/?w=majority'],
    ['mongodb://a:1/?replicaSet=rs0', 'mongodb://a:1/?replicaSet=rs0'],
  ])('or for nobody: %s', (uri, expected) => {
    expect(withoutUser(uri)).toBe(expected)
  })
})
