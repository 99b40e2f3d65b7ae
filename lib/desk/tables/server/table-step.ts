import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { changeProgram, Unchanged, type ChangedProgram } from '@/lib/schedule/edit/conference-version'
import type { Editing } from '@/lib/schedule/scope'
import type { RowProblem, TableKind } from '../columns'
import type { RowEdit } from '../schema'
import { changeTable } from './change-table'

type Step = {
  kind: TableKind
  rows: readonly RowEdit[]
  /** Says what would come of it, and leaves everything as it is. */ isTrial: boolean
  /** What else is done in it; says whether it did something. */
  andAlso?: (tx: Prisma.TransactionClient, program: ChangedProgram) => Promise<boolean>
}
/** A row each, as they were asked; of a trial none that is new stays. */
type StepDone = { ids: string[]; /** Sessions that now collide. */ collisions: number }
export type StepOutcome = StepDone | { problems: RowProblem[] }

/** Many sessions are many statements, and whoever else writes to the programme waits. */
const PATIENCE = { timeout: 60_000, maxWait: 20_000 }

/** Writes rows of a table in one transaction, all of them or none. */
export async function stepInTable(
  db: PrismaClient,
  granted: Editing,
  { kind, rows, isTrial, andAlso }: Step,
  now: Date,
): Promise<StepOutcome> {
  const taking = changeProgram<StepOutcome>(
    db,
    granted,
    now,
    async (tx, program) => {
      const { problems, ids, collisions, hasChanged } = await changeTable(tx, program, { kind, rows, granted, now })
      if (problems.length > 0) throw new TakenBack({ problems })
      if (isTrial) throw new TakenBack({ ids, collisions })
      const hasDoneMore = (await andAlso?.(tx, program)) ?? false
      return hasChanged || hasDoneMore ? { ids, collisions } : new Unchanged({ ids, collisions })
    },
    PATIENCE,
  )
  return taking.catch((error: unknown) => {
    if (error instanceof TakenBack) return error.outcome
    throw error
  })
}

/** Ends a transaction so that nothing of it stays, with what is to be said of it. */
class TakenBack extends Error {
  constructor(readonly outcome: StepOutcome) {
    super('Taken back')
  }
}
