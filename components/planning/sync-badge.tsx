import { useTranslations } from 'next-intl'
import { useSyncState } from '@/lib/sync/client/use-sync-state'
import { useViewer } from '@/lib/sync/client/use-viewer'

/** The truth about where my changes are: on this device, on the server, waiting, refused. */
export function SyncBadge({ signInTo, picked }: { signInTo: string; picked: boolean }) {
  const t = useTranslations('plan')
  const viewer = useViewer()
  const { waiting, refused } = useSyncState()
  if (!viewer) {
    return picked ? (
      <p className="text-sm">
        {t('onDevice')} <a className="inline-flex min-h-11 items-center text-accent underline underline-offset-4" href={`/sign-in?to=${encodeURIComponent(signInTo)}`}>{t('signInToKeep')}</a>
      </p>
    ) : null
  }
  return (
    <p role="status" className="text-sm text-muted">
      {[waiting > 0 ? t('waiting', { count: waiting }) : t('saved'), refused.length > 0 ? t('refused', { count: refused.length }) : ''].filter(Boolean).join(' · ')}
    </p>
  )
}
