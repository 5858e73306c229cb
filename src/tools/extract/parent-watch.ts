import { workerData } from 'node:worker_threads'

// An orphan is given to another parent, so its parent's number changes; the signal ends every thread of the process.
setInterval(() => {
  if (process.ppid !== workerData.parent) process.kill(workerData.ends, 'SIGKILL')
}, 500)
