// Command race reads the rows that race.sh measured and prints the medians and the ratios; where neither Hugo nor Pagefind ran, what a
// sheet takes instead. A row is a name and four numbers: seconds on the wall, seconds of user and of system time, and the peak memory in KiB.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("race: ")
	sheets := flag.Int("sheets", 1000, "how many there are")
	flag.Parse()
	rows, err := read(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	if err := report(os.Stdout, rows, *sheets); err != nil {
		log.Fatal(err)
	}
}

// A row is one run of one program.
type row struct {
	name           string
	wall, cpu, mib float64
}

func read(r io.Reader) ([]row, error) {
	var rows []row
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		var x row
		var user, system, kib float64
		if _, err := fmt.Sscan(lines.Text(), &x.name, &x.wall, &user, &system, &kib); err != nil {
			return nil, fmt.Errorf("row %d, %q: %w", len(rows)+1, lines.Text(), err)
		}
		x.cpu, x.mib = user+system, kib/1024
		rows = append(rows, x)
	}
	return rows, lines.Err()
}

// report prints a line a program in the order of their first rows, then praxisblatt beside the others, or alone.
func report(w io.Writer, rows []row, sheets int) error {
	middle := map[string]row{}
	for _, x := range rows {
		if _, done := middle[x.name]; done {
			continue
		}
		runs := slices.DeleteFunc(slices.Clone(rows), func(y row) bool { return y.name != x.name })
		m := summary(runs)
		middle[x.name] = m
		fmt.Fprintf(w, "%-12s wall %7.2f s  cpu %7.2f s  peak %6.0f MiB  (n=%d)\n", m.name, m.wall, m.cpu, m.mib, len(runs))
	}
	needed := []string{"praxisblatt", "nothing", "one-edit"}
	alone := !slices.ContainsFunc(rows, func(x row) bool { return slices.Contains(others, x.name) })
	if !alone {
		needed = append(needed, others...)
	}
	for _, name := range needed {
		if _, ok := middle[name]; !ok {
			return fmt.Errorf("no row of %s", name)
		}
	}
	if own := middle["praxisblatt"]; alone {
		n := float64(sheets)
		_, err := fmt.Fprintf(w, "a sheet      wall %7.2f ms cpu %7.2f ms peak %6.0f KiB\n", own.wall*1000/n, own.cpu*1000/n, own.mib*1024/n)
		return err
	}
	return compare(w, middle)
}

// others are the programs that praxisblatt is compared with.
var others = []string{"hugo", "pagefind"}

// compare prints praxisblatt beside the others.
func compare(w io.Writer, middle map[string]row) error {
	own, hugo, pagefind, edit := middle["praxisblatt"], middle["hugo"], middle["pagefind"], middle["one-edit"]
	fmt.Fprintf(w, "full build   1/%.1f of Hugo+Pagefind (cpu 1/%.1f), 1/%.1f of Hugo, memory 1/%.1f\n",
		(hugo.wall+pagefind.wall)/own.wall, (hugo.cpu+pagefind.cpu)/own.cpu, hugo.wall/own.wall, max(hugo.mib, pagefind.mib)/own.mib)
	_, err := fmt.Fprintf(w, "one edit     1/%.0f of Hugo+Pagefind;  nothing changed %.2f s\n",
		(hugo.wall+pagefind.wall)/edit.wall, middle["nothing"].wall)
	return err
}

// summary is the median of the times, never under the clock's hundredth of a second, and the highest peak.
func summary(runs []row) row {
	wall, cpu, mib := make([]float64, len(runs)), make([]float64, len(runs)), make([]float64, len(runs))
	for i, x := range runs {
		wall[i], cpu[i], mib[i] = x.wall, x.cpu, x.mib
	}
	return row{runs[0].name, max(median(wall), 0.01), max(median(cpu), 0.01), slices.Max(mib)}
}

// median sorts x and returns its middle, of an even number the mean of the two in the middle.
func median(x []float64) float64 {
	slices.Sort(x)
	return (x[(len(x)-1)/2] + x[len(x)/2]) / 2
}
