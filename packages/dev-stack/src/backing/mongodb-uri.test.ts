import { describe, expect, it } from '@jest/globals'
import { withDatabase } from './mongodb-uri.ts'

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
