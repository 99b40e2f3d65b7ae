import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { DOT } from '@/components/ui/facts'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { syncFacts } from './sync-facts'

// Hardly anybody ever has any.
const RefusedList = dynamic(
  () => keepTrying(() => import('./plan/refused-list')).then((module) => module.RefusedList),
  {
    ssr: false,
  },
)

/**
 * The truth about where my changes are: on this device, on the server, waiting, refused. What is wrong with the device
 * itself every page says (DeviceWatch).
 */
export function SyncBadge({ signInTo, picked }: { signInTo: string; picked: boolean }) {
  const t = useTranslations('plan')
  const viewer = useViewer()
  const { fetched, waiting, refused, online, troubled, signedOut, storage } = useSyncState()
  const facts = syncFacts({ fetched, waiting, refused: refused.length, online, troubled })
  // Of nothing it need not be said that it is on the server.
  const isSaved = facts.every((fact) => fact === 'saved')
  const signIn = (words: string) => (
    <a
      className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
      href={`/sign-in?to=${encodeURIComponent(signInTo)}`}
    >
      {words}
    </a>
  )
  return (
    <>
      {!viewer && picked && storage !== 'unavailable' ? (
        <p className="basis-full text-ink">
          {t('onDevice')} {signIn(t('signInToKeep'))}
        </p>
      ) : null}
      {viewer && !signedOut ? (
        <p role="status" className={picked ? "before:mr-1.5 before:content-['·']" : isSaved ? 'sr-only' : undefined}>
          {facts.map((fact) => t(fact, { count: fact === 'refused' ? refused.length : waiting })).join(DOT)}
        </p>
      ) : null}
      {viewer && refused.length > 0 ? (
        <div className="basis-full text-base text-ink">
          <RefusedList entries={refused} />
        </div>
      ) : null}
    </>
  )
}
