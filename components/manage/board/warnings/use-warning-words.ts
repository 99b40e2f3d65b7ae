import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import { warningWords } from '@/lib/desk/board/warnings/warning-words'
import type { BoardWarning } from '@/lib/desk/board/warnings/warning'

/** Says a warning as a sentence. */
export function useWarningWords({ sessions, rooms, speakers }: BoardIndex): (warning: BoardWarning) => string {
  const t = useTranslations('manage.board.warning')
  const names = useMemo(
    () => ({
      session: (id: string) => sessions.get(id)?.title ?? '',
      room: (id: string) => rooms.get(id)?.name ?? '',
      speaker: (id: string) => speakers.get(id)?.name ?? '',
    }),
    [sessions, rooms, speakers],
  )
  return useCallback((warning) => t(warning.kind, warningWords(warning, names)), [t, names])
}
