import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFlagWords } from '@/components/shared/use-flag-words'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { CardWords } from './session-card'

/** The words of a card, translated once for a whole list. */
export function useCardWords(): CardWords {
  const [t, language, flags] = [useTranslations('session'), useLocale(), useFlagWords()]
  return useMemo(
    () => ({
      language,
      pick: t('pick'),
      bringBack: t('bringBack'),
      cancelled: t('cancelled'),
      until: (end) => t('until', { end }),
      flags,
      kinds: Object.fromEntries(sessionKinds.map((kind) => [kind, t(`kind.${kind}`)])) as CardWords['kinds'],
    }),
    [t, language, flags],
  )
}
