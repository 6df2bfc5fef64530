// Package rule holds every rule in one piece each: name, severity, message,
// cure, explanation and example, in the three languages of the interface. The
// rooms that read and check refer to these; `explain` and the documentation
// are made from them. One file a family.
package rule
