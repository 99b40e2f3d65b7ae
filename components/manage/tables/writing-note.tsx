import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** What is written sooner need not be said: it is there. */
const LATE_MS = 1_000

/** Says that rows are being written, once that takes longer than anybody notices. */
export function WritingNote({ isWriting }: { isWriting: boolean }) {
  const t = useTranslations('manage.table')
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = isWriting ? setTimeout(() => setLate(true), LATE_MS) : undefined
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isWriting])
  return (
    <p role="status" className="text-sm font-medium empty:hidden">
      {isWriting && isLate ? t('writing') : ''}
    </p>
  )
}
