//go:build !long

package output

// everyWay lets TestKill go all ways into the folder instead of three.
const everyWay = false
