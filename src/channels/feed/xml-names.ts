/** Prefixes in effect: innermost declarations first. */
export type NamespaceScope = { declared: Map<string, string>; above: NamespaceScope } | undefined

/** What a namespace is called here; '' holds the vocabularies of the feed formats themselves. */
const NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '': '',
    'http://blogs.law.harvard.edu/tech/rss': '',
    'http://purl.org/rss/1.0/': '',
    'http://my.netscape.com/rdf/simple/0.9/': '',
    'http://channel.netscape.com/rdf/simple/0.9/': '',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
    'http://purl.org/rss/1.0/modules/rss091#': '',
    'http://purl.org/net/rss1.1#': '',
    'http://example.com/newformat#': '',
    'http://example.com/necho': '',
    'http://purl.org/echo/': '',
    'uri/of/echo/namespace#': '',
    'http://purl.org/pie/': '',
    'http://purl.org/atom/ns#': '',
    'http://www.w3.org/2005/atom': '',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'http://purl.org/dc/elements/1.0/': 'dc',
    'http://purl.org/dc/terms/': 'dcterms',
    'http://purl.org/rss/1.0/modules/content/': 'content',
    'http://purl.org/rss/1.0/modules/taxonomy/': 'taxo',
    'http://purl.org/rss/1.0/modules/syndication/': 'sy',
    'http://purl.org/syndication/thread/1.0': 'thr',
    'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
    'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
    'http://search.yahoo.com/mrss': 'media',
    'http://search.yahoo.com/mrss/': 'media',
    'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://www.w3.org/1999/xhtml': 'xhtml',
    'http://www.w3.org/1999/xlink': 'xlink',
    'http://www.w3.org/xml/1998/namespace': 'xml',
  }),
)

/** Prefixes that are understood although the document forgot to declare them. */
const CUSTOMARY = new Set([...NAMESPACES.values(), 'xml'])

/** The scope within an element that carries these attributes. */
export function declareNamespaces(
  above: NamespaceScope,
  attributes: Record<string, string>,
): NamespaceScope {
  const declared = new Map<string, string>()
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns') declared.set('', value.trim())
    else if (name.startsWith('xmlns:')) declared.set(name.slice(6), value.trim())
  }
  return declared.size === 0 ? above : { declared, above }
}

/** The element's or attribute's name in lower case, its prefix the one used here. */
export function nameIn(rawName: string, scope: NamespaceScope): string {
  const colon = rawName.indexOf(':')
  const prefix = colon < 0 ? '' : rawName.slice(0, colon)
  const local = rawName.slice(colon + 1).toLowerCase()
  const known = prefixOf(prefix, scope)
  return known === '' ? local : `${known}:${local}`
}

/** Whether the namespace is that of a feed format itself. */
export function isFeedNamespace(uri: string): boolean {
  return uri !== '' && namespaceName(uri.trim()) === ''
}

/** UserLand gave each of its versions a namespace: rss, rss2, rss091, rss2.1 ... */
function namespaceName(uri: string): string | undefined {
  const lower = uri.toLowerCase()
  return lower.startsWith('http://backend.userland.com/rss') ? '' : NAMESPACES.get(lower)
}

function prefixOf(prefix: string, scope: NamespaceScope): string {
  for (let at = scope; at !== undefined; at = at.above) {
    const uri = at.declared.get(prefix)
    if (uri !== undefined) return namespaceName(uri) ?? unknownName(prefix, uri)
  }
  const lower = prefix.toLowerCase()
  if (lower === 'atom') return ''
  return CUSTOMARY.has(lower) ? lower : `other-${prefix}`
}

/** A default namespace that is misspelt still means the feed's own, unless the W3C gave it to something else. */
function unknownName(prefix: string, uri: string): string {
  const isOther = prefix !== '' || /w3\.org\/(?!2005\/atom)/i.test(uri)
  return isOther ? `other-${prefix}` : ''
}
