import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Field } from '@/components/ui/field'
import { isolated } from '@/lib/platform/bidi'

/**
 * Where files are chosen, or dropped from the desk; it says which they are. Of any kind: phones grey out what they have
 * no kind for, and what a file is, its content tells.
 * @param before the names of those that were chosen before the page was loaded again, which no page can keep
 */
export function FileDrop({ before }: { before: string | undefined }) {
  const t = useTranslations('bringIn')
  const box = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  const [names, setNames] = useState<string[]>([])
  const drop = (files: FileList) => {
    const input = box.current?.querySelector('input')
    if (!input || files.length === 0) return
    input.files = files
    // The form hears of it as of files that were chosen.
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return (
    <div
      ref={box}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        drop(event.dataTransfer.files)
      }}
      className={`grid gap-2 rounded-xl border-2 border-dashed p-4 ${isOver ? 'border-accent bg-tint' : 'border-edge'}`}
    >
      <Field
        name="files"
        type="file"
        multiple
        required
        label={t('files')}
        hint={t('filesHint')}
        onChange={(event) => setNames([...(event.target.files ?? [])].map(({ name }) => name))}
      />
      <p role="status" className="text-sm text-muted">
        {names.length > 0 ? names.join(', ') : t('drop')}
      </p>
      <p className="text-sm text-warning empty:hidden" dir="auto">
        {before && names.length === 0 ? t('filesAgain', { names: isolated(before) }) : null}
      </p>
    </div>
  )
}
