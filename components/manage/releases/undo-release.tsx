'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/shared/action-form'
import { Card } from '@/components/ui/card'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { undoDraftAction, undoImportAction } from '@/lib/schedule/releases/actions'
import type { SessionField } from '@/lib/program/snapshot'

export type LeftLine = {
  key: string
  title: string
  field: SessionField | 'status'
  why: 'decided-since' | 'changed-since'
}
type Props = {
  /** What is taken back. */
  kind: 'import' | 'draft'
  conference: string
  release: number
  /** How many sessions would change. */
  sessions: number
  /** Alerts are held back. */
  isHeld: boolean
  /** What stays as it is. */
  left: LeftLine[]
}

const actions = { import: undoImportAction, draft: undoDraftAction } as const

/** Takes an import or a published draft back, after saying what that changes and what not. */
export function UndoRelease({ kind, conference, release, sessions, isHeld, left }: Props) {
  const t = useTranslations('manage.releases')
  const fields = useTranslations('bringIn.sessionField')
  return (
    <Card aria-label={t(`undo.${kind}`)}>
      <p>
        {t(`undoLead.${kind}`, { count: sessions })} {sessions > 0 ? `${t(isHeld ? 'undoHeld' : 'undoTold')} ` : ''}
        {t(`undoRest.${kind}`)}
      </p>
      {left.length > 0 ? (
        <details>
          <summary className="min-h-11 py-2 text-accent underline underline-offset-4">
            {t('left', { count: left.length })}
          </summary>
          <ul className="grid gap-1 text-sm">
            {left.map(({ key, title, field, why }) => (
              <li key={key}>
                <bdi className="font-medium">{settleBidi(title)}</bdi>, {fields(field)}: {t(`why.${why}`)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {sessions > 0 ? (
        <ActionForm
          action={actions[kind]}
          values={{ conference, release: String(release) }}
          submit={t(`undo.${kind}`)}
          danger
          confirm={t(`undoAsk.${kind}`, { count: sessions })}
          // It is the first one there. Of this page the button goes, and what it would say with it.
          then={pageAddress(conference, 'managed', 'releases')}
        />
      ) : null}
    </Card>
  )
}
