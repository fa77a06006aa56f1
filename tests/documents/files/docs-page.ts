/** Pages of documentation as the usual programs write them, each about the same made-up game server. */

const links = (...names: string[]): string =>
  names.map((name) => `<a href="/${name}">${name}</a>`).join('\n');

/** VitePress: code with a copy button and its language above, callouts, a group of code tabs, an outline beside. */
export const vitePressPage =
  (): string => `<!DOCTYPE html><html lang="en-US" class="dark"><head><meta charset="utf-8">
<title>Backups | Fernmoor</title><meta property="og:title" content="Backups | Fernmoor"><link rel="canonical" href="https://docs.example.com/guide/backups.html"></head>
<body><div id="app"><div class="Layout"><span tabindex="-1"></span><a href="#VPContent" class="VPSkipLink visually-hidden">Skip to content</a>
<header class="VPNav"><div class="VPNavBar has-sidebar"><nav>${links('Guide', 'Reference', 'Blog')}</nav><button class="VPNavBarHamburger">Menu</button></div></header>
<aside class="VPSidebar"><nav id="VPSidebarNav">${links('Start', 'Install', 'Backups', 'Plots', 'Ranks')}</nav></aside>
<div class="VPContent has-sidebar" id="VPContent"><div class="VPDoc has-sidebar has-aside"><div class="container">
<div class="aside"><div class="VPDocAsideOutline"><div class="content"><div class="outline-title">On this page</div><nav>${links('Schedule', 'Restore')}</nav></div></div></div>
<div class="content"><div class="content-container"><main class="main"><div class="vp-doc _guide_backups"><div>
<h1 id="backups" tabindex="-1">Backups <a class="header-anchor" href="#backups" aria-label="Permalink to &quot;Backups&quot;">&#8203;</a></h1>
<p>Fernmoor copies its worlds every night.</p>
<h2 id="schedule" tabindex="-1">Schedule <a class="header-anchor" href="#schedule" aria-label="Permalink">&#8203;</a></h2>
<table tabindex="0"><thead><tr><th>World</th><th style="text-align:right">Hour</th></tr></thead><tbody><tr><td><a href="/w/moor">Moor</a></td><td style="text-align:right">02:00</td></tr><tr><td><a href="/w/quarry">Quarry</a></td><td style="text-align:right">04:30</td></tr></tbody></table>
<div class="tip custom-block"><p class="custom-block-title">TIP</p><p>Copies older than nine days are deleted.</p></div>
<div class="warning custom-block"><p class="custom-block-title">Before you restore</p><p>Everyone has to leave the world.</p></div>
<h2 id="restore" tabindex="-1">Restore <a class="header-anchor" href="#restore" aria-label="Permalink">&#8203;</a></h2>
<div class="language-sh vp-adaptive-theme line-numbers-mode"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki"><code><span class="line"><span>fern stop moor</span></span>
<span class="line"></span>
<span class="line"><span>fern restore moor</span><span> --latest</span></span></code></pre><div class="line-numbers-wrapper"><span class="line-number">1</span><br><span class="line-number">2</span><br><span class="line-number">3</span><br></div></div>
<div class="vp-code-group"><div class="tabs"><input type="radio" name="g" id="t1" checked><label data-title="Linux" for="t1">Linux</label><input type="radio" name="g" id="t2"><label data-title="Windows" for="t2">Windows</label></div><div class="blocks">
<div class="language-sh active"><button class="copy"></button><span class="lang">sh</span><pre><code>./fern check</code></pre></div><div class="language-bat"><button class="copy"></button><span class="lang">bat</span><pre><code>fern.exe check</code></pre></div></div></div>
</div></div></main><footer class="VPDocFooter"><div class="edit-info"><div class="edit-link"><a href="https://example.com/edit">Edit this page on GitHub</a></div><div class="last-updated"><p class="VPLastUpdated">Last updated: <time datetime="2024-05-02T08:00:00.000Z">5/2/24</time></p></div></div>
<nav class="prev-next">${links('Previous page', 'Next page')}</nav></footer></div></div></div></div></div>
<footer class="VPFooter"><p class="message">Released under a free licence.</p><p class="copyright">Copyright © the Fernmoor team</p></footer></div></div></body></html>`;

/** Docusaurus: breadcrumbs, a sidebar, tab panels that are hidden until chosen, code a line a span with line breaks. */
export const docusaurusPage =
  (): string => `<!doctype html><html lang="en" dir="ltr"><head><meta charset="UTF-8"><title>Whitelist | Fernmoor Docs</title><meta property="og:title" content="Whitelist | Fernmoor Docs"></head>
<body class="navigation-with-keyboard"><div id="__docusaurus"><div role="region" aria-label="Skip to main content"><a class="skipToContent_fXgn" href="#main">Skip to main content</a></div>
<nav aria-label="Main" class="navbar navbar--fixed-top">${links('Docs', 'Community')}</nav>
<div class="theme-doc-sidebar-container docSidebarContainer_YfHR"><ul class="theme-doc-sidebar-menu menu__list"><li>${links('Whitelist', 'Portals')}</li></ul></div>
<main class="docMainContainer_TBSr"><div class="container"><div class="row"><div class="col docItemCol_VOVn"><div class="docItemContainer_Djhp"><article>
<nav class="theme-doc-breadcrumbs breadcrumbsContainer_Z_bl" aria-label="Breadcrumbs"><ul class="breadcrumbs"><li class="breadcrumbs__item"><a href="/">Home</a></li><li><span>Players</span></li></ul></nav>
<span class="theme-doc-version-badge badge badge--secondary">Version: 3.x</span>
<div class="tocCollapsible_ETCw theme-doc-toc-mobile"><button type="button" class="clean-btn">On this page</button></div>
<div class="theme-doc-markdown markdown"><header><h1>Whitelist</h1></header>
<p>Only names on the whitelist may join.</p>
<div class="theme-admonition theme-admonition-info admonition_xJq3 alert alert--info"><div class="admonitionHeading_Gvgb"><span class="admonitionIcon_Rf37"><svg viewBox="0 0 14 16"><path d="M6"></path></svg></span>info</div><div class="admonitionContent_BuS1"><p>Names are compared without capitals.</p></div></div>
<h3 class="anchor anchorWithStickyNavbar_LWe7" id="add-a-name">Add a name<a href="#add-a-name" class="hash-link" aria-label="Direct link to Add a name" title="Direct link to Add a name">​</a></h3>
<div class="tabs-container tabList__CuJ"><ul role="tablist" aria-orientation="horizontal" class="tabs"><li role="tab" tabindex="0" aria-selected="true" class="tabs__item tabs__item--active">Console</li><li role="tab" tabindex="-1" aria-selected="false" class="tabs__item">File</li></ul><div class="margin-top--md">
<div role="tabpanel" class="tabItem_Ymn6"><div class="language-bash codeBlockContainer_Ckt0 theme-code-block"><div class="codeBlockTitle_Ktv7">server console</div><div class="codeBlockContent_biex"><pre tabindex="0" class="prism-code language-bash codeBlock_bY9V"><code class="codeBlockLines_e6Vv"><span class="token-line" style="color:#393A34"><span class="token plain">whitelist on</span><br></span><span class="token-line" style="color:#393A34"><span class="token plain">whitelist </span><span class="token function">add</span><span class="token plain"> maple</span><br></span></code></pre><div class="buttonGroup__atx"><button type="button" aria-label="Copy code to clipboard">Copy</button></div></div></div></div>
<div role="tabpanel" class="tabItem_Ymn6" hidden=""><p>Write the name into whitelist.json and restart.</p></div></div></div>
<details class="details_lb9f alert"><summary>Where is the file?</summary><div><p>In the folder <code>config/access</code>.</p></div></details>
<dl><dt>ops</dt><dd>Names that may change the list.</dd><dt>guests</dt><dd>Names that may look but not build.</dd></dl>
</div><footer class="theme-doc-footer"><div class="theme-doc-footer-edit-meta-row"><a href="https://example.com/edit" class="theme-edit-this-page">Edit this page</a><span class="theme-last-updated">Last updated on <b><time datetime="2024-03-09">Mar 9, 2024</time></b></span></div></footer></article>
<nav class="pagination-nav" aria-label="Docs pages">${links('Portals', 'Ranks')}</nav></div></div><div class="col col--3"><div class="tableOfContents_bqdL theme-doc-toc-desktop"><ul class="table-of-contents"><li><a href="#add-a-name">Add a name</a></li></ul></div></div></div></div></main>
<footer class="footer footer--dark"><div class="footer__copyright">Copyright © 2024 Fernmoor.</div></footer></div></body></html>`;

/** Material for MkDocs: line numbers in a table around the code, admonitions, content tabs, keys, footnotes. */
export const mkDocsPage =
  (): string => `<!doctype html><html lang="zh" class="no-js"><head><meta charset="utf-8"><title>领地 - 蕨谷手册</title></head><body dir="ltr"><a href="#_1" class="md-skip">跳转至</a>
<header class="md-header" data-md-component="header"><nav class="md-header__inner md-grid" aria-label="页眉"><a href=".." title="蕨谷手册" class="md-header__button md-logo">蕨谷手册</a></nav></header>
<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid"><div class="md-sidebar md-sidebar--primary"><nav class="md-nav">${links('首页', '领地', '传送门', '职业')}</nav></div><div class="md-sidebar md-sidebar--secondary"><nav class="md-nav md-nav--secondary" aria-label="目录"><label class="md-nav__title">目录</label><ul><li><a href="#_2">圈地</a></li></ul></nav></div>
<div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset"><a href="https://example.com/edit" title="编辑此页" class="md-content__button md-icon"></a>
<h1 id="_1">领地<a class="headerlink" href="#_1" title="Permanent link">&para;</a></h1>
<p>每位玩家可以圈三块地<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>，按 <span class="keys"><kbd class="key-control">Ctrl</kbd><span>+</span><kbd class="key-l">L</kbd></span> 查看边界。</p>
<h2 id="_2">圈地<a class="headerlink" href="#_2" title="Permanent link">&para;</a></h2>
<div class="admonition warning"><p class="admonition-title">警告</p><p>圈错的地要等七天才能退。</p></div>
<div class="language-yaml highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre><span></span><span class="normal">1</span>
<span class="normal">2</span></pre></div></td><td class="code"><div><pre><span></span><code><span class="nt">plots</span><span class="p">:</span>
<span class="w">  </span><span class="nt">max</span><span class="p">:</span><span class="w"> </span><span class="l">3</span>
</code></pre></div></td></tr></table></div>
<div class="tabbed-set tabbed-alternate" data-tabs="1:2"><input checked="checked" id="__tabbed_1_1" name="__tabbed_1" type="radio"><input id="__tabbed_1_2" name="__tabbed_1" type="radio"><div class="tabbed-labels"><label for="__tabbed_1_1">木斧</label><label for="__tabbed_1_2">命令</label></div><div class="tabbed-content"><div class="tabbed-block"><p>用木斧点两个角。</p></div><div class="tabbed-block"><p>输入 <code>/plot claim</code> 即可。</p></div></div></div>
<div class="footnote"><hr><ol><li id="fn:1"><p>新人前三天只能圈一块。&#160;<a class="footnote-backref" href="#fnref:1" title="Jump back">&#8617;</a></p></li></ol></div>
<aside class="md-source-file"><span class="md-source-file__fact">最后更新: 2024年4月1日</span></aside></article></div></div></main>
<footer class="md-footer"><div class="md-copyright">Copyright &copy; 蕨谷</div></footer></div></body></html>`;

/** Sphinx: sections that carry the ids, definition lists of an interface, numbered code, a see-also box. */
export const sphinxPage =
  (): string => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Event hooks &#8212; Fernmoor 3.1 documentation</title></head><body>
<div class="related" role="navigation" aria-label="related navigation"><h3>Navigation</h3><ul><li class="right"><a href="genindex.html">index</a></li><li><a href="next.html">next</a> |</li><li class="nav-item nav-item-0"><a href="index.html">Fernmoor 3.1 documentation</a> &#187;</li></ul></div>
<div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main">
<section id="event-hooks"><h1>Event hooks<a class="headerlink" href="#event-hooks" title="Link to this heading">¶</a></h1><p>A hook is called when something happens in the world.</p>
<span id="hook-join"></span><section id="joining"><h2>Joining<a class="headerlink" href="#joining" title="Link to this heading">¶</a></h2>
<dl class="py function"><dt class="sig sig-object py" id="fern.on_join"><span class="sig-prename descclassname"><span class="pre">fern.</span></span><span class="sig-name descname"><span class="pre">on_join</span></span><span class="sig-paren">(</span><em class="sig-param"><span class="n"><span class="pre">player</span></span></em><span class="sig-paren">)</span><a class="headerlink" href="#fern.on_join" title="Link to this definition">¶</a></dt><dd><p>Called after the player stands in the world.</p><dl class="field-list simple"><dt class="field-odd">Returns<span class="colon">:</span></dt><dd class="field-odd"><p>False to send the player away.</p></dd></dl></dd></dl>
<div class="highlight-python notranslate"><div class="highlight"><pre><span></span><span class="linenos">1</span><span class="k">def</span> <span class="nf">greet</span><span class="p">(</span><span class="n">player</span><span class="p">):</span>
<span class="linenos">2</span>    <span class="n">player</span><span class="o">.</span><span class="n">say</span><span class="p">(</span><span class="s2">&quot;welcome&quot;</span><span class="p">)</span>
</pre></div></div>
<div class="admonition seealso"><p class="admonition-title">See also</p><p>The page on timers tells when hooks are late.</p></div></section></section>
<div class="clearer"></div></div></div></div><div class="sphinxsidebar" role="navigation" aria-label="main navigation"><h3><a href="index.html">Table of Contents</a></h3><ul><li><a href="#">Event hooks</a></li></ul><div role="note" aria-label="source link"><h3>This Page</h3><ul class="this-page-menu"><li><a href="_sources/hooks.rst.txt" rel="nofollow">Show Source</a></li></ul></div></div></div>
<div class="footer" role="contentinfo">&#169; Copyright 2024, Fernmoor. Created using Sphinx.</div></body></html>`;

/** Hexo: a blog with code in tables, tags, a licence box, share buttons and links to the posts before and after. */
export const hexoPage =
  (): string => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>红石时钟的三种做法 | 蕨谷笔记</title><meta property="og:title" content="红石时钟的三种做法"><meta property="og:type" content="article"><meta property="article:published_time" content="2024-02-18T06:00:00.000Z"></head><body>
<div id="sidebar"><div class="sidebar-toc"><div class="sidebar-toc__title">目录</div><ol class="toc"><li class="toc-item"><a class="toc-link" href="#短时钟"><span class="toc-text">短时钟</span></a></li></ol></div></div>
<header id="page-header"><nav id="nav"><a class="site-page" href="/">首页</a><a class="site-page" href="/archives">归档</a></nav><div id="post-info"><h1 class="post-title">红石时钟的三种做法</h1><div id="post-meta"><span class="post-meta-date">发表于 2024-02-18</span><span class="post-meta-wordcount">字数总计: 420</span></div></div></header>
<main class="layout" id="content-inner"><div id="post"><article class="post-content" id="article-container"><p>时钟每隔一段时间发出一次信号，农场和灯塔都用得上。</p>
<h2 id="短时钟"><a href="#短时钟" class="headerlink" title="短时钟"></a>短时钟</h2><p>最短的间隔是四刻。</p>
<figure class="highlight java"><div class="highlight-tools"><i class="fas fa-angle-down expand"></i><div class="code-lang">java</div><div class="copy-notice"></div><i class="fas fa-paste copy-button"></i></div><table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span><br></pre></td><td class="code"><pre><span class="line"><span class="type">int</span> ticks = <span class="number">4</span>;</span><br><span class="line">clock.start(ticks);</span><br></pre></td></tr></table></figure>
<figure><img src="a.png" alt="拉杆放在比较器左边的时钟"><figcaption>短时钟</figcaption></figure><p><img src="DSC_0042.png" alt="DSC_0042.png"></p>
</article><div class="post-copyright"><div class="post-copyright__author"><span class="post-copyright-meta">文章作者: </span><span class="post-copyright-info"><a href="/">阿蕨</a></span></div><div class="post-copyright__notice"><span>本博客所有文章除特别声明外，均采用许可协议。转载请注明来自 蕨谷笔记！</span></div></div>
<div class="tag_share"><div class="post-meta__tag-list"><a class="post-meta__tags" href="/tags/红石/">红石</a></div><div class="post_share"><div class="social-share" data-sites="wechat"></div></div></div>
<nav class="pagination-post" id="pagination"><div class="prev-post"><a href="/2024/01/"><div class="label">上一篇</div><div class="prev_info">怎样修一座灯塔</div></a></div></nav>
<div class="relatedPosts"><div class="headline"><span>相关推荐</span></div><div class="relatedPosts-list"><div><a href="/2023/"><div class="content"><div class="date">2023-11-05</div><div class="title">矿车的十个秘密</div></div></a></div></div></div></div>
<div class="aside-content" id="aside-content"><div class="card-widget card-info"><div class="author-info__name">阿蕨</div><div class="author-info__description">写给自己看的笔记</div></div></div></main>
<footer id="footer"><div class="copyright">&copy;2024 By 阿蕨</div></footer></body></html>`;

/** mdBook: headings that are links to themselves, a menu bar with buttons, chapters before and after. */
export const mdBookPage =
  (): string => `<!DOCTYPE html><html lang="en" class="light"><head><meta charset="UTF-8"><title>Trading - The Fernmoor Book</title></head><body>
<nav id="sidebar" class="sidebar" aria-label="Table of contents"><ol class="chapter"><li class="chapter-item"><a href="trading.html"><strong>4.</strong> Trading</a></li></ol></nav>
<div id="page-wrapper" class="page-wrapper"><div class="page"><div id="menu-bar" class="menu-bar sticky"><div class="left-buttons"><button id="sidebar-toggle" class="icon-button" type="button">≡</button></div><h1 class="menu-title">The Fernmoor Book</h1></div>
<div id="search-wrapper" class="hidden"><form id="searchbar-outer"><input type="search" id="searchbar" placeholder="Search this book ..."></form></div>
<div id="content" class="content"><main><h1 id="trading"><a class="header" href="#trading">Trading</a></h1><p>Two players trade at a stall.</p>
<h2 id="opening-a-stall"><a class="header" href="#opening-a-stall">Opening a stall</a></h2><ol start="3"><li><p>Place a barrel.</p><ul><li>Oak or birch.</li></ul></li><li><p>Hang a sign on it:</p><pre><code class="language-text">[Stall]
12 wheat</code></pre></li></ol><blockquote><p>A stall without a sign is only a barrel.</p></blockquote></main>
<nav class="nav-wrapper" aria-label="Page navigation"><a rel="prev" href="plots.html" class="mobile-nav-chapters previous">Before</a></nav></div></div></div></body></html>`;
