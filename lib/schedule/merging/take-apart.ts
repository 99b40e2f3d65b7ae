import type { Prisma } from '@/generated/prisma/client'
import type { FieldValue } from '@/lib/program/snapshot'
import { json } from '../edit/override'
import { addToSessions, moveSome } from './move'
import type { WhatMoved } from './moved'
import { listSaid, type Apart } from './said-by-sources'
import { listShown } from './shown-parts'
import { tables } from './tables'
import { whereTo, type Noted } from './where-to'

type Tx = Prisma.TransactionClient
type Doing = {
  revision: number
  userId: string
  now: Date
  /** Is it news to whoever picked one of them? */ isTold: boolean
}

/**
 * Gives a part that is one again its sessions: those of which their source says so, whenever they came, and those that
 * it had before. Call it when the part's names are its own again.
 * @param noted what a merge noted; none: only what sources say counts
 * @returns how many sessions it has again
 */
export async function returnSessions(
  tx: Tx,
  apart: Apart,
  noted: Pick<WhatMoved, 'sessions' | 'both'>,
  { revision, userId, now, isTold }: Doing,
): Promise<number> {
  const { conferenceId, kind, part, holder } = apart
  const places = new Map(noted.both.map(({ id, position }) => [id, position]))
  const ones = new Set(noted.sessions)
  const notedOf = (id: string): Noted => (ones.has(id) ? 'one' : places.has(id) ? 'both' : null)
  const ways = [...(await listSaid(tx, apart))].map(([id, said]) => ({ id, way: whereTo(said, notedOf(id)) }))
  const going = (wanted: 'back' | 'both') => ways.flatMap(({ id, way }) => (way === wanted ? [id] : []))
  const [back, both] = [going('back'), going('both')]
  const touched = [...back, ...both]
  const before = await listShown(tx, kind, touched)
  const move = { kind, fromId: holder.id, toId: part.id }
  await moveSome(tx, move, back)
  await addToSessions(
    tx,
    move,
    both.map((id) => ({ id, position: places.get(id) ?? 1 })),
  )
  if (isTold) {
    const after = await listShown(tx, kind, touched)
    const rows = touched.map((sessionId) => ({
      sessionId,
      conferenceId,
      field: tables[kind].field,
      oldValue: valueOf(before, sessionId),
      newValue: valueOf(after, sessionId),
      version: revision,
      userId,
      createdAt: now,
    }))
    await tx.change.createMany({ data: rows })
  }
  return touched.length
}

function valueOf(shown: ReadonlyMap<string, FieldValue>, id: string) {
  return json(shown.get(id) ?? null)
}
