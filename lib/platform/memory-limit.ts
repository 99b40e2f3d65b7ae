import { totalmem } from 'node:os'

/**
 * How many bytes this process may take before the system ends it: its container's limit, else all that the machine has.
 * @param constrained what the system says of a limit: 0, or more than there is, where there is none
 */
export function memoryLimit(constrained = process.constrainedMemory(), machine = totalmem()): number {
  return constrained > 0 ? Math.min(constrained, machine) : machine
}
