import { useTranslations } from 'next-intl'
import { knownReason } from '@/components/shared/known-reason'
import { isolated } from '@/lib/platform/bidi'
import { fetchFailures } from '@/lib/platform/http/fetch-failure'

const failures = [...fetchFailures, 'unknown-format', 'nothing-usable', 'too-slow', 'other'] as const

/** Says why a check failed, with the number that the site answered: "403: sched.com refuses programs." */
export function useFailureWords(): (run: {
  reasons: string[]
  detail: string | null
  address: string | null
}) => string {
  const t = useTranslations('manage.sources')
  return ({ reasons: [reason = ''], detail, address }) => {
    const site = isolated(address && URL.canParse(address) ? new URL(address).host : '')
    const what = t(`failure.${knownReason(failures, reason, 'other')}`, { site })
    const status = /: (\d{3})$/.exec(detail ?? '')?.[1]
    return status === undefined ? what : t('withStatus', { status, what })
  }
}
