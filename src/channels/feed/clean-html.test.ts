import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { cleanHtml, looksLikeHtml } from './clean-html.ts'

describe('cleanHtml', () => {
  it.each([
    ['<b>bold</b>', '<b>bold</b>'],
    ['a<script>alert(1)</script>b', 'ab'],
    ['<p onclick="x()" class="c">a</p>', '<p class="c">a</p>'],
    ['<span style="position:fixed">a</span>', '<span>a</span>'],
    ['<b><i>a</b>b', '<b><i>a</i></b>b'],
    ['<unknown>a</unknown>', 'a'],
    ['<a href="/x?a=1&amp;b">a</a>', '<a href="https://e.example/x?a=1&amp;b">a</a>'],
    ['<a href="javascript:alert(1)">a</a>', '<a href="">a</a>'],
    ['<a href="java&#10;script:alert(1)">a</a>', '<a href="">a</a>'],
    ['<a href=" &#106;avascript:x">a</a>', '<a href="">a</a>'],
    [
      "<img src='\"><script>x</script>'>",
      '<img src="https://e.example/%22%3E%3Cscript%3Ex%3C/script%3E" />',
    ],
    ['<img src="data:image/svg+xml,x">', '<img src="" />'],
    ['1 < 2 & 3 &amp; 4', '1 &lt; 2 &amp; 3 &amp; 4'],
    ['<!-- <b> -->a<!doctype x>', 'a'],
    ['<iframe src="x"><b>a</b></iframe>b', 'b'],
    ['<svg><a xlink:href="javascript:x">a</a></svg>', '<a>a</a>'],
  ])('makes of %s', (html, clean) => {
    expect(cleanHtml(html, 'https://e.example/')).toBe(clean)
  })

  it('leaves nothing that runs, and what it leaves it leaves again', () => {
    const piece = fc.constantFrom(
      ...'<script>,</script>,<b ,onclick=x,href=,"javascript:a","java\tscript:a",>,</b>,<!--,-->,<a ,<img '.split(
        ',',
      ),
      ...'src=,style="x",\',",<,&,&#x6a;,<svg>,<title>,<textarea>,</,a,<style>,<plaintext>,<xmp>,/'.split(
        ',',
      ),
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const clean = cleanHtml(pieces.join(''))
        for (const sign of harmIn(clean)) expect(`${clean}: ${sign}`).toBe('')
        expect(cleanHtml(clean)).toBe(clean)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes time in proportion to the length', () => {
    for (const html of [
      '<b>'.repeat(300_000),
      `${'<i>'.repeat(100_000)}${'</b>'.repeat(100_000)}`,
    ]) {
      const start = performance.now()
      cleanHtml(html)
      expect(performance.now() - start).toBeLessThan(10_000)
    }
  })
})

/** What another reading of the result finds that could run. */
function harmIn(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (/script|style|svg|iframe|plaintext|xmp/.test(name)) found.push(name)
      for (const [key, value] of Object.entries(attributes))
        if (/^on|^style$/.test(key) || /^\s*java\s*script:/i.test(value)) found.push(key)
    },
  })
  parser.end(html)
  return found
}

describe('looksLikeHtml', () => {
  it.each([
    ['a <b>b</b>', true],
    ['a &amp; b', true],
    ['Vec<T> and </T>', false],
    ['1 < 2 > 0', false],
    ['Q&A', false],
  ])('says of %s: %s', (text, answer) => {
    expect(looksLikeHtml(text)).toBe(answer)
  })
})
