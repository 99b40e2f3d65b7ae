import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { isolated } from '@/lib/platform/bidi'

const choose =
  'inline-flex min-h-11 cursor-pointer items-center rounded-lg border border-edge bg-sunken px-4 font-medium ' +
  'peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent'

/**
 * Where files are chosen, or dropped from the desk; it says which they are. Of any kind: phones grey out what they have
 * no kind for, and what a file is, its content tells.
 * @param before the names of those that were chosen before the page was loaded again, which no page can keep
 */
export function FileDrop({ before }: { before: string | undefined }) {
  const t = useTranslations('bringIn')
  const [id, box] = [useId(), useRef<HTMLDivElement>(null)]
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
      <p id={`${id}-label`} className="font-medium">
        {t('files')}
      </p>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t('filesHint')}
      </p>
      <div className="relative flex flex-wrap items-center gap-x-3 gap-y-2">
        {/* Browsers call their own button in their own language, and cut the name beside it. */}
        <input
          id={id}
          name="files"
          type="file"
          multiple
          required
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint`}
          className="peer sr-only"
          onChange={(event) => setNames([...(event.target.files ?? [])].map(({ name }) => name))}
        />
        <label htmlFor={id} className={choose}>
          {t('chooseFiles')}
        </label>
        <p role="status" className="min-w-0 text-sm text-muted [overflow-wrap:anywhere]">
          {names.length > 0 ? names.map(isolated).join(', ') : t('drop')}
        </p>
      </div>
      <p className="text-sm text-warning empty:hidden" dir="auto">
        {before && names.length === 0 ? t('filesAgain', { names: isolated(before) }) : null}
      </p>
    </div>
  )
}
