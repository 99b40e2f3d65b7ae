'use client'

import { useTranslations } from 'next-intl'
import { useStorageState } from '@/lib/sync/client/hooks/use-storage-state'

const MB = 1_000_000

/** Says honestly what the browser may delete by itself, with the way to a backup. Needs the messages `storage`. */
export function StorageNote() {
  const t = useTranslations('storage')
  const state = useStorageState()
  if (!state) return null
  const usedMb = state.usageBytes === null ? null : Math.ceil(state.usageBytes / MB)
  return (
    <div className="text-sm">
      <p className="text-muted">
        {state.persisted ? t('kept') : t('notKept')} {usedMb === null ? '' : t('used', { megabytes: usedMb })}
      </p>
      <a className="inline-flex min-h-11 items-center text-accent underline underline-offset-4" href="/settings/backup">
        {t('backup')}
      </a>
    </div>
  )
}
