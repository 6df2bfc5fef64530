package main

import (
	"strings"
	"testing"
)

const measured = `praxisblatt 1.00 1.50 0.10 102400
hugo 5.00 8.00 0.50 307200
pagefind 8.00 11.00 1.00 614400
nothing 0.00 0.00 0.00 30720
one-edit 0.10 0.10 0.00 51200
praxisblatt 9.00 1.70 0.10 92160
hugo 6.00 8.00 0.50 204800
pagefind 9.00 11.00 1.00 512000
nothing 0.30 0.10 0.00 30720
one-edit 0.20 0.10 0.00 51200
praxisblatt 2.00 1.60 0.10 92160
hugo 5.50 8.00 0.50 204800
pagefind 8.50 11.00 1.00 512000
`

const reported = `praxisblatt  wall    2.00 s  cpu    1.70 s  peak    100 MiB  (n=3)
hugo         wall    5.50 s  cpu    8.50 s  peak    300 MiB  (n=3)
pagefind     wall    8.50 s  cpu   12.00 s  peak    600 MiB  (n=3)
nothing      wall    0.15 s  cpu    0.05 s  peak     30 MiB  (n=2)
one-edit     wall    0.15 s  cpu    0.10 s  peak     50 MiB  (n=2)
full build   1/7.0 of Hugo+Pagefind (cpu 1/12.1), 1/2.8 of Hugo, memory 1/6.0
one edit     1/93 of Hugo+Pagefind;  nothing changed 0.15 s
`

func TestReport(t *testing.T) {
	rows, err := read(strings.NewReader(measured))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := report(&b, rows, 1000); err != nil {
		t.Fatal(err)
	}
	if b.String() != reported {
		t.Errorf("got\n%s\nwant\n%s", b.String(), reported)
	}
}

func TestReportAlone(t *testing.T) {
	rows, err := read(strings.NewReader("praxisblatt 8.00 14.00 2.00 819200\nnothing 0.40 0.5 0.1 1024\none-edit 1.00 1.00 0.90 2048\n"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := report(&b, rows, 10_000); err != nil {
		t.Fatal(err)
	}
	if _, last, _ := strings.Cut(b.String(), "one-edit "); !strings.HasSuffix(last, "a sheet      wall    0.80 ms cpu    1.60 ms peak     82 KiB\n") {
		t.Errorf("got\n%s", b.String())
	}
}

func TestRefusesWhatIsNoRace(t *testing.T) {
	for _, text := range []string{"", "hugo 1 1 1 1\n", "praxisblatt 1 1 1 1\nhugo 1 1 1 1\nnothing 1 1 1 1\none-edit 1 1 1 1\n", "hugo 1 1\n", "hugo fast 1 1 1\n"} {
		rows, err := read(strings.NewReader(text))
		if err == nil {
			err = report(&strings.Builder{}, rows, 1000)
		}
		if err == nil {
			t.Errorf("rows %q gave no error", text)
		}
	}
}
