import type { TableKind } from '@/lib/desk/tables/columns'
import type { RowEdit } from '@/lib/desk/tables/schema'
import {
  editPartTableAction,
  editSessionTableAction,
  undoPartTableAction,
  undoSessionTableAction,
} from '@/lib/desk/tables/server/actions'
import type { TableStep } from '@/lib/desk/tables/steps'
import { backOf } from '@/lib/desk/tables/steps'

/** A table's own actions: sessions are a lead's, too. */
export function doorsOf(conference: string, kind: TableKind) {
  const edit = (rows: RowEdit[], isTrial: boolean) =>
    kind === 'sessions'
      ? editSessionTableAction({ conference, rows, isTrial })
      : editPartTableAction({ conference, kind, rows, isTrial })
  const undo = (step: TableStep) => {
    const asked = { conference, rows: backOf(step), added: [...step.added] }
    return kind === 'sessions' ? undoSessionTableAction(asked) : undoPartTableAction({ ...asked, kind })
  }
  return { edit, undo }
}
