import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { FlagWords } from './session-flags'

/** What a session's flags say, translated once for a whole list. */
export function useFlagWords(): FlagWords {
  const t = useTranslations('session')
  return useMemo(
    () => ({ 'sold-out': t('flag.sold-out'), 'separate-registration': t('flag.separate-registration') }),
    [t],
  )
}
