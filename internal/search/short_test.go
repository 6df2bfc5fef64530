//go:build !long

package search

const wholeLists = false
