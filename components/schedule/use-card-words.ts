import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { CardWords } from './session-card'

/** The words of a card, translated once for a whole list. */
export function useCardWords(): CardWords {
  const [t, language] = [useTranslations('session'), useLocale()]
  return useMemo(
    () => ({
      language,
      pick: t('pick'),
      bringBack: t('bringBack'),
      cancelled: t('cancelled'),
      until: (end) => t('until', { end }),
      kinds: Object.fromEntries(sessionKinds.map((kind) => [kind, t(`kind.${kind}`)])) as CardWords['kinds'],
    }),
    [t, language],
  )
}
