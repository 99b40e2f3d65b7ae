import { useTranslations } from 'next-intl'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { waitReasons } from '@/lib/schedule/checks/wait-reasons'

const known = [...guardCodes, ...waitReasons, 'declined'] as const

/** Says why something waits, was refused or was left outside: a few words each. */
export function useWaitWords(): (reasons: readonly string[]) => string[] {
  const t = useTranslations('manage.sources')
  return (reasons) => known.filter((reason) => reasons.includes(reason)).map((reason) => t(`why.${reason}`))
}
