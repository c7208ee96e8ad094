import type { FeedAuthor } from './feed-item.ts'
import { plainText } from './feed-text.ts'
import { resolveUrl, type XmlElement } from './xml-tree.ts'

const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}/

/** "jane@example.com (Jane Doe)", "Jane Doe <jane@example.com>", either alone. */
function authorOfText(text: string): FeedAuthor | undefined {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 1000)
  const email = ADDRESS.exec(line)?.[0]
  const name = (email === undefined ? line : line.replace(email, ''))
    .replace(/\(\s*\)|<\s*>|&lt;\s*&gt;|\bmailto:/g, '')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  if (name === '' && email === undefined) return undefined
  return { ...(name === '' ? {} : { name }), ...(email === undefined ? {} : { email }) }
}

/** An author element: Atom's with its parts, or RSS's, which is one line. */
export function authorOf(element: XmlElement): FeedAuthor | undefined {
  const part = (...names: string[]): string | undefined => {
    const found = element.children.find(
      (child): child is XmlElement => typeof child !== 'string' && names.includes(child.name),
    )
    const text = found && plainText(found).trim()
    return text === '' ? undefined : text
  }
  const name = part('name', 'itunes:name')
  const email = part('email', 'itunes:email')
  const url = part('uri', 'url', 'homepage')
  if (name === undefined && email === undefined && url === undefined)
    return authorOfText(plainText(element))
  return {
    ...(name === undefined ? {} : authorOfText(name)),
    ...(email === undefined ? {} : { email }),
    ...(url === undefined ? {} : { url: resolveUrl(url, element.base) }),
  }
}
