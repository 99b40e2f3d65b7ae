// @ts-check Proportional set size of a running Hallway and of its Postgres: node bench/memory.mjs <pid of the server>
// [<pid of postgres>] Open each screen once first. Linux only.
import { family, proportionalKilobytes } from './memory-of.mjs'

const MB = 1024
const rows = process.argv.slice(2).map((pid) => {
  const members = family(pid)
  const kilobytes = members.reduce((sum, member) => sum + proportionalKilobytes(member), 0)
  return { pid, processes: members.length, 'PSS MB': Math.round(kilobytes / MB) }
})
console.table(rows)
console.log(`${rows.reduce((sum, row) => sum + row['PSS MB'], 0)} MB in all`)
