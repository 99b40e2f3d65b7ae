'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState, type KeyboardEvent } from 'react'
import { Notice } from '@/components/ui/notice'
import { SearchField } from '@/components/ui/search-field'
import type { TableKind } from '@/lib/desk/tables/columns'
import type { PasteStart } from '@/lib/desk/tables/paste-plan'
import type { Sorting } from '@/lib/desk/tables/shown-lines'
import { setInAll } from '@/lib/desk/tables/steps'
import type { DeskTable } from '@/lib/desk/tables/table'
import { conferenceAddress } from '@/lib/program/conference-address'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import type { MergedInto } from '@/lib/schedule/merging/list-merged'
import { RowPanel } from './row-panel'
import { TableBar } from './table-bar'
import type { ActiveCell } from './table-grid'
import { TableLead } from './table-lead'
import { TableNotices } from './table-notices'
import { TableSheets, type OpenTableSheet } from './table-sheets'
import { usePasteAnywhere } from './use-paste-anywhere'
import { useShownLines } from './use-shown-lines'
import { useTable } from './use-table'
import { useTableWords } from './use-table-words'
import { WritingNote } from './writing-note'

const TableGrid = dynamic(() => keepTrying(() => import('./whole-grid')).then((module) => module.WholeGrid), {
  ssr: false,
  loading: () => <div aria-busy="true" className="h-[60dvh] min-h-72 rounded-lg border border-line bg-sunken" />,
})

type Props = {
  conference: { slug: string; timeZone: string; version: number }
  kind: TableKind
  /** Whoever looks leads a part, and publishes no draft. */ isLead: boolean
  table: DeskTable
  /** What parts were merged into others, by their ids. */ merged: Record<string, MergedInto>
}

/** Rooms, sessions, tracks or speakers as in a spreadsheet. */
export function TableScreen({ conference, kind, isLead, table, merged }: Props) {
  const t = useTranslations('manage.table')
  const words = useTableWords(kind, table)
  const desk = useTable(conference.slug, kind, table)
  const [filter, setFilter] = useState('')
  const [sorting, setSorting] = useState<Sorting>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<ActiveCell | null>(null)
  const [sheet, setSheet] = useState<OpenTableSheet | null>(null)
  const [locked, setLocked] = useState<string | null>(null)
  const lines = useShownLines(desk.lines, { filter, sorting, say: words.say })
  const picked = desk.lines.filter(({ id }) => chosen.has(id))
  const here = desk.lines.find(({ id }) => id === active?.id)

  /** What the cell says goes into all that are chosen; of none, what stands above it goes into it. */
  const fillDown = (cell: ActiveCell | null) => {
    const from = cell && (picked.length > 0 ? lines[cell.row] : lines[cell.row - 1])
    const into = cell && (picked.length > 0 ? picked : lines.slice(cell.row, cell.row + 1))
    if (cell && from && into) desk.write(setInAll(into, { [cell.column]: from.cells[cell.column] ?? '' }))
  }
  const keyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]), select')
    if (isTyping || !(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) desk.redo()
    else desk.undo()
  }
  usePasteAnywhere(sheet !== null, (text) => setSheet({ kind: 'paste', text, start: null }))
  const paste = (text: string, start: PasteStart) => setSheet({ kind: 'paste', text, start })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3" onKeyDown={keyDown}>
      <TableLead kind={kind} isLead={isLead} />
      <TableBar
        file={`${conferenceAddress(conference.slug, 'manage/table.csv')}?of=${kind}`}
        chosen={picked.length}
        mayFill={active !== null}
        mayMerge={kind !== 'sessions' && picked.length === 2}
        mayUndo={desk.mayUndo}
        mayRedo={desk.mayRedo}
        onUndo={desk.undo}
        onRedo={desk.redo}
        onPaste={() => setSheet({ kind: 'paste', text: '', start: null })}
        onSetField={() => setSheet({ kind: 'field' })}
        onFillDown={() => fillDown(active)}
        onMerge={() => setSheet({ kind: 'merge', ids: picked.map(({ id }) => id) })}
        onUnchoose={() => setChosen(new Set())}
      />
      <SearchField label={t('filter')} hint={t('filterHint')} value={filter} onChange={setFilter} />
      <TableNotices kind={kind} desk={desk} words={words} />
      {locked !== null && locked === active?.id ? (
        <Notice tone="warning" live>
          <p>{t('notYours')}</p>
        </Notice>
      ) : null}
      <WritingNote isWriting={desk.waiting > 0 && desk.stuck === null} />
      <p role="status" className="text-sm text-muted">
        {lines.length === 0 && filter !== '' ? t('none') : t('shown', { count: lines.length })}
      </p>
      <TableGrid
        {...{ kind, lines, chosen, sorting, words }}
        onChosen={setChosen}
        onSorting={setSorting}
        onActive={setActive}
        onWrite={desk.write}
        onPasteBlock={paste}
        onFillDown={fillDown}
        onLocked={() => setLocked(active?.id ?? null)}
      />
      {here ? <RowPanel key={here.id} conference={conference} kind={kind} line={here} known={merged[here.id]} /> : null}
      {sheet ? (
        <TableSheets
          {...{ kind, sheet, words, picked, lines }}
          slug={conference.slug}
          all={desk.lines}
          tryOut={desk.tryOut}
          onWrite={desk.write}
          onClose={() => setSheet(null)}
        />
      ) : null}
    </div>
  )
}
