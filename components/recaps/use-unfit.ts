import { useTranslations } from 'next-intl'
import type { Unfit } from '@/lib/recaps/length'

/** Says what of a recap does not fit. */
export function useUnfit() {
  const t = useTranslations('recaps')
  return ({ why, ...words }: Unfit): string => t(`unfit.${why}`, { most: 0, tag: '', ...words })
}
