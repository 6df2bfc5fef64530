// Damaged is thrown about files that are not what they were written as.
export class Damaged extends Error {}
