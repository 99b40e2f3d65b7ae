import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { feedReaders } from '@/lib/feeds/feed-reader'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import type { FeedTokenItem } from './use-feed-tokens'

type Props = { tokens: FeedTokenItem[]; now: Date; pending: boolean; onRevoke: (id: string) => Promise<void> }

/** My addresses that work: when each was last read and by what, and the way to end it. */
export function FeedTokenList({ tokens, now, pending, onRevoke }: Props) {
  const t = useTranslations('feeds')
  const sayRead = useSayRead(now)
  const revoke = (token: FeedTokenItem) => {
    if (confirm(t('revokeConfirm', { name: isolated(token.name) }))) void onRevoke(token.id)
  }
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t('listTitle')}</h3>
      <ul className="grid gap-2">
        {tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
            <span className="min-w-0">
              <span dir="auto" className="block font-medium">
                {settleBidi(token.name)}
              </span>
              <span className="block text-sm text-muted">{sayRead(token)}</span>
              <Pace reader={token.lastReadBy} />
            </span>
            <Button
              variant="danger"
              disabled={pending}
              aria-label={t('revokeName', { name: isolated(token.name) })}
              onClick={() => revoke(token)}
            >
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How soon what read it last follows a change: nobody need wonder why an hour is not enough. */
function Pace({ reader }: { reader: string | null }) {
  const t = useTranslations('feeds')
  const known = (['google', 'apple', 'outlook'] as const).find((name) => name === reader)
  return known ? <span className="block text-sm text-muted">{t(`pace.${known}`)}</span> : null
}

function useSayRead(now: Date) {
  const t = useTranslations('feeds')
  const format = useFormatter()
  return ({ lastReadAt, lastReadBy }: FeedTokenItem) => {
    if (!lastReadAt) return t('neverRead')
    const reader = feedReaders.find((known) => known === lastReadBy) ?? 'other'
    return t('lastRead', { ago: format.relativeTime(lastReadAt, now), reader: t(`reader.${reader}`) })
  }
}
