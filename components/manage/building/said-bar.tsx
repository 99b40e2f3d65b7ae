import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** What was just done, and how to take it back. */
export type SaidStep = { text: string; undo?: (() => void) | undefined }

/** Says what was just done, in a line that is always there, so that nothing moves. */
export function SaidBar({ said }: { said: SaidStep | null }) {
  const t = useTranslations('manage.building')
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3">
      <p role="status" className="text-sm">
        {said?.text}
      </p>
      {said?.undo ? <Button onClick={said.undo}>{t('undo')}</Button> : null}
    </div>
  )
}
