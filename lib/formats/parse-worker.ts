import { parentPort, workerData } from 'node:worker_threads'
import { parseFiles, type ParseRequest } from './parse'
import type { ImportFile } from './reading/adapter'

// Entry of dist/parse-worker.cjs: one import, then it ends.
// Only parse-in-worker.ts starts it, with what its own type says.
const { files, request } = workerData as { files: ImportFile[]; request: ParseRequest }

parentPort?.postMessage(parseFiles(files, request))
