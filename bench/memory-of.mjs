// @ts-check
// What processes of this machine take of its memory. Linux only: it reads /proc.
import { readdirSync, readFileSync } from 'node:fs'

/** A process and all that it started. @param {string} pid @returns {string[]} */
export function family(pid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((one) => parentOf(one)),
  )
  /** @param {string} one @returns {string[]} */
  const below = (one) => [
    one,
    ...[...parents].filter(([, parent]) => parent === one).flatMap(([child]) => below(child)),
  ]
  return below(pid)
}

/** Proportional set size in kB; 0 where the process has ended. @param {string} pid */
export function proportionalKilobytes(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** @param {string} pid @returns {[string, string][]} */
function parentOf(pid) {
  try {
    return [[pid, /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0']]
  } catch {
    return []
  }
}
