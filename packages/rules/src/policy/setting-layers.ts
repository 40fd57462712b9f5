import type { Bilingual } from '../primitives/bilingual.ts'
import type { PlacedEntry } from './layer-entry.ts'
import { layOver, saidByRegulations } from './layering.ts'
import type { Layers } from './layers.ts'
import { durationText, sameText } from './policy-texts.ts'
import type { SettingPolicy } from './policy-version.ts'
import { type SettingDocument, type SettingEntry, type SettingKey, settingKeys, specOf } from './setting-document.ts'
import { strictnessOfNumber } from './strictness.ts'
import type { Aspect, ValueKind } from './value-kind.ts'

/** A setting differs in nothing but its value. */
export const settingAspects: readonly Aspect<SettingPolicy>[] = [
  {
    name: 'value',
    text: ({ text }) => text,
    compare: (setting, than) => strictnessOfNumber(setting.value, than.value, specOf(setting.key).stricter),
    isOrdered: isRegulated,
    needsApproval: isRegulated,
    decidedBy: ({ decidedBy }) => decidedBy,
    taking: (_, from) => from,
  },
]

/** Where neither direction is stricter, the company may choose freely. */
function isRegulated({ key }: SettingPolicy): boolean {
  return specOf(key).stricter !== null
}

const settingKind: ValueKind<SettingKey, SettingPolicy, SettingEntry> = {
  aspects: settingAspects,
  ruleOf: () => null,
  overlay: (_, placed) => asPolicy(placed),
  refuse: () => undefined,
}

/** Every setting with all layers applied; refuses a laxer value that nobody has approved. */
export function resolveSettings(layers: Layers, documents: readonly SettingDocument[]) {
  const entries = documents.flatMap(({ header, entries }) => entries.map((entry) => ({ entry, header })))
  const regulations = saidByRegulations(entries, 'setting', asPolicy)
  for (const key of settingKeys) if (!regulations.has(key)) layers.missing('settings', `setting '${key}'`)
  return layOver(settingKind, regulations, entries, layers)
}

function asPolicy({ entry: { key, value }, header }: PlacedEntry<SettingEntry>): SettingPolicy {
  return { key, value, text: textOf(key, value), decidedBy: { layer: header.layer, number: header.number } }
}

function textOf(key: SettingEntry['key'], value: number): Bilingual {
  const { unit } = specOf(key)
  if (unit === 'DURATION') return durationText(value)
  if (unit === 'SWITCH') return value === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  return sameText(String(value))
}
