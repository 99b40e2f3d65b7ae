import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { isSameValue } from '@/lib/program/snapshot'
import { changeProgram, Unchanged } from '../edit/conference-version'
import { overrideOf, pick, readPart } from '../edit/part'
import { writeParts } from '../edit/parts/write-parts'
import { decideAgain, decidedBefore, leaveToSource } from './given-back'
import { decidedWith, partFields, type OwnedKind, type PartField } from './part-fields'

type Part = { kind: OwnedKind; id: string }

/**
 * Lets a field of a room or a speaker that somebody decided be what the source says again, now and with every import.
 * What was decided is kept, so that this can be undone.
 * @returns the version with which it changed, by which it can be taken again; null: it was the same
 * @throws {AppError} NOT_FOUND when nobody decided it (any more), or there is no such part
 */
export function givePartBack(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { kind, id, field }: Part & { field: PartField },
  now: Date,
): Promise<{ version: number | null }> {
  return changeProgram<{ version: number | null }>(db, granted, now, async (tx, program) => {
    const part = await readPart(tx, program.id, kind, id)
    const fields = decidedWith(field).filter((one) => part.decided.includes(one))
    if (!part.said || fields.length === 0) throw new AppError('NOT_FOUND', 'override')
    await leaveToSource(tx, overrideOf(part), fields, program.revision)
    const said = pick(part.said, fields)
    if (fields.every((one) => isSameValue(part.shown[one] ?? null, said[one] ?? null)))
      return new Unchanged({ version: null })
    await writeParts(tx, program, kind, [{ part, values: said }], now)
    return { version: program.revision }
  })
}

/**
 * Undoes that: the fields are again what they were before, and decided by whoever asks.
 * @param version as givePartBack answered it
 * @throws {AppError} NOT_FOUND when nothing is given back by it (any more); CONFLICT when one of the fields, or what
 *   goes with it, was changed since
 */
export function takePartAgain(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { kind, id, version }: Part & { version: number },
  now: Date,
): Promise<void> {
  return changeProgram<void>(db, granted, now, async (tx, program) => {
    const [part, of] = [await readPart(tx, program.id, kind, id), overrideOf({ kind, id })]
    const before = valuesSchema.parse(Object.fromEntries(await decidedBefore(tx, of, version)))
    const fields = partFields[kind].filter((field) => before[field] !== undefined)
    const isAsLeft = fields.every((field) => isSameValue(part.shown[field] ?? null, part.said?.[field] ?? null))
    if (!isAsLeft || fields.flatMap(decidedWith).some((field) => part.decided.includes(field)))
      throw new AppError('CONFLICT', 'override')
    await writeParts(tx, program, kind, [{ part, values: pick(before, fields) }], now)
    await decideAgain(tx, of, version, { userId: granted.userId, now })
  })
}

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
