import { useTranslations } from 'next-intl'

const known = [
  'handleMissing',
  'slugTaken',
  'unchanged',
  'handleTaken',
  'handleInUse',
  'INVALID',
  'changedElsewhere',
  'unsaved',
  'asked',
] as const

/** Says why something about a recap was refused. */
export function useReason() {
  const t = useTranslations('recaps')
  return (reason: string): string => {
    const found = known.find((one) => one === reason)
    return found ? t(`reason.${found}`) : t('failed')
  }
}
