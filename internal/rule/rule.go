// Package rule holds every rule in one piece each: name, severity, message,
// cure, explanation and example, in the three languages of the interface. The
// rooms that read and check refer to these; `explain` and the documentation
// are made from them. One file a family.
package rule

import (
	"cmp"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// All returns every rule, sorted by name. A rule that is declared and missing
// here fails a test.
func All() []*diag.Rule {
	all := []*diag.Rule{
		&FileUnreadable, &FileTooLarge, &TooManyFindings, &ByteOrderMark, &InvalidUTF8, &ControlCharacter, &InvisibleCharacter, &DecomposedLetter, &MatterMissing,
		&MatterUnclosed, &MatterDots, &MatterIndented, &DuplicateKey, &YAMLTab, &YAMLColon, &YAMLQuote, &YAMLEscape, &YAMLBracket,
		&YAMLCharacter, &YAMLBlock, &YAMLSpace, &YAMLIndent, &YAMLKey, &YAMLFeature, &YAMLSyntax, &YAMLComment, &SmartQuotes, &Unquoted,
		&UnknownKey, &ExpectedText, &ExpectedList, &ExpectedFields, &ListAsText, &RequiredField,
		&UnknownValue, &UnknownTerm, &UnknownLanguage, &UnknownCountry, &DateForm, &DateIncomplete, &DateOrder,
		&DateFuture, &URLForm, &EmailForm, &PhoneForm, &NumberForm, &NumberGrouped, &NumberRange, &DurationForm,
		&NameForm, &AliasForm,
		&MarkdownTooDeep, &FootnoteUnused,
		&UnknownSheet, &UnknownPage, &LinkBroken, &LinkRefused, &LinkEmpty, &LinkMalformed, &LinkUnresolved,
		&FootnoteMissing, &LinkWithoutURL, &RawHTML,
		&ImageMissing, &ImageOutside, &ImageFormat, &ImageAlt, &ImageName,
		&TranslationFact, &TranslationList, &TranslationUnrecorded, &TranslationOutdated, &TranslationMissing,
		&TranslationExtra, &NoOriginal, &TwoOriginals, &TranslationOf, &StateKey, &DigestForm, &LanguageUnlisted,
		&ContactExpired, &ContactBasis, &ContactReview, &ReviewOverdue, &FiguresSum,
		&PathCollision, &ReservedName, &LabelMissing, &BroaderCircular, &LanguageDoubled, &ImprintMissing,
		&AccessibilityMissing,
		&PageIncomplete, &ExampleValue, &StatementOverdue,
		&FileName, &FolderName, &SymlinkOutside, &FolderEmpty, &FileStray,
		&PackLanguage, &PackLanguages, &PackDoubled, &CharacterMissing, &ImageUnreadable,
		&HeadingLevel, &HeadingEmpty, &BareURL, &AnchorMissing, &ImageAltName, &ImageBroken, &ImageDamaged, &ImagePixels, &ImageScans, &ImageCoding, &ImageLarge,
		&StraightQuotes, &FrenchSpaces, &RangeHyphen,
		&TitleLong, &SummaryLong, &LicenseUnknown, &UpdatedEarlier, &AdoptedItself, &TermUnused,
		&TokenContrast, &TokenColour, &TokenUnknown,
		&UnknownWord, &WordShape, &PluralForm, &WordPlaceholder, &WordsMissing,
	}
	slices.SortFunc(all, func(a, b *diag.Rule) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// Named returns the rule of a name, nil where there is none.
func Named(name string) *diag.Rule {
	for _, r := range All() {
		if r.Name == name {
			return r
		}
	}
	return nil
}
