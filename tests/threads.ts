import { bundleThreads } from '@/scripts/threads.mjs'

/** The threads' programs are there before any test starts one. */
export default bundleThreads
