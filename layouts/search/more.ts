// What few queries need, in a script of its own that is loaded when the first one does.

import { allowed, columns, count } from "./facets";
import { facetBoxes, loosen, meant } from "./moreview";
import { phrase } from "./phrase";
import { unknown } from "./typo";

export const more = { allowed, columns, count, facetBoxes, loosen, meant, phrase, unknown };

export type More = typeof more;

(globalThis as any).praxisblattMore = more;
