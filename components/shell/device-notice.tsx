import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import { isNothingKept } from '@/lib/sync/client/store/storage-state'
import { useGoneAccounts } from '@/lib/sync/client/viewer/use-gone-accounts'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'

/**
 * What is wrong with this device's store, and what to do about it. In sight as long as something is nowhere but on this
 * page.
 */
export function DeviceNotice() {
  const t = useTranslations('device')
  const viewer = useViewer()
  const { storage, signedOut, blocked, fetched, online, waiting, unkept } = useSyncState()
  const gone = useGoneAccounts()
  const isPinned = unkept > 0
  const box = useRoomAbove(isPinned)
  return (
    <div ref={box} data-pinned={isPinned || undefined} className="mx-auto grid max-w-3xl gap-2 px-4 py-2">
      {isNothingKept(storage) ? (
        <p role="alert" className="border-l-4 border-danger bg-raised p-3 text-sm font-medium">
          {t(storage === 'unavailable' && viewer ? 'unavailableSignedIn' : storage)}
        </p>
      ) : null}
      {storage === 'gone' ? <Line>{t('gone')}</Line> : null}
      {blocked ? (
        <Line>
          {t('blocked', { count: waiting })} <Way to="/settings">{t('blockedWay')}</Way>
        </Line>
      ) : null}
      {signedOut && !blocked ? (
        <Line>
          {t('signedOut', { count: waiting })}{' '}
          <Way to={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>{t('signInAgain')}</Way>
        </Line>
      ) : null}
      {!fetched && !online && !signedOut ? <Line>{t('notFetched')}</Line> : null}
      {gone.length > 0 ? (
        <Line>
          {t('accountGone')} <Way to="/settings/backup#gone">{t('accountGoneWay')}</Way>
        </Line>
      ) : null}
    </div>
  )
}

/** What stays at the top of a page stays below this, while it is there: `--pinned` says how high it is. */
function useRoomAbove(isPinned: boolean) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [pinned, root] = [box.current, document.documentElement]
    if (!pinned || !isPinned) return
    const observer = new ResizeObserver(() => root.style.setProperty('--pinned', `${pinned.offsetHeight}px`))
    observer.observe(pinned)
    return () => {
      observer.disconnect()
      root.style.removeProperty('--pinned')
    }
  }, [isPinned])
  return box
}

function Line({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="border-l-4 border-warning bg-raised p-3 text-sm font-medium">
      {children}
    </p>
  )
}

function Way({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className="inline-flex min-h-11 items-center text-accent underline underline-offset-4" href={to}>
      {children}
    </a>
  )
}
