// @ts-check Proportional set size of a running Hallway and of its Postgres: node bench/memory.mjs <pid of the server>
// [<pid of postgres>] Open each screen once first. Linux only: it reads /proc/<pid>/smaps_rollup of the processes and
// their children.
import { readdirSync, readFileSync } from 'node:fs'

const MB = 1024
const parents = new Map(
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => parentOf(pid)),
)
const rows = process.argv.slice(2).map((pid) => ({
  pid,
  processes: family(pid).length,
  'PSS MB': Math.round(family(pid).reduce((sum, member) => sum + pss(member), 0) / MB),
}))
console.table(rows)
console.log(`${rows.reduce((sum, row) => sum + row['PSS MB'], 0)} MB in all`)

/** @param {string} pid @returns {[string, string][]} */
function parentOf(pid) {
  try {
    return [[pid, /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0']]
  } catch {
    return []
  }
}

/** @param {string} pid @returns {string[]} */
function family(pid) {
  return [pid, ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => family(child))]
}

/** @param {string} pid in kB */
function pss(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
