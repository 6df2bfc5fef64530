// What few queries need, in a script of its own that is loaded when the first one does.

import { allowed, columns, count } from "./facets";
import { facetBoxes, leadOn, meant } from "./moreview";
import { phrase } from "./phrase";
import { unknown } from "./typo";
import { ways } from "./ways";

export const more = { allowed, columns, count, facetBoxes, leadOn, meant, phrase, unknown, ways };

export type More = typeof more;

(globalThis as any).praxisblattMore = more;
