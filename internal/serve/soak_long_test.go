//go:build long

package serve

// rebuilds is how many times TestSoak changes the catalogue.
const rebuilds = 10_000
