//go:build !long

package format

// sheets is how many sheets made by chance TestMany formats.
const sheets = 1500
