import { workerData } from 'node:worker_threads'

// An orphan is given to another parent, so its parent's number changes; the signal ends every thread of the process.
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL')
}, 500)
