import { useTranslations } from 'next-intl'
import { useMemo, type ComponentProps } from 'react'
import { useMedia } from '@/components/ui/use-media'
import { isolated } from '@/lib/platform/bidi'
import { gridColumns } from './grid-columns'
import { TableGrid } from './table-grid'
import type { TableWords } from './use-table-words'

type Props = Omit<ComponentProps<typeof TableGrid>, 'columns' | 'choices' | 'label'> & { words: TableWords }

/** The grid with its columns. */
export function WholeGrid({ words, ...props }: Props) {
  const [t, isNarrow] = [useTranslations('manage.table'), useMedia('(max-width: 40rem)')]
  const isTouch = useMedia('(pointer: coarse)')
  const columns = useMemo(
    () =>
      gridColumns(props.kind, isNarrow, {
        ...words,
        isTouch,
        all: t('all'),
        chooseRow: (name) => t('choose', { name: isolated(name) }),
        byHand: t('byHand'),
        cancelled: t('cancelled'),
      }),
    [props.kind, isNarrow, isTouch, words, t],
  )
  return <TableGrid {...props} label={t(`label.${props.kind}`)} columns={columns} choices={words.choices} />
}
