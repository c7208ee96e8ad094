import { Parser } from 'htmlparser2'

/** Where the links of an HTML fragment lead, in order. */
export function linksOfHtml(html: string): string[] {
  const links: string[] = []
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === 'a' && href !== undefined) links.push(href)
    },
  })
  parser.end(html)
  return links
}
