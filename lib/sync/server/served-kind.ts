import type { z } from 'zod'
import { Prisma, type PrismaClient } from '@/generated/prisma/client'
import type { UserViewer } from '@/lib/people/server/viewer-of-cookies'
import type { AppError } from '@/lib/platform/errors'

type Transaction = Prisma.TransactionClient

/** Things that a change touches and others may share, by id, and groups into which new ones come. */
export type Shared = { ids: readonly string[]; groupIds: readonly string[] }

/**
 * What running a change came to. BASE_MISSING: nothing was written, its device is to send the whole of what it changed.
 */
export type Ran = void | 'done' | 'BASE_MISSING'

/** A change whose arguments were read. */
export type ReadChange = {
  /** What it is about: changes about one thing are run in their order, whatever becomes of the others. */
  about: readonly string[]
  shared: Shared
  /** @throws {AppError} before anything is written, when it is refused */
  run(tx: Transaction, user: UserViewer, now: Date): Promise<Ran>
}

/** How changes of one name are read and run. */
export type Handler = {
  name: string
  /** Null: these are not its arguments. */
  read(args: unknown): ReadChange | null
  /**
   * Where such changes come in dozens: runs several in one go, each of another thing.
   * @param changes the arguments of each, as they were read once already
   * @returns for each in order why it was refused, if it was
   */
  runAll?(tx: Transaction, user: UserViewer, changes: readonly unknown[], now: Date): Promise<(AppError | undefined)[]>
}

/** One kind of what people have on several devices: its rows, and the changes that are made to them. */
export type ServedKind<Name extends string = string, Row extends object = object> = {
  /** Of its rows in a pull's answer. */
  name: Name
  /** A person's rows written after their cursor, tombstones included, in the order in which they were written. */
  list(db: PrismaClient, userId: string, after: bigint): Promise<Row[]>
  /** A condition that holds wherever `list` has a row to give, in SQL: one question asks it of all kinds. */
  hasNews(userId: string, after: bigint): Prisma.Sql
  changes: readonly Handler[]
  /**
   * Locks what has to be locked before people's rows are, in an order that is everybody's.
   * @returns whose rows are to be locked, too, because they hear of these changes
   */
  lockShared?(tx: Transaction, shared: Shared): Promise<readonly string[]>
}

/** The rows of each kind, by its name. */
export type RowsOf<Kinds extends readonly ServedKind[]> = {
  [Kind in Kinds[number] as Kind['name']]: Awaited<ReturnType<Kind['list']>>
}

/** Declares a kind, with the type of its rows. */
export function servedKind<const Name extends string, Row extends object>(
  kind: ServedKind<Name, Row>,
): ServedKind<Name, Row> {
  return kind
}

/** A person's rows in a table that numbers them by their counter: are there any after this number? */
export function hasNewer(table: string): (userId: string, after: bigint) => Prisma.Sql {
  const rows = Prisma.raw(`"${table}"`)
  return (userId, after) =>
    Prisma.sql`EXISTS (SELECT FROM ${rows} WHERE "userId" = ${userId}::uuid AND "revision" > ${after})`
}

type Declared<Schema extends z.ZodType> = {
  name: string
  args: Schema
  about: (args: z.output<Schema>) => readonly string[]
  shared?: (args: z.output<Schema>) => Shared
}

const notShared: Shared = { ids: [], groupIds: [] }

/**
 * A change that is run by itself, by somebody whose lock is held.
 * @example handler({ name: 'dropBlock', args: dropBlockSchema, about: ({ id }) => [id], run: dropBlock })
 */
export function handler<Schema extends z.ZodType>({
  name,
  args: schema,
  about,
  shared = () => notShared,
  run,
}: Declared<Schema> & {
  run: (tx: Transaction, user: UserViewer, args: z.output<Schema>, now: Date) => Promise<Ran>
}): Handler {
  return {
    name,
    read(sent) {
      const read = schema.safeParse(sent)
      if (!read.success) return null
      const args = read.data
      return { about: about(args), shared: shared(args), run: (tx, user, now) => run(tx, user, args, now) }
    },
  }
}

/** A change of which dozens come at once: `runAll` answers, by what each is about, why it was refused. */
export function batchHandler<Schema extends z.ZodType>({
  name,
  args: schema,
  about,
  runAll,
}: Omit<Declared<Schema>, 'about' | 'shared'> & {
  about: (args: z.output<Schema>) => string
  runAll: (
    tx: Transaction,
    user: UserViewer,
    changes: readonly z.output<Schema>[],
    now: Date,
  ) => Promise<ReadonlyMap<string, AppError>>
}): Handler {
  async function run(tx: Transaction, user: UserViewer, changes: readonly unknown[], now: Date) {
    const read = changes.map((args) => schema.parse(args))
    const refused = await runAll(tx, user, read, now)
    return read.map((args) => refused.get(about(args)))
  }
  return {
    name,
    runAll: run,
    read(sent) {
      const { data: args, success } = schema.safeParse(sent)
      if (!success) return null
      return {
        about: [about(args)],
        shared: notShared,
        async run(tx, user, now) {
          const [refusal] = await run(tx, user, [args], now)
          if (refusal) throw refusal
        },
      }
    },
  }
}
