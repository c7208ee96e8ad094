import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfHtml } from './html-text.ts'

describe('textOfHtml', () => {
  it.each([
    ['plain words', 'plain words', 'plain words'],
    ['paragraphs', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['line breaks', 'one<br>two<br/>three<br />four', 'one\ntwo\nthree\nfour'],
    ['two line breaks', 'one<br><br>two', 'one\n\ntwo'],
    ['a list', '<ul><li>one</li><li>two</li></ul>after', 'one\ntwo\n\nafter'],
    ['a table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['folded white space', '  one \n\t two   <b> three</b> four ', 'one two three four'],
    ['inline elements', 'to<b>geth</b>er', 'together'],
    ['entities', '&lt;b&gt; &amp;amp; &eacute; &#x1F600; &hearts;', '<b> &amp; é 😀 ♥'],
    ['no-break spaces', 'a&nbsp;b &nbsp; c', 'a b c'],
    ['ideographic spaces', '東京　大阪', '東京　大阪'],
    ['scripts and styles', 'a<script>if (a<b) {}</script>b<style>p{}</style>c', 'abc'],
    ['comments', 'a<!-- <b>no</b> -->b', 'ab'],
    ['links', 'see <a href="https://x.example/">here</a>.', 'see here.'],
    ['preformatted text', '<pre>a\n  b</pre>c', 'a\n  b\n\nc'],
    ['unclosed elements', '<p>one<p>two<div>three', 'one\n\ntwo\nthree'],
    ['stray closing tags', 'a</b></div>b', 'a\nb'],
    ['signs that are no tags', '1 < 2 > 0 & 3', '1 < 2 > 0 & 3'],
    ['nothing', '<p> </p><br>', ''],
    ['an unclosed script', 'seen<script>alert(1)', 'seen'],
    ['upper case', '<P>one</P><SCRIPT>no</SCRIPT><P>two</P>', 'one\n\ntwo'],
  ])('reads %s', (_, html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })

  it('keeps addresses whole that Mastodon shows shortened', () => {
    const html =
      '<p>look <a href="https://shop.example/a/b"><span class="invisible">https://</span>' +
      '<span class="ellipsis">shop.example/a</span><span class="invisible">/b</span></a></p>'
    expect(textOfHtml(html)).toBe('look https://shop.example/a/b')
  })

  it('never throws, and gives well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (html) => {
        expect(textOfHtml(html).isWellFormed()).toBe(true)
      }),
    )
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '<p',
      '<!--',
      '-->',
      '&',
      'a',
      '"',
      '=',
      '<pre>',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(textOfHtml(pieces.join(''))).toBeTypeOf('string')
      }),
    )
  })

  it('leaves no tag of well-formed input, and all of its words', () => {
    const word = fc.stringMatching(/^[a-zあ-ん]{1,6}$/)
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        word.map((text) => ` ${text} `),
        fc
          .tuple(fc.constantFrom('p', 'b', 'div', 'li', 'span', 'h1', 'td'), fc.array(tie('node')))
          .map(([name, inner]) => `<${name} title="x">${inner.join('')}</${name}>`),
      ),
    }))
    fc.assert(
      fc.property(node, (html) => {
        const words = html.replace(/<[^>]*>/g, ' ').match(/\S+/g) ?? []
        const text = textOfHtml(html)
        expect(text).not.toMatch(/[<>]/)
        expect(text.match(/\S+/g) ?? []).toEqual(words)
      }),
    )
  })

  it('takes time in proportion to the length, however deep or blank', () => {
    const hard = [
      '<b>'.repeat(300_000),
      `${'<i>'.repeat(100_000)}${'</b>'.repeat(100_000)}`,
      `<pre>${' '.repeat(1_000_000)}x`,
      '&'.repeat(1_000_000),
      '<'.repeat(1_000_000),
      '<!--'.repeat(250_000),
    ]
    for (const html of hard) {
      const start = performance.now()
      textOfHtml(html)
      expect(performance.now() - start).toBeLessThan(10_000)
    }
  })
})
