import { bundleThreads } from '@/scripts/build/threads.mjs'

/** The threads' programs are there before any test starts one. */
export default bundleThreads
