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
