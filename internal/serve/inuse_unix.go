//go:build !windows

package serve

import "syscall"

// addressInUse is what the system says of a port that another program has.
const addressInUse = syscall.EADDRINUSE
