/** Parts of a page that lose their sense where they lose their structure. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/documents/page/page.ts';
import { outline } from '../files/outline.ts';

const linesOf = async (html: string): Promise<string[]> => outline((await readHtml(Buffer.from(html))).tree);

/** Blocks of a page with a paragraph before them, so that it has a text to find. */
const blocksOf = async (html: string): Promise<string[]> =>
  (await linesOf(`<!doctype html><meta charset="utf-8"><main><p>The ferry crosses the river from dawn to dusk.</p>${html}</main>`)).slice(1); // biome-ignore format: one page

describe('a table', () => {
  it('repeats a cell over several rows, and joins names of columns that stand above each other', async () => {
    expect(
      await blocksOf('<table><caption>Fares</caption><thead><tr><th rowspan="2">Who</th><th colspan="2">Price</th></tr><tr><th>Day</th><th>Night</th></tr></thead><tbody><tr><td rowspan="2">Adult</td><td>4</td><td>6</td></tr><tr><td>5</td><td>7</td></tr><tr><td colspan="3">Dogs travel free</td></tr></tbody></table>'),
    ).toEqual(['Fares', '| Who | Price Day | Price Night |', '| Adult | 4 | 6 |', '| Adult | 5 | 7 |', '| Dogs travel free |  |  |']);
  });

  it.each([
    ['no names of columns has an empty head', '<table><tr><th>Length</th><td>20 m</td></tr><tr><th>Crew</th><td>3</td></tr></table>',
      ['|  |  |', '| Length | 20 m |', '| Crew | 3 |']],
    ['names in bold has them as head', '<table><tr><td><b>Boat</b></td><td><p><strong>Berth</strong></p></td></tr><tr><td>Otter</td><td>north</td></tr></table>',
      ['| Boat | Berth |', '| Otter | north |']],
    ['words above figures has them as head', '<table><tr><td>Boat</td><td>Berth</td></tr><tr><td>Otter</td><td>4</td></tr><tr><td>Heron</td><td>9</td></tr></table>',
      ['| Boat | Berth |', '| Otter | 4 |', '| Heron | 9 |']],
    ['a cell over all columns before its head has that as its name', '<table><tr><td colspan="2">Boats of the north bank</td></tr><tr><th>Boat</th><th>Berth</th></tr><tr><td>Otter</td><td>4</td></tr></table>',
      ['Boats of the north bank', '| Boat | Berth |', '| Otter | 4 |']],
    ['blocks in its cells keeps them apart', '<table><tr><th>Boat</th><th>Stops</th></tr><tr><td>Otter<br>(old)</td><td><ul><li>Mill</li><li>Weir</li></ul></td></tr></table>',
      ['| Boat | Stops |', '| Otter (old) | Mill Weir |']],
    ['parts of a page is no table', '<table><tr><td><h2>North bank</h2><p>A toll house.</p></td><td><h2>South bank</h2><p>An inn.</p></td></tr></table>',
      ['## North bank', 'A toll house.', '## South bank', 'An inn.']],
  ])('with %s', async (_, html, lines) => {
    expect(await blocksOf(html)).toEqual(lines);
  });

  it('with a cell over a thousand million columns and rows is cut', async () => {
    const lines = await blocksOf('<table><tr><th colspan="1000000000" rowspan="1000000000">Boat</th></tr><tr><td>Otter</td></tr></table>');
    expect(lines.map((line) => line.split('|').length)).toEqual([103, 103, 103]);
  });
}); // biome-ignore format: a table a line

describe('a page', () => {
  it.each([
    ['line ends of a paragraph', '<p>Monday: closed<br>Tuesday: dawn to dusk<br><br>Holidays differ.</p>', ['Monday: closed', 'Tuesday: dawn to dusk', 'Holidays differ.']],
    ['lines that a program broke as one', '<p>The ferryman waits in his hut at the northern landing until<br>somebody rings the bell on the other bank.</p>', ['The ferryman waits in his hut at the northern landing until somebody rings the bell on the other bank.']],
    ['terms with their definitions', '<dl><dt>Weir</dt><dd>A low dam.</dd><dt>Can I swim?</dt><dd>Above the weir.</dd><dt>闸口</dt><dd>放水的门。</dd></dl>', ['- Weir: A low dam.', '- Can I swim? Above the weir.', '- 闸口：放水的门。']],
    ['figures and powers', '<p>It holds 10<sup>6</sup> m<sup>3</sup> of water<sup><a href="#n1">1</a></sup>, and H<sub>2</sub>O at that.</p>', ['It holds 10⁶ m³ of water, and H2O at that.']],
    ['keys and code in a line as words', '<p>Press <kbd>F5</kbd> and type <code>row --north</code>.</p>', ['Press F5 and type row --north.']],
    ['formulas as they were typed', '<p>It flows at <math><semantics><mrow><mi>v</mi></mrow><annotation encoding="application/x-tex">v = \\frac{s}{t}</annotation></semantics></math>.</p>', ['It flows at v = \\frac{s}{t}.']],
    ['what a picture shows, where it says so', '<p><img src="a.png" alt="The bell at the northern landing"><img src="b.png" alt="IMG_2041.jpg"><img src="c.png" alt="logo of the ferry"></p>', ['The bell at the northern landing']],
    ['a list that is announced, though it is all links', '<p>It stops at:</p><ul><li><a href="/m">Mill</a></li><li><a href="/w">Weir</a></li></ul>', ['It stops at:', '- Mill', '- Weir']],
    ['cards that are links', '<div class="cards"><a class="card" href="/a"><h3>Day pass</h3><p>Crosses as often as you like.</p></a><a class="card" href="/b"><h3>Night pass</h3><p>Crosses once after dusk.</p></a></div>', ['### Day pass', 'Crosses as often as you like.', '### Night pass', 'Crosses once after dusk.']],
    ['a list below a heading that portals set above teasers', '<h3>Recommended</h3><ul><li>Two oars</li><li>A rope</li></ul>', ['### Recommended', '- Two oars', '- A rope']],
    ['the id of a section and of a mark before a heading', '<section id="north"><h2>North bank</h2><p>A toll house.</p></section><a name="south"></a><h2>South bank</h2><p>An inn.</p>', ['## North bank {#north}', 'A toll house.', '## South bank {#south}', 'An inn.']],
    ['code of which each line is an element', '<pre data-lang="js"><code>let a = 1;</code><code>&nbsp;&nbsp;a += 1;</code></pre>', ['```js', 'let a = 1;', '  a += 1;', '```']],
    ['code of a table with a line a row', '<div class="highlight-source-ruby"><table><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">def row</td></tr><tr><td class="blob-num"></td><td class="blob-code">end</td></tr></table></div>', ['```ruby', 'def row', 'end', '```']],
    ['code in a paragraph with line ends', '<p><code>row north<br>ring bell</code></p>', ['```', 'row north', 'ring bell', '```']],
    ['one that folds alone as a label', '<details><summary>Fares in winter</summary>Twice as much.</details><p>Children pay half.</p>', ['Fares in winter', 'Twice as much.', 'Children pay half.']],
    ['an aside that warns, and no other', '<aside class="callout warning"><p>Mind the current.</p></aside><aside><h4>Most read</h4><a href="/x">Other ferries</a></aside>', ['Mind the current.']],
    ['nothing of scripts, styles and drawings', '<script>let secret = 1;</script><style>.a{}</style><template><p>Later</p></template><svg><text>Drawn</text></svg><!-- note --><p>The end.</p>', ['The end.']],
    ['a section on sharing, but no buttons to share', '<section class="content" id="share"><h2>Sharing a boat</h2><p>Two may share a boat.</p></section><div class="share"><a href="/f">F</a> <a href="/t">T</a></div>', ['## Sharing a boat {#share}', 'Two may share a boat.']],
  ])('keeps %s', async (_, html, lines) => {
    expect(await blocksOf(html)).toEqual(lines);
  });

  it('takes a piece of one, as a feed has it', async () => {
    expect(await linesOf('<p>The weir opens on Friday.</p><ul><li>Bring a lamp.</li></ul>')).toEqual(['The weir opens on Friday.', '- Bring a lamp.']);
  });

  it('reads addresses of links in full where it knows its own', async () => {
    const head = '<link rel="canonical" href="https://example.com/ferry/fares.html">';
    const page = await readHtml(Buffer.from(`<!doctype html>${head}<main><p>Children travel free: see <a href="../rules.html">the rules</a>.</p></main>`));
    expect(JSON.stringify(page.tree)).toContain('"url":"https://example.com/rules.html"');
  });
}); // biome-ignore format: a page a line

describe('a hostile page', () => {
  it.each([
    ['30,000 empty elements', '<p></p>'.repeat(30_000)],
    ['tags that are never closed', '<div><table><tr><td><b><i><a href="/">'.repeat(20)],
    ['300 that fold', '<details><summary>A?</summary>b</details>'.repeat(300)],
    ['a script that never ends its strings', '<script>"<div>'.repeat(300)],
  ])('with %s is read in time', { timeout: 60_000 }, async (_, html) => {
    const lines = await linesOf(`<main><p>The ferry crosses the river from dawn to dusk.</p>${html}</main>`);
    expect(lines[0]).toBe('The ferry crosses the river from dawn to dusk.');
  });

  it.each([
    ['tables', '<table><tr><td>'.repeat(150)],
    ['boxes in lists', '<ul><li><div>'.repeat(120)],
    // The parser opens them anew in each element that follows.
    ['formatting that others end', Array.from({ length: 1_000 }, (_, i) => `<a><b class=x${i}></a>`).join('')],
  ])('with %s in each other is refused in one line', { timeout: 60_000 }, async (_, html) => {
    const page = readHtml(Buffer.from(`<main>${html}The ferry crosses the river from dawn to dusk.`));
    await expect(page).rejects.toThrow(/^its elements are nested more than 200 deep$/);
  });
}); // biome-ignore format: a page a line
