import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import type { TableKind } from '@/lib/desk/tables/columns'
import type { PasteStart } from '@/lib/desk/tables/paste-plan'
import { MOST_TABLE_ROWS } from '@/lib/desk/tables/limits'
import type { RowEdit } from '@/lib/desk/tables/schema'
import type { TableLine } from '@/lib/desk/tables/table'
import type { useTable } from '../use-table'
import type { TableWords } from '../use-table-words'
import { PastedColumns } from './pasted-columns'
import { PlannedRows } from './planned-rows'
import { usePaste } from './use-paste'
import { WrongRows } from './wrong-rows'

type Props = {
  kind: TableKind
  words: TableWords
  tryOut: ReturnType<typeof useTable>['tryOut']
  lines: readonly TableLine[]
  all: readonly TableLine[]
  text: string
  start: PasteStart | null
  onWrite: (rows: RowEdit[]) => void
}

/** The columns of a block whose texts go nowhere. */
function LeftOutColumns({ paste: { block, columns, hasHeadings } }: { paste: ReturnType<typeof usePaste> }) {
  const t = useTranslations('manage.table')
  const left = columns.flatMap((column, place) => {
    const isEmpty = block.every((row, index) => (hasHeadings && index === 0) || (row[place] ?? '') === '')
    return column || isEmpty ? [] : [(hasHeadings && block[0]?.[place]) || t('columnNumber', { number: place + 1 })]
  })
  if (left.length === 0) return null
  return (
    <Notice tone="warning">
      <p>{t('leftOutColumns', { count: left.length, names: left.map((name) => isolated(name)).join(', ') })}</p>
    </Notice>
  )
}

/** "Ada, Bob Lee" is a person and a company, and whoever means two people has to know. */
function CommaCompanies({ employed }: Pick<ReturnType<typeof usePaste>, 'employed'>) {
  const t = useTranslations('manage.table')
  const [first] = employed
  if (!first) return null
  const example = t('personOf', { name: isolated(first.name), company: isolated(first.company) })
  return (
    <Notice>
      <p>{t('commaCompanies', { count: employed.length, example })}</p>
    </Notice>
  )
}

/** What pasted rows would do: first those that are not right, to mend or to leave out; then each that would change. */
export function PastePreview({ text, onWrite, ...given }: Props) {
  const t = useTranslations('manage.table')
  const paste = usePaste(text, given)
  const { kind, words } = given
  const { kept, wrong, state, edits } = paste
  const count = (of: string) => kept.filter((row) => row.state === of).length
  return (
    <>
      <h3 className="font-semibold">{t('previewTitle')}</h3>
      <p role="status">
        {state === 'looking'
          ? t('looking')
          : t('counts', { added: count('new'), changed: count('changed'), same: count('same') })}
      </p>
      {paste.isTooLong ? (
        <Notice tone="warning">
          <p>{t('tooMany', { most: MOST_TABLE_ROWS })}</p>
        </Notice>
      ) : null}
      {state === 'failed' ? (
        <Notice tone="danger" live>
          <p>{t('notReached')}</p>
          <div>
            <Button onClick={paste.retry}>{t('retry')}</Button>
          </div>
        </Notice>
      ) : null}
      <LeftOutColumns paste={paste} />
      <CommaCompanies employed={paste.employed} />
      <PastedColumns kind={kind} words={words} paste={paste} />
      <WrongRows kind={kind} words={words} paste={paste} />
      <PlannedRows words={words} rows={kept} />
      <div>
        <Button
          variant="primary"
          disabled={state !== 'told' || wrong.length > 0 || edits.length === 0}
          onClick={() => onWrite(edits)}
        >
          {t('bringIn', { count: edits.length })}
        </Button>
      </div>
    </>
  )
}
