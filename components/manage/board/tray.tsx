import { useTranslations } from 'next-intl'
import { useState, type RefObject } from 'react'
import { SearchField } from '@/components/ui/search-field'
import type { BoardSession } from '@/lib/desk/board/board'
import { looseKey } from '@/lib/program/names/name-key'

/** So many are drawn at once: whoever has more looks for one. */
const MOST_SHOWN = 60

type Props = {
  sessions: readonly BoardSession[]
  chosen: ReadonlySet<string>
  moved: ReadonlySet<string>
  tray: RefObject<HTMLElement | null>
}

/** Sessions without a time, beside the board: dragged to it, and from it. */
export function Tray({ sessions, chosen, moved, tray }: Props) {
  const t = useTranslations('manage.board')
  const [sought, setSought] = useState('')
  const found = sought ? sessions.filter(({ title }) => looseKey(title).includes(looseKey(sought))) : sessions
  return (
    <section
      ref={tray}
      aria-label={t('tray')}
      className="flex w-52 shrink-0 flex-col gap-2 overflow-y-auto rounded-lg border border-line bg-sunken p-2"
    >
      <h3 className="text-sm font-semibold">{t('trayCount', { count: sessions.length })}</h3>
      {sessions.length > MOST_SHOWN ? (
        <SearchField label={t('traySearch')} hint={t('traySearch')} value={sought} onChange={setSought} />
      ) : null}
      {sessions.length === 0 ? <p className="text-sm text-muted">{t('trayEmpty')}</p> : null}
      <ul className="grid gap-1">
        {found.slice(0, MOST_SHOWN).map((session) => (
          <li key={session.id}>
            <button
              type="button"
              data-session={session.id}
              lang={session.language ?? undefined}
              className={
                'min-h-11 w-full select-none rounded border px-2 py-1 text-left text-sm data-carried:opacity-40 ' +
                `${moved.has(session.id) ? 'border-dashed border-accent bg-tint' : 'border-line bg-raised'} ` +
                `${chosen.has(session.id) ? 'ring-2 ring-accent' : ''}`
              }
            >
              <bdi className="line-clamp-3">{session.title}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN ? (
        <p className="text-sm text-muted">{t('more', { count: found.length - MOST_SHOWN })}</p>
      ) : null}
    </section>
  )
}
