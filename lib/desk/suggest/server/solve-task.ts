import type { MessagePort } from 'node:worker_threads'
import type { SuggestProblem } from '../problem'

/** What the thread is to solve, and where it tells of each better answer. */
export type SolveTask = { problem: SuggestProblem; deadlineMs: number; port: MessagePort }
