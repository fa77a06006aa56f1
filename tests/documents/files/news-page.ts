/** A page laid out like that of a Chinese news portal: navigation, the article, teasers of others, comments, footer. */

interface PageOptions {
  readonly head?: string;
  readonly line?: string;
  readonly body?: string;
}

const PARAGRAPHS = [
  '本报云河8月15日电 8月15日，云河市人民政府与海棠汽车集团在云河国际会议中心签署战略合作协议。双方将在新能源汽车、动力电池、智能网联等领域开展合作，总投资约50亿元，项目分三期建设。',
  '云河市副市长李雪华与海棠汽车集团总经理张建国代表双方签约。李雪华表示，云河市将在土地、人才、融资等方面给予支持，为企业提供一流的营商环境，推动项目尽早建成投产。',
  '张建国介绍，一期工程将于2024年3月开工，建成后年产整车20万辆，可带动就业8000人。集团还将与云河大学共建研究院，培养汽车工程人才，并在云河设立西南地区售后服务中心。',
];

export const ARTICLE = PARAGRAPHS.join('\n');

export const TEASERS = [
  '青禾数据与白塔市签署合作协议',
  '白塔大学与松江医院签约共建研究中心',
  '海棠汽车上半年销量同比增长四成',
];

export const newsPage = ({
  head = '',
  line = '发布时间：2023-08-15 09:30　来源：云河日报',
  body,
}: PageOptions = {}): string => `<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>云河市与海棠汽车签署战略合作协议_新闻频道_云河在线</title>${head}
<style>.nav{color:red}</style><script>document.title='changed'</script></head>
<body><div class="top"><ul class="nav">${['首页', '新闻', '财经', '体育', '娱乐'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></div>
<div class="crumb"><a href="/">首页</a> &gt; <a href="/news">新闻频道</a> &gt; 正文</div>
<div class="main"><div class="left">
<h1>云河市与海棠汽车签署战略合作协议</h1>
<div class="info"><span>${line}</span> <a href="#c">评论(12)</a></div>
<div class="content" id="content">
${body ?? PARAGRAPHS.map((text) => `<p>　　${text}</p>`).join('\n')}
<p class="editor">责任编辑：王小明</p>
<div class="related"><h3>相关阅读</h3><ul>${TEASERS.map((title, i) => `<li><a href="/a/${i}.html">${title}</a><p>8月1${i}日，${title}，双方将在多个领域深化合作。<a href="/a/${i}.html">详细</a></p></li>`).join('')}</ul></div>
</div>
<div class="comments"><h3>网友评论</h3><p>匿名：支持！</p></div></div>
<div class="right"><h3>热门新闻</h3><ol><li><a href="/h/1">云河地铁三号线开通</a></li><li><a href="/h/2">云河马拉松报名</a></li></ol></div></div>
<div class="footer">关于我们 | 联系方式 | 版权所有 云河在线 ICP备12345678号</div></body></html>`;
