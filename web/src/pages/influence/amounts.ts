import { formatMinor } from '../../money.ts'
import type { InfluenceItem, InterfaceLanguage } from '../../terms.ts'

/** Credited money as the language writes it; what was lost has a minus. */
export function formatAmount(
  { currency, minor }: Pick<InfluenceItem['money'][number], 'currency' | 'minor'>,
  language: InterfaceLanguage,
): string {
  const amount = formatMinor(String(Math.round(Math.abs(minor))), currency, language)
  return minor < 0 ? `−${amount}` : amount
}
