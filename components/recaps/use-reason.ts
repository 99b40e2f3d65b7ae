import { useTranslations } from 'next-intl'
import { knownReason } from '@/components/shared/known-reason'

const reasons = [
  'handleMissing',
  'slugTaken',
  'unchanged',
  'handleTaken',
  'handleInUse',
  'INVALID',
  'changedElsewhere',
  'unsaved',
  'asked',
  'handleWrong',
  'nameWrong',
  'slugWrong',
  'publishAtWrong',
  'publishAtPassed',
  'UNAVAILABLE',
  'BLOCKED',
  'seriesTitleMissing',
] as const

/** Says why something about a recap was refused. */
export function useReason() {
  const t = useTranslations('recaps')
  return (reason: string): string => {
    const known = knownReason(reasons, reason, null)
    return known === null ? t('failed') : t(`reason.${known}`)
  }
}
