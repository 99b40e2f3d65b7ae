import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { feedReaders } from '@/lib/feeds/feed-reader'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import type { Subject } from '@/lib/feeds/secret/subject'
import type { FeedTokenItem } from './use-feed-tokens'

type Props = {
  tokens: FeedTokenItem[]
  /** Of what each is; null where all are of one thing. */ sayOf: ((of: Subject) => string) | null
  now: Date
  pending: boolean
  onRevoke: (token: FeedTokenItem) => Promise<void>
}

/** My addresses that work: of what each is, when it was last read and by what, and the way to end it. */
export function FeedTokenList({ tokens, sayOf, now, pending, onRevoke }: Props) {
  const t = useTranslations('feeds')
  const sayRead = useSayRead(now)
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
              {sayOf ? <span className="block text-sm">{sayOf(token)}</span> : null}
              <span className="block text-sm text-muted">{sayRead(token)}</span>
              <Pace reader={token.lastReadBy} />
            </span>
            <Button
              variant="danger"
              disabled={pending}
              aria-label={t('revokeName', { name: isolated(token.name) })}
              onClick={() => void onRevoke(token)}
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
