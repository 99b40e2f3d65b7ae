import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { keepTrying } from '@/lib/sync/client/keep-trying'
import { useSyncState } from '@/lib/sync/client/use-sync-state'
import { useViewer } from '@/lib/sync/client/use-viewer'

// Hardly anybody ever has any.
const RefusedList = dynamic(() => keepTrying(() => import('./refused-list')).then((module) => module.RefusedList), { ssr: false })

/** The truth about where my changes are: on this device, on the server, waiting, refused; and whether this device can keep them at all. */
export function SyncBadge({ signInTo, picked }: { signInTo: string; picked: boolean }) {
  const t = useTranslations('plan')
  const viewer = useViewer()
  const { waiting, refused, online, signedOut, storage } = useSyncState()
  const signIn = (words: string) => <a className="inline-flex min-h-11 items-center text-accent underline underline-offset-4" href={`/sign-in?to=${encodeURIComponent(signInTo)}`}>{words}</a>
  return (
    <>
      {storage === 'ok' ? null : <p role="alert" className="text-sm font-medium text-danger">{t(`storage.${storage}`)}</p>}
      {!viewer && picked ? <p className="text-sm">{t('onDevice')} {signIn(t('signInToKeep'))}</p> : null}
      {viewer && signedOut ? <p className="text-sm font-medium text-warning">{t('signedOut', { count: waiting })} {signIn(t('signInAgain'))}</p> : null}
      {viewer && !signedOut ? (
        <p role="status" className="text-sm text-muted">{waiting === 0 ? t('saved') : `${t('waiting', { count: waiting })}${online ? '' : ` · ${t('noNetwork')}`}`}</p>
      ) : null}
      {viewer && refused.length > 0 ? <RefusedList entries={refused} /> : null}
    </>
  )
}
