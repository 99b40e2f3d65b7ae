import { parentPort } from 'node:worker_threads'
import { mergeText } from '../merge'
import type { MergeTask } from './merge-task'

// Entry of dist/merge-worker.cjs. Only merge-thread.ts starts it, and says what its own type says.
parentPort?.on('message', ({ state, updates }: MergeTask) => parentPort?.postMessage(mergeText(state, updates)))
