import { useTranslations } from 'next-intl'
import { isolated } from '@/lib/platform/bidi'

/** The words of a plan on the desk. */
export function useStageWords(floor: string) {
  const t = useTranslations('manage.building')
  return {
    plan: t('planName', { name: isolated(floor) }),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    missing: t('missing'),
  }
}
