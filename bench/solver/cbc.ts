import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LinearModel } from '@/lib/desk/suggest/linear-model'
import { toMps } from './mps'

/** What CBC says of a model: null where it found nothing. */
export type CbcResult = { cost: number | null; bound: number | null; seconds: number }

/** Solves a model by CBC, from Debian's coinor-cbc, on one thread. @returns null where it is not installed */
export function solveByCbc(model: LinearModel, seconds: number): CbcResult | null {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-cbc-'))
  try {
    const file = join(folder, 'model.mps')
    writeFileSync(file, toMps(model))
    const from = performance.now()
    const limits = ['-threads', '1', '-randomSeed', '1', '-randomCbcSeed', '1', '-ratio', '0', '-allow', '0']
    const { stdout, error } = spawnSync('cbc', [file, ...limits, '-sec', String(seconds), '-solve', '-quit'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (error) return null
    const read = (words: string) => {
      const found = new RegExp(`${words}:?\\s+(-?[\\d.e+]+)`).exec(stdout)?.[1]
      return found === undefined ? null : Number(found)
    }
    const cost = read('Objective value')
    const bound = read('Lower bound') ?? (stdout.includes('Optimal solution found') ? cost : null)
    return { cost, bound, seconds: (performance.now() - from) / 1_000 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
