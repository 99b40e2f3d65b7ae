import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import { warningWords } from '@/lib/desk/board/warnings/warning-words'
import type { BoardWarning } from '@/lib/desk/board/warnings/warning'

/** Says a warning as a sentence. @param index null: there is none to say yet */
export function useWarningWords(index: BoardIndex | null): (warning: BoardWarning) => string {
  const t = useTranslations('manage.board.warning')
  const names = useMemo(
    () => ({
      session: (id: string) => index?.sessions.get(id)?.title ?? '',
      room: (id: string) => index?.rooms.get(id)?.name ?? '',
      speaker: (id: string) => index?.speakers.get(id)?.name ?? '',
    }),
    [index],
  )
  return useCallback((warning) => t(warning.kind, warningWords(warning, names)), [t, names])
}
