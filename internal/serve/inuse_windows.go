package serve

import "syscall"

// addressInUse is what the system says of a port that another program has: WSAEADDRINUSE.
const addressInUse = syscall.Errno(10048)
