import { useLocale, useTranslations } from 'next-intl'
import { sayDay, sayWhen, type Clocks } from '@/lib/i18n/dates'
import { sessionFlags } from '@/lib/program/session-flags'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { SessionField } from '@/lib/program/snapshot'

/** Says a field's value as the screens do: days, times, kinds and flags are stored as only programs write them. */
export function useSayValue(clocks: Clocks): (field: SessionField, value: string) => string {
  const [t, language] = [useTranslations('session'), useLocale()]
  return (field, value) => {
    if (value === '') return value
    if (field === 'dayOn') return sayDay(value, language)
    if (field === 'startAt' || field === 'endAt') return sayWhen({ startAt: value }, { ...clocks, language })
    const kind = field === 'kind' ? sessionKinds.find((known) => known === value) : undefined
    if (kind) return t(`kind.${kind}`)
    if (field !== 'flags') return value
    const flags = sessionFlags.filter((flag) => value.split(', ').includes(flag))
    return flags.map((flag) => t(`flag.${flag}`)).join(', ')
  }
}
