import type { Instant, Violation } from '@afterline/rules'

export function recordedLate(archiveId: string, at: Instant): Violation {
  return {
    rule: 'OPS-1',
    message: {
      zh: '备份只在恢复验证完成时登记，不补录。',
      en: 'That a backup was restored is recorded when it was, and not afterwards.',
    },
    path: ['occurredAt'],
    remedy: { zh: '请重新恢复该备份并登记。', en: 'Restore the backup once more, and record that.' },
    facts: { archiveId, at },
  }
}

/** What a backup that counts cannot be like. */
export const implausibilities = {
  UNDATED: { path: ['completedAt'], zh: '没有完成时间', en: 'it has no instant at which it was complete' },
  AHEAD: { path: ['completedAt'], zh: '备份时间在未来', en: 'it is of the future' },
  EMPTY: { path: ['databases'], zh: '不含任何数据库', en: 'it holds no database' },
  FOREIGN: { path: ['databases'], zh: '含有未知的数据库', en: 'it holds a database of no service' },
  TWICE: { path: ['databases'], zh: '同一数据库出现两次', en: 'it holds a database twice' },
  MISCOUNTED: { path: ['databases'], zh: '事件多于文档', en: 'it holds more events than documents' },
} as const

export function implausible(archiveId: string, reason: keyof typeof implausibilities): Violation {
  const { path, zh, en } = implausibilities[reason]
  return {
    rule: 'OPS-1',
    message: { zh: `备份说明不可信：${zh}。`, en: `What is told of the backup cannot be: ${en}.` },
    path,
    remedy: { zh: '请核对备份清单和系统时钟。', en: 'Check the manifest of the backup, and the clocks.' },
    facts: { archiveId, reason },
  }
}

export function contradicting(archiveId: string): Violation {
  return {
    rule: 'OPS-1',
    message: {
      zh: '有问题或无法读取清单的备份不能算作可恢复。',
      en: 'A backup with problems, or without a manifest that can be read, does not count as restored.',
    },
    path: ['isRestorable'],
    remedy: { zh: '请核对验证结果。', en: 'Correct what the attempt to restore it has shown.' },
    facts: { archiveId },
  }
}
