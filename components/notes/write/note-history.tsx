import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { breakLongLines } from '@/lib/platform/long-lines'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { useHistory } from './use-history'

type Props = { noteId: string; clocks: Clocks; onRestore: (text: string) => void }

/** What a note said before, newest first. Taking a version back is an edit like any other: nothing is lost by it. */
export function NoteHistory({ noteId, clocks: { timeZone, namesZone }, onRestore }: Props) {
  const t = useTranslations('notes')
  const language = useLocale()
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  const [restored, setRestored] = useState(false)
  const history = useHistory(noteId, open && viewer !== null)
  const restore = (text: string) => {
    onRestore(text)
    setRestored(true)
  }
  const state = !viewer
    ? t('history.signIn')
    : history.state === 'loading'
      ? t('history.loading')
      : history.state === 'failed'
        ? t('history.failed')
        : history.versions.length === 0
          ? t('history.empty')
          : restored
            ? t('history.restored')
            : ''
  return (
    <details
      className="rounded-xl border border-line bg-raised p-3"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-11 items-center font-semibold">{t('history.title')}</summary>
      <p role="status" className="text-sm text-muted empty:hidden">
        {state}
      </p>
      {history.versions.length > 0 ? (
        <ol className="mt-2 grid gap-3">
          {history.versions.map(({ id, text, createdAt }) => {
            const at = new Date(createdAt)
            const when = sayWhen({ startAt: at }, { timeZone, namesZone, language })
            return (
              <li key={id} className="grid gap-2 rounded-lg border border-line p-3">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <time dateTime={createdAt} className="text-sm text-muted">
                    {when}
                  </time>
                  <Button aria-label={`${t('history.restore')}: ${when}`} onClick={() => restore(text)}>
                    {t('history.restore')}
                  </Button>
                </div>
                <p dir="auto" className="max-h-48 overflow-y-auto whitespace-pre-wrap text-sm" tabIndex={0}>
                  {breakLongLines(text)}
                </p>
              </li>
            )
          })}
        </ol>
      ) : null}
      {history.more ? (
        <p className="mt-3">
          <Button onClick={() => void history.loadOlder()}>{t('history.older')}</Button>
        </p>
      ) : null}
    </details>
  )
}
