package check

import (
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// iso639 are the codes of languages of ISO 639-1.
const iso639 = " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "

// languageNames give the code for what is written instead: codes of three
// letters that have one of two, codes of countries, names in German, French, English.
var languageNames = folded(map[string]string{
	"ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "eng": "en", "ara": "ar", "rus": "ru", "ukr": "uk", "tur": "tr", "per": "fa", "fas": "fa",
	"spa": "es", "ita": "it", "por": "pt", "pol": "pl", "nld": "nl", "dut": "nl", "ell": "el", "gre": "el", "alb": "sq", "sqi": "sq", "kur": "ku",
	"som": "so", "tir": "ti", "urd": "ur", "pus": "ps", "ron": "ro", "rum": "ro", "ltz": "lb", "srp": "sr", "hrv": "hr", "bos": "bs",
	"zho": "zh", "chi": "zh", "hun": "hu", "ces": "cs", "cze": "cs", "bul": "bg", "amh": "am", "heb": "he", "vie": "vi", "swe": "sv", "dan": "da",
	"dt": "de", "ge": "de", "gr": "el", "ua": "uk", "cz": "cs", "lux": "lb", "jp": "ja", "cn": "zh", "dk": "da", "al": "sq", "rs": "sr", "ir": "fa",
	"Deutsch": "de", "allemand": "de", "German": "de", "Französisch": "fr", "français": "fr", "French": "fr", "Englisch": "en", "anglais": "en", "English": "en",
	"Arabisch": "ar", "arabe": "ar", "Arabic": "ar", "Russisch": "ru", "russe": "ru", "Russian": "ru", "Ukrainisch": "uk", "ukrainien": "uk", "Ukrainian": "uk",
	"Türkisch": "tr", "turc": "tr", "Turkish": "tr", "Spanisch": "es", "espagnol": "es", "Spanish": "es", "Italienisch": "it", "italien": "it", "Italian": "it",
	"Persisch": "fa", "Farsi": "fa", "persan": "fa", "Persian": "fa", "Dari": "prs", "Paschtu": "ps", "pachto": "ps", "Pashto": "ps", "Kurdisch": "ku", "kurde": "ku", "Kurdish": "ku",
	"Tigrinya": "ti", "tigrigna": "ti", "Somali": "so", "Urdu": "ur", "ourdou": "ur", "Albanisch": "sq", "albanais": "sq", "Albanian": "sq",
	"Polnisch": "pl", "polonais": "pl", "Polish": "pl", "Portugiesisch": "pt", "portugais": "pt", "Portuguese": "pt", "Rumänisch": "ro", "roumain": "ro", "Romanian": "ro",
	"Niederländisch": "nl", "néerlandais": "nl", "Dutch": "nl", "Luxemburgisch": "lb", "luxembourgeois": "lb", "Luxembourgish": "lb", "Griechisch": "el", "grec": "el", "Greek": "el",
	"Serbisch": "sr", "Kroatisch": "hr", "Bosnisch": "bs", "Chinesisch": "zh", "chinois": "zh", "Chinese": "zh", "Amharisch": "am", "Hebräisch": "he",
})

// language reports whether s is the tag of a language, by its form (BCP 47)
// and, of two letters, by ISO 639-1; else which was probably meant.
func language(s string) (near string, ok bool) {
	first, rest, _ := strings.Cut(s, "-")
	if near := languageNames[suggest.Fold(s)]; near != "" {
		return near, false
	}
	small := strings.Trim(first, "abcdefghijklmnopqrstuvwxyz") == ""
	switch {
	case len(first) == 2 && strings.Contains(iso639, " "+first+" ") && subtags(rest), len(first) == 3 && small && subtags(rest):
		return "", true
	case strings.Contains(iso639, " "+strings.ToLower(s)+" ") && len(s) == 2:
		return strings.ToLower(s), false
	case strings.Contains(s, "_"):
		fixed := strings.ReplaceAll(s, "_", "-")
		if _, ok := language(fixed); ok {
			return fixed, false
		}
	}
	return "", false
}

// subtags reports whether what follows a language has the form of script,
// region and variants.
func subtags(s string) bool {
	if s == "" {
		return true
	}
	for tag := range strings.SplitSeq(s, "-") {
		if len(tag) < 2 || len(tag) > 8 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
			return false
		}
	}
	return true
}

// iso3166 are the codes of countries of ISO 3166-1, without BL (Saint-Barthélemy, 25 km²):
// surveys write it for Belgium.
const iso3166 = " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW "

// countryNames give the code for what is written instead: car plates, codes of
// three letters, abbreviations of surveys, names in German, French, English.
var countryNames = folded(map[string]string{
	"D": "DE", "GER": "DE", "DEU": "DE", "BRD": "DE", "Deutschland": "DE", "Allemagne": "DE", "Germany": "DE",
	"F": "FR", "FRA": "FR", "Frankreich": "FR", "France": "FR", "L": "LU", "LUX": "LU", "Luxemburg": "LU", "Luxembourg": "LU",
	"B": "BE", "BL": "BE", "BEL": "BE", "Belgien": "BE", "Belgique": "BE", "Belgium": "BE", "NLD": "NL", "Niederlande": "NL", "Pays-Bas": "NL", "Netherlands": "NL",
	"A": "AT", "AUT": "AT", "Österreich": "AT", "Autriche": "AT", "Austria": "AT", "CHE": "CH", "Schweiz": "CH", "Suisse": "CH", "Switzerland": "CH",
	"I": "IT", "ITA": "IT", "Italien": "IT", "Italie": "IT", "Italy": "IT", "E": "ES", "ESP": "ES", "Spanien": "ES", "Espagne": "ES", "Spain": "ES",
	"P": "PT", "PRT": "PT", "POR": "PT", "Portugal": "PT", "UK": "GB", "GBR": "GB", "Großbritannien": "GB", "Royaume-Uni": "GB", "United Kingdom": "GB",
	"EL": "GR", "GRC": "GR", "Griechenland": "GR", "Grèce": "GR", "Greece": "GR", "TUR": "TR", "Türkei": "TR", "Turquie": "TR", "Turkey": "TR",
	"POL": "PL", "Polen": "PL", "Pologne": "PL", "Poland": "PL", "CZE": "CZ", "Tschechien": "CZ", "Tchéquie": "CZ", "Czechia": "CZ",
	"H": "HU", "HUN": "HU", "Ungarn": "HU", "Hongrie": "HU", "Hungary": "HU", "HRV": "HR", "CRO": "HR", "Kroatien": "HR", "Croatie": "HR", "Croatia": "HR",
	"LIT": "LT", "LTU": "LT", "Litauen": "LT", "Lituanie": "LT", "Lithuania": "LT", "LVA": "LV", "LET": "LV", "Lettland": "LV", "EST": "EE", "Estland": "EE",
	"S": "SE", "SWE": "SE", "Schweden": "SE", "Suède": "SE", "Sweden": "SE", "N": "NO", "NOR": "NO", "Norwegen": "NO", "Norvège": "NO", "Norway": "NO",
	"DNK": "DK", "DEN": "DK", "Dänemark": "DK", "Danemark": "DK", "Denmark": "DK", "FIN": "FI", "Finnland": "FI", "Finlande": "FI", "Finland": "FI",
	"ROU": "RO", "ROM": "RO", "Rumänien": "RO", "Roumanie": "RO", "Romania": "RO", "BGR": "BG", "BUL": "BG", "Bulgarien": "BG", "SVN": "SI", "SLO": "SI", "SVK": "SK",
	"IRL": "IE", "Irland": "IE", "Irlande": "IE", "Ireland": "IE", "JOR": "JO", "Jordanien": "JO", "LBN": "LB", "Libanon": "LB", "SYR": "SY", "Syrien": "SY",
	"UKR": "UA", "Ukraine": "UA", "USA": "US", "RUS": "RU", "SRB": "RS", "Serbien": "RS",
})

// country reports whether s is the code of a country, else which was probably meant.
func country(s string) (near string, ok bool) {
	if len(s) == 2 && strings.Contains(iso3166, " "+s+" ") {
		return "", true
	}
	if near := countryNames[suggest.Fold(s)]; near != "" {
		return near, false
	}
	if up := strings.ToUpper(strings.TrimSpace(s)); len(up) == 2 && strings.Contains(iso3166, " "+up+" ") {
		return up, false
	}
	return "", false
}

// folded returns a table with its keys made comparable.
func folded(m map[string]string) map[string]string {
	f := make(map[string]string, len(m))
	for k, v := range m {
		f[suggest.Fold(k)] = v
	}
	return f
}
