import { Notice } from '@/components/ui/notice'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'

/** Says, before an account is left, that not everything of this device is on the server, and the way to keep it. */
export function StillWaiting({ words }: { words: Record<'stillWaiting' | 'backUp', string> }) {
  const { waiting } = useSyncState()
  if (waiting === 0) return null
  return (
    <Notice tone="warning">
      <p>{words.stillWaiting}</p>
      <p>
        <a
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          href="/settings/backup"
        >
          {words.backUp}
        </a>
      </p>
    </Notice>
  )
}
