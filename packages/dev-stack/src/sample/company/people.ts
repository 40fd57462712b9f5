import { type Post, posts } from '@afterline/cli'
import type { Change } from './change.ts'

/** What colleagues call the holder of a post; the names belong to nobody. The system's accounts are no staff. */
const names = {
  'sales-1': '业务员甲',
  'sales-2': '业务员乙',
  'sales-manager': '销售经理甲',
  'quality-1': '质管员甲',
  'legal-1': '法务甲',
  'finance-1': '财务甲',
  'production-1': '生产主管甲',
  'warehouse-1': '库管员甲',
  'warehouse-2': '库管员乙',
  'hotline-1': '热线客服甲',
  'complaints-1': '投诉专员甲',
  leadership: '总经理甲',
} as const satisfies Partial<Record<Post, string>>

/** Administration registers everybody: whom records name has to be known (ORG-3). Nobody registers himself or herself. */
export async function registerStaff(change: Change): Promise<void> {
  await Promise.all(
    Object.entries(names).map(([staffId, name]) => {
      // The keys of the table are posts.
      const roles = [posts[staffId as keyof typeof names]]
      const teamId = staffId.startsWith('sales') ? 'sales' : null
      const input = { staffId, name, roles, teamId }
      return change({ by: 'administration-1', mutation: 'registerStaff', of: 'employee', input })
    }),
  )
}
