import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import type { TableKind } from '@/lib/desk/tables/columns'
import type { PasteStart } from '@/lib/desk/tables/paste-plan'
import type { RowEdit } from '@/lib/desk/tables/schema'
import type { TableLine } from '@/lib/desk/tables/table'
import { FieldOfMany } from './field-of-many'
import { MergeChosen } from './merge-chosen'
import { PasteRows } from './paste/paste-rows'
import type { useTable } from './use-table'
import type { TableWords } from './use-table-words'

/** What is open over a table. */
export type OpenTableSheet =
  | { kind: 'field' }
  | { kind: 'merge'; ids: readonly string[] }
  | { kind: 'paste'; text: string; start: PasteStart | null }

type Props = {
  slug: string
  kind: TableKind
  sheet: OpenTableSheet
  words: TableWords
  /** Rows that are chosen. */ picked: readonly TableLine[]
  /** Rows as they are shown. */ lines: readonly TableLine[]
  all: readonly TableLine[]
  tryOut: ReturnType<typeof useTable>['tryOut']
  onWrite: (rows: RowEdit[]) => void
  onClose: () => void
}

/** The sheet that is open over a table. */
export function TableSheets({ slug, kind, sheet, words, picked, lines, all, tryOut, onWrite, onClose }: Props) {
  const t = useTranslations('manage.table')
  const write = (rows: RowEdit[]) => {
    onWrite(rows)
    onClose()
  }
  switch (sheet.kind) {
    case 'field':
      return (
        <Dialog title={t('setField')} closeName={t('close')} onClose={onClose}>
          <FieldOfMany kind={kind} lines={picked} words={words} onWrite={write} />
        </Dialog>
      )
    case 'merge': {
      const [one, other] = sheet.ids.flatMap((id) => all.find((line) => line.id === id) ?? [])
      // One of them is gone: they were merged.
      if (kind === 'sessions' || !one || !other) return null
      return (
        <Dialog title={t('mergeTitle')} closeName={t('close')} onClose={onClose}>
          <MergeChosen conference={slug} kind={kind} pair={[one, other]} />
        </Dialog>
      )
    }
    case 'paste':
      return (
        <Dialog title={t('pasteTitle')} closeName={t('close')} onClose={onClose}>
          <PasteRows {...{ kind, words, tryOut, lines, all }} text={sheet.text} start={sheet.start} onWrite={write} />
        </Dialog>
      )
  }
}
