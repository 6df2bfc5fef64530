// Who fills in a form writes Markdown without knowing: what looks like it and would be refused is
// made the text that it was meant to be.

// harmless turns HTML, links that lead nowhere and footnotes without a note into plain text. Addresses in
// angle brackets are links.
export function harmless(text: string): string {
  const notes = new Set([...text.matchAll(/^ {0,3}\[\^([^[\]\s]+)\]:/gm)].map((m) => m[1]));
  return text
    .replace(/<(?=[A-Za-z/!?])(?!(?:https?:\/\/|mailto:)[^\s<>]*>|[^\s<>@]+@[^\s<>@]+>)/g, "&lt;")
    .replace(/\]\((?!\s*<?(?:https?:\/\/[^\s)]|mailto:[^\s)]|tel:[^\s)]|sheet:[a-z0-9-]+\)|page:[a-z0-9-]+\)))/g, "]\\(")
    .replace(/\[\^([^[\]\s]+)\](?!:)/g, (mark, name) => (notes.has(name) ? mark : "\\" + mark));
}
