//go:build long

package search

const wholeLists = true // of Debian's words, not a sample
