'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/shared/action-form'
import { setAllowsOverlapAction } from '@/lib/desk/board/server/actions'

type Props = { conference: string; room: string; allowsOverlap: boolean }

/** Where an organizer says that several things may be in a room at once. */
export function RoomOverlap({ conference, room, allowsOverlap }: Props) {
  const t = useTranslations('manage')
  return (
    <ActionForm
      action={(fields) =>
        setAllowsOverlapAction({ conference, room, allowsOverlap: fields.allowsOverlap !== undefined })
      }
    >
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="allowsOverlap"
          defaultChecked={allowsOverlap}
          className="size-5 shrink-0 accent-accent"
        />
        <span>
          {t('allowsOverlap')}
          <span className="block text-sm text-muted">{t('allowsOverlapHint')}</span>
        </span>
      </label>
    </ActionForm>
  )
}
