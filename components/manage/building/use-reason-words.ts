import { useTranslations } from 'next-intl'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'

const reasons = [
  ...refusalsOfAsker,
  'notAPicture',
  'tooLarge',
  'tooManyFloors',
  'TOO_LARGE',
  'NOT_FOUND',
  'INVALID',
  'UNAVAILABLE',
] as const

/** Why something of the building was not done. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('manage.building')
  return (reason) => t(`refusal.${knownReason(reasons, reason, 'UNAVAILABLE')}`)
}
