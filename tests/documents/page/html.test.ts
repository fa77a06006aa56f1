/** Short articles in pages of different layouts: what stands around the text is more than the text. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/documents/page/page.ts';
import type { Reading } from '../../../src/documents/shared/reading.ts';
import { plainLines } from '../files/outline.ts';

const TEXT = [
  '本报讯 8月15日，云河市人民政府与海棠汽车集团签署战略合作协议。',
  '双方将在新能源领域合作，总投资50亿元。',
].join('\n');
const BODY = TEXT.split('\n')
  .map((line) => `<p>　　${line}</p>`)
  .join('');
const TITLE = '云河市与海棠汽车签约';

const link = (text: string): string => `<a href="/${text}">${text}</a>`;
const list = (...texts: string[]): string =>
  `<ul>${texts.map((text) => `<li>${link(text)}</li>`).join('')}</ul>`;
const MENU = `<div class="nav">${list('首页', '国内', '国际', '财经', '体育', '娱乐')}</div>`;
const FOOTER =
  '<div class="footer"><p>关于我们 | 联系我们 | 广告服务 | 招聘信息</p><p>京ICP备12345678号 版权所有 云河网 未经授权不得转载</p></div>';
const OTHERS = list('青石银行与海州大学签约', '白塔通信发布新品', '青禾数据中标');
const CARDS = [
  '跨江大桥通车，全长两千米，双向六条车道，昨天开放。',
  '轮渡从下月起停航，两艘渡船由博物馆收藏，市民前往告别。',
]
  .map((teaser) => `<div class="card"><a href="/x"><img src="x"><p>${teaser}</p></a></div>`)
  .join('');
const JSON_LD = JSON.stringify({
  '@graph': [
    { '@type': 'WebSite' },
    { '@type': 'Article', headline: TITLE, datePublished: '2023-08-15', publisher: { name: '云河网' } },
  ],
});

/** The heading that is the title is dropped where the article is made. */
const textBelowTitle = ({ title, tree }: Reading): string =>
  plainLines(tree)
    .split('\n')
    .filter((line) => line !== title)
    .join('\n');

describe('a short article', () => {
  it.each([
    ['with a line of facts, lists beside and below it', '云河日报',
      `<title>${TITLE}_云河网</title>${MENU}<div class="main"><h1>${TITLE}</h1><div class="info">2023-08-15 10:20 来源：云河日报 编辑：李雪华</div><div>${BODY}</div><div>${OTHERS}</div><div><h3>热门排行</h3>${OTHERS}</div></div>${FOOTER}`],
    ['in tables', '市府办',
      `<title>${TITLE}-云河政府网</title><meta name="ContentSource" content="市府办"><table><tr><td>${MENU}</td></tr><tr><td><table><tr><td><b>${TITLE}</b></td></tr><tr><td>发布时间：2023年8月15日 浏览次数：123 【字体：大 中 小】</td></tr><tr><td><font>${BODY}</font></td></tr></table></td></tr><tr><td>${FOOTER}</td></tr></table>`],
    ['with teasers inside its own box', null,
      `<title>${TITLE}</title>${MENU}<article><h1>${TITLE}</h1><time datetime="2023-08-15T10:00:00+08:00">8月15日</time>${BODY}<div><div>大家都在看</div>${CARDS}</div></article>${FOOTER}`],
    ['with JSON-LD and lines for its readers', '云河网',
      `<title>${TITLE} - 云河网</title><script type="application/ld+json">${JSON_LD}</script>${MENU}<main><div>${BODY}<p>责任编辑：李雪华</p><p>更多精彩内容，请关注云河网公众号</p></div></main>${OTHERS}${FOOTER}`],
    ['in lines ended by br', null,
      `<title>${TITLE}</title><meta name="PubDate" content="2023-08-15 10:20">${MENU}<div id="zoom">${TEXT.replace('\n', '<br><br>　　')}<br></div><div><b>相关新闻</b><br>${link('青石银行与海州大学签约')}<br>${link('白塔通信发布新品')}</div>${FOOTER}`],
  ])('%s is read without them', async (_, source, html) => {
    const page = await readHtml(Buffer.from(`<!doctype html><meta charset="utf-8">${html}`));
    expect(page).toMatchObject({ title: TITLE, date: '2023-08-15', source });
    expect(textBelowTitle(page)).toBe(TEXT);
  });

  it('in English is read without its byline and related stories', async () => {
    const text = 'Yunhe City signed a strategic agreement with Haitang Motors on Tuesday.\nThe total investment is 5 billion yuan.';
    const html = `<title>Yunhe signs with Haitang | Yunhe Times</title><meta property="article:published_time" content="2023-08-15T08:00:00Z"><nav>${link('Home')}${link('World')}</nav><article><h1>Yunhe signs with Haitang</h1><p class="byline">By Li Xuehua</p><p>${text.replace('\n', '</p><p>')}</p><h3>Related stories</h3>${list('Metro line five opens')}</article><aside><h2>Most read</h2>${list('Orchid show opens')}</aside><footer>© 2023 Yunhe Times. All rights reserved.</footer>`;
    const page = await readHtml(Buffer.from(html));
    expect(page).toMatchObject({ title: 'Yunhe signs with Haitang', date: '2023-08-15' });
    expect(textBelowTitle(page)).toBe(text);
  });

  it.each([
    ['<meta property="article:modified_time" content="2025-03-04T08:00:00Z">', '2025-03-04'],
    ['<script type="application/ld+json">{"@type":"TechArticle","dateModified":"2025-03-05"}</script>', '2025-03-05'],
    ['<meta property="article:modified_time" content="2025-03-04"><meta property="article:published_time" content="2023-08-15">', '2023-08-15'],
  ])('is dated by its change only where no publication is given: %s', async (head, date) => {
    const html = `<title>Mooring</title>${head}<article><h1>Mooring</h1><p>Whoever moors at the quay pays thirty crowns a night, at the hut beside the crane.</p></article>`;
    expect((await readHtml(Buffer.from(html))).date).toBe(date);
  });
}); // biome-ignore format: a page a line
