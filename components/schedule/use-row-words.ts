import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { FlagWords } from '@/components/shared/session-flags'
import { useFlagWords } from '@/components/shared/use-flag-words'
import type { AgendaSession } from '@/lib/program/agenda'
import { sessionKinds } from '@/lib/program/session-kinds'

/** Words of the screen's language; a row has no translator of its own, so that two hundred stay light. */
export type RowWords = {
  language: string
  pick: string
  bringBack: string
  cancelled: string
  /** Of an end that no heading says, "to 11:30". */ until: (end: string) => string
  kinds: Record<AgendaSession['kind'], string>
  flags: FlagWords
}

/** The words of a row, translated once for a whole list. */
export function useRowWords(): RowWords {
  const [t, language, flags] = [useTranslations('session'), useLocale(), useFlagWords()]
  return useMemo(
    () => ({
      language,
      pick: t('pick'),
      bringBack: t('bringBack'),
      cancelled: t('cancelled'),
      until: (end) => t('until', { end }),
      kinds: Object.fromEntries(sessionKinds.map((kind) => [kind, t(`kind.${kind}`)])) as RowWords['kinds'],
      flags,
    }),
    [t, language, flags],
  )
}
