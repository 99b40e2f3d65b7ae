import { useFormatter, useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import { saySource } from '../bring-in/format-name'
import { releaseChangeKinds } from '@/lib/schedule/releases/compare'
import type { Release } from '@/lib/schedule/releases/list-releases'

/** What a release is, when and by whom it was made, how much changed in it, and whether it was taken back. */
export function ReleaseFacts({ release, saying }: { release: Release; saying: Saying }) {
  const [t, words, runs, format] = [
    useTranslations('manage.releases'),
    useTranslations('bringIn'),
    useTranslations('manage.sources'),
    useFormatter(),
  ]
  const { kind, source, undoes, undoneBy, subject, into, rooms, note, by, isByItself, isPlanned, isByGone } = release
  const { at, counts, left } = release
  const from = isolated(saySource(words, source ?? ''))
  const changed = releaseChangeKinds.filter((step) => counts[step] > 0)
  return (
    <>
      <p>
        <Facts
          of={[
            t(rooms.length > 0 ? 'kind.splitInto' : `kind.${kind}`, {
              source: from,
              undoes: undoes ?? 0,
              subject: isolated(subject ?? ''),
              into: isolated(into ?? ''),
              rooms: format.list(rooms.map(isolated)),
            }),
            undoneBy === null ? null : t('undone', { by: undoneBy }),
          ]}
        />
      </p>
      {note === null ? null : <p className="whitespace-pre-line break-words">{settleBidi(note)}</p>}
      <p className="text-sm text-muted">
        <Facts
          of={[
            sayWhen({ startAt: at.toISOString() }, saying),
            isByItself
              ? t('byItself', { source: from })
              : isPlanned
                ? t('asPlanned', { who: isolated(by ?? t('goneWho')) })
                : isByGone
                  ? runs('by.gone')
                  : by,
            ...(changed.length > 0
              ? changed.map((step) => t('counts', { kind: step, count: counts[step] }))
              : [t('noDifference')]),
            left > 0 && t('leftSince', { count: left }),
          ]}
        />
      </p>
    </>
  )
}
