/**
 * Every way known to us of writing an address that must not be called, for each
 * place where an URL comes in. After OWASP's and the WHATWG's notations, IANA's
 * special-purpose registries and the holes that other products had.
 */
export interface SsrfForm {
  /** What is special about it. */
  name: string
  /** The host part of an URL, ready to be put between `//` and the port. */
  host: string
}

/** Addresses that must not be called, by the registry that says so. */
const PRIVATE_V4: Record<string, string[]> = {
  'this network (RFC 791)': ['0.0.0.0', '0.1.2.3', '0.255.255.255'],
  'private (RFC 1918)': ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254'],
  'private (RFC 1918), 192.168': ['192.168.0.1', '192.168.255.255'],
  'shared (RFC 6598)': ['100.64.0.1', '100.127.255.255', '100.100.100.200'],
  'loopback (RFC 1122)': ['127.0.0.1', '127.0.0.2', '127.1.2.3', '127.255.255.255'],
  'link-local and metadata (RFC 3927)': ['169.254.0.1', '169.254.169.254', '169.254.170.2'],
  'protocol assignments (RFC 6890)': ['192.0.0.1', '192.0.0.8', '192.0.0.170', '192.0.0.192'],
  'documentation (RFC 5737)': ['192.0.2.1', '198.51.100.1', '203.0.113.1'],
  '6to4 relay (RFC 7526)': ['192.88.99.1'],
  'benchmarking (RFC 2544)': ['198.18.0.1', '198.19.255.255'],
  'AS112 and AMT': ['192.31.196.1', '192.52.193.1', '192.175.48.1'],
  'multicast (RFC 5771)': ['224.0.0.1', '233.252.0.1', '239.255.255.255'],
  'reserved (RFC 1112)': ['240.0.0.1', '254.255.255.255'],
  'broadcast (RFC 919)': ['255.255.255.255'],
  'wire server of a cloud': ['168.63.129.16'],
}

const PRIVATE_V6: Record<string, string[]> = {
  'unspecified (RFC 4291)': ['::', '0:0:0:0:0:0:0:0'],
  'loopback (RFC 4291)': ['::1', '0:0:0:0:0:0:0:1', '0000:0000:0000:0000:0000:0000:0000:0001'],
  'unique local (RFC 4193)': ['fc00::1', 'fd00::1', 'fd00:ec2::254', 'fdff:ffff::1'],
  'link-local (RFC 4291)': ['fe80::1', 'fe80::a9fe:a9fe', 'febf::1'],
  'site-local (RFC 3879)': ['fec0::1', 'feff::1'],
  'multicast (RFC 4291)': ['ff02::1', 'ff05::1', 'ff0e::1'],
  'documentation (RFC 3849, RFC 9637)': ['2001:db8::1', '3fff::1', '3fff:fff::1'],
  'discard (RFC 6666)': ['100::1'],
  'Teredo (RFC 4380)': ['2001::1', '2001:0:53aa:64c:0:fbfe:80ff:fffe'],
  'benchmarking (RFC 5180)': ['2001:2::1'],
  'ORCHID (RFC 4843, RFC 7343)': ['2001:10::1', '2001:20::1'],
  'AMT and AS112': ['2001:3::1', '2001:4:112::1', '2620:4f:8000::1'],
  'segment routing (RFC 9602)': ['5f00::1'],
  'not handed out': ['4000::1', '8000::1', 'c000::1', 'e000::1', '200::1'],
}

/** IPv6 forms that carry an IPv4 address; `v4` in hexadecimal groups. */
const CARRIERS: Record<string, (hex: string) => string> = {
  'IPv4-mapped': (hex) => `::ffff:${hex}`,
  'IPv4-mapped, written out': (hex) => `0:0:0:0:0:ffff:${hex}`,
  'IPv4-compatible': (hex) => `::${hex}`,
  'IPv4-translated (RFC 2765)': (hex) => `::ffff:0:${hex}`,
  'NAT64 (RFC 6052)': (hex) => `64:ff9b::${hex}`,
  'local NAT64 (RFC 8215)': (hex) => `64:ff9b:1::${hex}`,
  '6to4 (RFC 3056)': (hex) => `2002:${hex}::1`,
  'Teredo server (RFC 4380)': (hex) => `2001:0:${hex}::1`,
  'ISATAP (RFC 5214)': (hex) => `2607:f8b0::5efe:${hex}`,
  'ISATAP, universal': (hex) => `2607:f8b0::200:5efe:${hex}`,
  'ISATAP, link-local': (hex) => `fe80::5efe:${hex}`,
}

/** The other spellings of an IPv4 address that inet_aton and browsers know. */
const SPELLINGS: Record<string, (bytes: readonly number[]) => string> = {
  decimal: (bytes) => String(numberOf(bytes)),
  'hexadecimal, one number': (bytes) => `0x${numberOf(bytes).toString(16)}`,
  'hexadecimal, capitals': (bytes) => `0X${numberOf(bytes).toString(16).toUpperCase()}`,
  'octal, one number': (bytes) => `0${numberOf(bytes).toString(8)}`,
  'octal parts': (bytes) => bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
  'octal parts, many zeros': (bytes) => bytes.map((b) => `0000000${b.toString(8)}`).join('.'),
  'hexadecimal parts': (bytes) => bytes.map((byte) => `0x${byte.toString(16)}`).join('.'),
  'mixed parts': ([a = 0, b = 0, c = 0, d = 0]) =>
    `${a}.0x${b.toString(16)}.0${c.toString(8)}.${d}`,
  'two parts': ([a = 0, b = 0, c = 0, d = 0]) => `${a}.${(b * 256 + c) * 256 + d}`,
  'three parts': ([a = 0, b = 0, c = 0, d = 0]) => `${a}.${b}.${c * 256 + d}`,
  'with a dot at its end': (bytes) => `${bytes.join('.')}.`,
  'full-width digits': (bytes) => wide(bytes.join('.')),
  'circled digits and ideographic stops': (bytes) => circled(bytes.join('.')),
  'percent-encoded': (bytes) => percent(bytes.join('.')),
  'a soft hyphen inside': (bytes) => bytes.join('.').replace('.', '.\u00ad'),
}

/** The addresses whose every spelling and every IPv6 form is tried. */
const FAVOURITES = [
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '192.168.1.1',
  '172.16.0.1',
  '100.64.0.1',
]

function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

function wide(text: string): string {
  return text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

function circled(text: string): string {
  return text
    .replace(/\./g, '。')
    .replace(/[1-9]/g, (digit) => String.fromCharCode(0x245f + +digit))
}

function percent(text: string): string {
  return text.replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}

function hexGroups(bytes: readonly number[]): string {
  const group = (at: number) => ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)).toString(16)
  return `${group(0)}:${group(2)}`
}

function* everyForm(): Generator<SsrfForm> {
  for (const [name, addresses] of Object.entries(PRIVATE_V4))
    for (const host of addresses) yield { name, host }
  for (const [name, addresses] of Object.entries(PRIVATE_V6))
    for (const address of addresses) yield { name, host: `[${address}]` }
  for (const favourite of FAVOURITES) {
    const bytes = favourite.split('.').map(Number)
    for (const [name, spell] of Object.entries(SPELLINGS)) yield { name, host: spell(bytes) }
    for (const [name, carry] of Object.entries(CARRIERS))
      yield { name, host: `[${carry(hexGroups(bytes))}]` }
    yield { name: 'IPv4-mapped with dots', host: `[::ffff:${favourite}]` }
    yield { name: 'IPv4-compatible with dots', host: `[::${favourite}]` }
    yield { name: 'NAT64 with dots', host: `[64:ff9b::${favourite}]` }
  }
  for (const host of ['0', '0x0', '00', '127.1', '127.0.1', '0x7f.1', '017700000001', '0x7f000001'])
    yield { name: 'short', host }
  for (const host of [
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'ｌｏｃａｌｈｏｓｔ',
    'loc%61lhost',
  ])
    yield { name: 'the name of this machine (RFC 6761)', host }
}

/** Every form as a host, each once. */
export const ssrfForms: readonly SsrfForm[] = [
  ...new Map([...everyForm()].map((form) => [form.host, form])).values(),
]

/** Addresses as a name server could answer them: every plain IP among the forms. */
export const ssrfAddresses: readonly string[] = [
  ...Object.values(PRIVATE_V4).flat(),
  ...Object.values(PRIVATE_V6).flat(),
  ...FAVOURITES.flatMap((favourite) =>
    Object.values(CARRIERS).map((carry) => carry(hexGroups(favourite.split('.').map(Number)))),
  ),
]

/** Whole addresses that are refused whatever the host is: scheme, credentials, port, form. */
export const ssrfUrls: readonly string[] = [
  ...['file:///etc/passwd', 'ftp://example.com/', 'gopher://example.com/_', 'data:text/plain,a'],
  ...['javascript:alert(1)', 'dict://example.com:11211/', 'ldap://example.com/', 'jar:http://a!/'],
  ...['blob:https://example.com/1', 'unix:/var/run/docker.sock', 'view-source:http://a.example/'],
  ...['http://user@example.com/', 'http://user:secret@example.com/', 'http://:secret@example.com/'],
  ...[
    'http://example.com@127.0.0.1/',
    'http://127.0.0.1#@example.com/',
    'http://127.0.0.1?@b.example/',
  ],
  ...[
    'http://127.0.0.1\\@example.com/',
    'http:\\\\127.0.0.1/',
    'http:/127.0.0.1/',
    'http:127.0.0.1',
  ],
  ...['http://example.com:22/', 'http://example.com:25/', 'http://example.com:6667/'],
  ...[
    'http://',
    'https://',
    '//127.0.0.1/',
    '/etc/passwd',
    '',
    ' ',
    'http://[::1',
    'http://[fe80::1%25eth0]/',
  ],
  ...[
    'http://[fe80::1%eth0]/',
    'http://1.2.3.4.5/',
    'http://256.256.256.256/',
    'http://a b/',
    'http://%00/',
  ],
  ...['\thttp://127.0.0.1/', 'ht\ntp://127.0.0.1/', 'http://127.0.0\n.1/', 'HTTP://127.0.0.1/'],
]
