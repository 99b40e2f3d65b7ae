import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import { UndoButtons } from '../undo-buttons'

type Props = {
  /** Where the table is as a file. */ file: string
  /** How many rows are. */ chosen: number
  mayFill: boolean
  mayMerge: boolean
  mayUndo: boolean
  mayRedo: boolean
  onUndo: () => void
  onRedo: () => void
  onPaste: () => void
  onSetField: () => void
  onFillDown: () => void
  onMerge: () => void
  onUnchoose: () => void
}

/** A line each on a phone, which scrolls to its side: wrapped they would take the table's screen. */
const row =
  'flex items-center gap-2 overflow-x-auto whitespace-nowrap *:shrink-0 sm:flex-wrap sm:overflow-visible ' +
  'sm:whitespace-normal'

/** What can be done with a table, and with the rows that are chosen. */
export function TableBar({ file, chosen, mayFill, mayMerge, mayUndo, mayRedo, ...on }: Props) {
  const t = useTranslations('manage.table')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:flex sm:flex-wrap">
      <div className={row}>
        <UndoButtons
          words={{ undo: t('undo'), redo: t('redo') }}
          {...{ mayUndo, mayRedo }}
          onUndo={on.onUndo}
          onRedo={on.onRedo}
        />
        <Button onClick={on.onPaste}>{t('paste')}</Button>
        <Button disabled={!mayFill} onClick={on.onFillDown}>
          {t('fillDown')}
        </Button>
        <ButtonLink href={file} download>
          {t('file')}
        </ButtonLink>
      </div>
      {chosen > 0 ? (
        <div role="group" aria-label={t('chosen', { count: chosen })} className={row}>
          <span className="px-1 font-medium">{t('chosen', { count: chosen })}</span>
          <Button onClick={on.onSetField}>{t('setField')}</Button>
          {mayMerge ? <Button onClick={on.onMerge}>{t('merge')}</Button> : null}
          <Button onClick={on.onUnchoose}>{t('unchoose')}</Button>
        </div>
      ) : null}
    </div>
  )
}
