import { useTranslations } from 'next-intl'
import type { Clocks } from '@/lib/i18n/dates'
import type { OwnedField } from '@/lib/schedule/overrides/list-owned'
import { useSayValue } from '../releases/use-say-value'

type Field = OwnedField['field']
/** Those that a session has not. */
const ofParts = ['name', 'floor', 'capacityKind', 'company', 'tagline', 'bio'] as const

/** How screens call a field that somebody decided, and say its value. */
export function useOwnWords(clocks: Clocks): {
  name: (field: Field) => string
  say: (field: Field, value: string) => string
} {
  const t = useTranslations('manage')
  const words = useTranslations('bringIn.sessionField')
  const sayValue = useSayValue(clocks)
  return {
    name: (field) => (isOfPart(field) ? t(`own.field.${field}`) : words(field)),
    say: (field, value) => {
      if (field === 'status') return value === 'cancelled' ? t('own.cancelled') : t('own.takesPlace')
      if (field === 'capacityKind') return value === 'headsets' ? t('headsets') : t('seats')
      return (isOfPart(field) ? value : sayValue(field, value)) || t('own.nothing')
    },
  }
}

function isOfPart(field: Field): field is (typeof ofParts)[number] {
  return ofParts.some((one) => one === field)
}
