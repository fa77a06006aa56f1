/** Threads as the usual forums write them, each with a question, replies and the mark of the one that helped. */

/** Discourse without scripts: posts by schema.org, the answer that helped in its JSON of nobody's concern. */
export const discoursePage =
  (): string => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Boat stuck in the harbour - Help - Fernmoor Community</title></head><body class="crawler">
<header><a href="/">Fernmoor Community</a></header><div id="main-outlet" class="wrap" role="main">
<div id="topic-title"><h1><a href="/t/12">Boat stuck in the harbour</a></h1><div class="topic-category"><span class="badge-category"><a href="/c/help">Help</a></span></div></div>
<div itemscope itemtype="http://schema.org/DiscussionForumPosting"><meta itemprop="headline" content="Boat stuck in the harbour">
<div id="post_1" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/u/ada"><span itemprop="name">ada_77</span></a></span><span class="crawler-post-infos"><time datetime="2024-01-03T10:00:00Z" class="post-time">January 3, 2024, 10:00am</time><span itemprop="position">1</span></span></div>
<div class="post" itemprop="text"><p>My boat does not move any more.</p><aside class="quote accepted-answer" data-post="3"><div class="title">Solved by the harbour master in post #3</div><blockquote>Break the planks.</blockquote></aside></div>
<div itemprop="interactionStatistic" itemscope><span class="post-likes">2 Likes</span></div></div>
<div id="post_2" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author"><span itemprop="name">birch</span></span><time datetime="2024-01-03T11:00:00Z" class="post-time">January 3</time></div><div class="post" itemprop="text"><p>Is the sail up?</p></div></div>
<div id="post_3" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author"><span itemprop="name">harbour_master</span></span><time datetime="2024-01-04T09:00:00Z" class="post-time">January 4</time><span class="accepted-answer-label">Solution</span></div><div class="post" itemprop="text"><p>Break the planks under the keel:</p><pre><code class="lang-sh">boat free --mine</code></pre></div><div itemprop="interactionStatistic"><span class="post-likes">5 Likes</span></div></div>
</div><div id="related-topics" class="more-topics__list"><h3>Related topics</h3><table><tr><td><a href="/t/9">Sails are invisible</a></td><td>4</td></tr></table></div></div>
<footer class="container wrap"><nav><a href="/about">About</a></nav></footer></body></html>`;

/** phpBB: profiles beside the posts, signatures below them, quotes of what was said before. */
export const phpBbPage = (): string => {
  const post = (id: number, name: string, title: string, date: string, content: string): string =>
    `<div id="p${id}" class="post has-profile bg${id % 2}"><div class="inner"><dl class="postprofile" id="profile${id}"><dt><a href="./memberlist.php" class="username">${name}</a></dt><dd class="profile-posts"><strong>Posts:</strong> 41</dd></dl><div class="postbody"><div id="post_content${id}"><h3${id === 1 ? ' class="first"' : ''}><a href="#p${id}">${title}</a></h3><ul class="post-buttons"><li><a href="./posting.php" title="Reply with quote">Quote</a></li></ul><p class="author"><a href="./viewtopic.php#p${id}">Post</a> by <strong><a class="username">${name}</a></strong> &raquo; ${date}</p><div class="content">${content}</div><div id="sig${id}" class="signature">Moor is life.</div></div></div><div class="back2top"><a href="#top">Top</a></div></div></div>`;
  return `<!DOCTYPE html><html dir="ltr" lang="en-gb"><head><meta charset="utf-8"><title>Fernmoor board - Which seeds sell best?</title></head><body id="phpbb" class="section-viewtopic"><div id="wrap"><div id="page-header"><h1>Fernmoor board</h1><ul class="nav-main linklist"><li><a href="./faq.php">FAQ</a></li><li><a href="./login.php">Login</a></li></ul></div>
<div id="page-body"><h2 class="topic-title"><a href="./viewtopic.php">Which seeds sell best?</a></h2><div class="action-bar"><a href="./posting.php">Post Reply</a> 3 posts</div>
${post(1, 'tansy', 'Which seeds sell best?', 'Mon Feb 05, 2024', 'I have room for <strong>one</strong> field.<br><br>It lies in the north.')}
${post(2, 'orrin', 'Re: Which seeds sell best?', 'Tue Feb 06, 2024', '<blockquote><div><cite>tansy wrote:</cite>I have room for one field.</div></blockquote>Barley, at nine coins a sack.')}
${post(3, 'tansy', 'Re: Which seeds sell best?', 'Tue Feb 06, 2024', 'Thank you, barley it is.')}
<div class="action-bar"><a href="./posting.php">Post Reply</a></div></div><div id="page-footer" class="page-footer">Powered by a forum</div></div></body></html>`;
};

/** XenForo: messages with their authors as attributes, one marked as the solution. */
export const xenForoPage = (): string => {
  const message = (name: string, text: string, more = ''): string =>
    `<article class="message message--post js-post${more ? ' message--solution' : ''}" data-author="${name}" data-content="post-1"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a class="username">${name}</a></h4><h5 class="userTitle message-userTitle">Member</h5></section></div><div class="message-cell message-cell--main"><div class="message-main"><header class="message-attribution"><time class="u-dt" datetime="2024-04-01T08:00:00+0000">Apr 1, 2024</time><ul class="message-attribution-opposite"><li><a href="#">#2</a></li></ul></header>${more}<div class="message-content"><div class="message-userContent"><article class="message-body"><div class="bbWrapper">${text}</div></article></div></div><footer class="message-footer"><div class="message-actionBar actionBar"><a class="actionBar-action">Like</a><a class="actionBar-action">Reply</a></div><div class="reactionsBar">2 people like this</div></footer></div></div></div></article>`;
  return `<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Lantern flickers at night | Fernmoor</title></head><body><div class="p-pageWrapper"><header class="p-header"><a href="/">Fernmoor</a></header><div class="p-body-header"><h1 class="p-title-value">Lantern flickers at night</h1><ul class="listInline"><li>Thread starter <a class="username">wick</a></li></ul></div><div class="p-body-main"><div class="p-body-content">
${message('wick', 'The lantern over my gate flickers after midnight.<br>What may that be?')}${message('ember', '<blockquote class="bbCodeBlock bbCodeBlock--quote"><div class="bbCodeBlock-title">wick said:</div>The lantern over my gate flickers</blockquote>It runs out of oil: refill it with two buckets.', '<div class="message-solution-label">Solution</div>')}${message('wick', 'That was it.')}
</div></div><footer class="p-footer">Community platform</footer></div></body></html>`;
};

/** A question with answers and remarks below each, as sites for questions write them. */
export const questionPage =
  (): string => `<!DOCTYPE html><html lang="en" itemscope itemtype="https://schema.org/QAPage"><head><meta charset="utf-8"><title>minecarts - How do I stop a cart at a station? - Moor Questions</title></head><body class="question-page"><header class="s-topbar"><a href="/">Moor Questions</a></header>
<div id="content"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><div id="question-header"><h1 itemprop="name"><a href="/q/5">How do I stop a cart at a station?</a></h1></div>
<div id="mainbar" role="main"><div class="question js-question" id="question"><div class="post-layout"><div class="votecell"><div class="js-voting-container"><button>Up</button><div class="js-vote-count" itemprop="upvoteCount">7</div></div></div><div class="postcell"><div class="s-prose js-post-body" itemprop="text"><p>My cart rolls through every station.</p></div><div class="post-taglist"><a href="/t/rails">rails</a></div><div class="post-signature owner" itemprop="author"><span itemprop="name">pim</span></div></div></div></div>
<div id="answers"><h2>2 Answers</h2>
<div id="answer-8" class="answer js-answer accepted-answer" itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="post-layout"><div class="votecell"><div class="js-vote-count" itemprop="upvoteCount">12</div><div class="js-accepted-answer-indicator" title="accepted">✓</div></div><div class="answercell"><div class="s-prose js-post-body" itemprop="text"><p>Put a plain rail without power behind the powered one.</p><ol><li>Lay the powered rail.</li><li>Leave the lever off.</li></ol></div><div itemprop="author"><span itemprop="name">quill</span></div></div></div></div>
<div id="answer-9" class="answer js-answer" itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="answercell"><div class="s-prose js-post-body" itemprop="text"><p>A cactus stops it as well, but breaks the cart.</p></div><div itemprop="author"><span itemprop="name">rook</span></div></div></div></div></div></div></div>
<div id="sidebar"><div class="module"><h4>Linked</h4><a href="/q/6">Why do carts jump?</a></div></div></body></html>`;

/** Discuz: posts in tables, the best answer in a box above its text. */
export const discuzPage = (): string => {
  const floor = (id: number, name: string, content: string): string =>
    `<div id="post_${id}"><table id="pid${id}" class="plhin" cellspacing="0"><tr><td class="pls" rowspan="2"><div class="pi"><div class="authi"><a href="space.php" class="xw1">${name}</a></div></div><p>积分 128</p></td><td class="plc"><div class="pi"><strong><a href="#">${id}楼</a></strong><div class="pti"><div class="authi"><em id="authorposton${id}">发表于 2024-3-1 20:1${id}</em> <a href="#">只看该作者</a></div></div></div><div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_${id}">${content}</td></tr></table></div></div></div></td></tr><tr><td class="plc plm"><div class="sign">蕨谷欢迎你</div></td></tr></table></div>`;
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>灯塔的门打不开怎么办？_新手问答_蕨谷论坛</title></head><body id="nv_forum"><div id="toptb"><a href="/">设为首页</a><a href="/">收藏本站</a></div><div id="pt" class="bm cl"><div class="z"><a href="/">论坛</a><em>&rsaquo;</em><a href="/f">新手问答</a></div></div>
<div id="ct" class="wp cl"><h1 class="ts"><span id="thread_subject">灯塔的门打不开怎么办？</span></h1><div id="postlist" class="pl bm">
${floor(1, '小芦', '我的灯塔修好了，可是门怎么也打不开。')}${floor(2, '老周', '先看看门是不是铁的。')}${floor(3, '阿棠', '<div class="rwdbst"><h3 class="psth">最佳答案</h3></div>铁门要用拉杆，把拉杆装在门的右边就行。')}
</div></div><div id="ft">Powered by 论坛程序</div></body></html>`;
};

/** A note in a blog with what its readers said below it. */
export const commentedPage =
  (): string => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>How the bridge was built - Moor notes</title></head><body><article class="post"><header><h1>How the bridge was built</h1><p class="byline">By Ada Reed</p></header><p>The bridge over the gorge took eleven evenings and four thousand stones.</p><p>Its arch rests on two towers, which are older than the bridge itself.</p></article>
<section id="comments" class="comments-area"><h2>2 thoughts</h2><ol class="comment-list"><li id="comment-1" class="comment"><div class="comment-author">Tim</div><div class="comment-content"><p>Nice arch, well done all of you!</p></div></li><li id="comment-2" class="comment"><div class="comment-author">Uma</div><div class="comment-content"><p>I fell off it yesterday.</p></div></li></ol></section></body></html>`;
