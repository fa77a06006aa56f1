/** Saved pages of documentation: what stays of them, block by block. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/documents/page/page.ts';
import * as pages from '../files/docs-page.ts';
import { outline } from '../files/outline.ts';

const read = async (html: string) => {
  const page = await readHtml(Buffer.from(html));
  return { ...page, lines: outline(page.tree) };
};

describe('a page of documentation', () => {
  it('written by VitePress keeps its table, callouts, code and tabs', async () => {
    const { title, lines, url } = await read(pages.vitePressPage());
    expect({ title, url }).toEqual({ title: 'Backups', url: 'https://docs.example.com/guide/backups.html' });
    expect(lines).toEqual([
      '# Backups {#backups}',
      'Fernmoor copies its worlds every night.',
      '## Schedule {#schedule}',
      '| World | Hour |',
      '| Moor | 02:00 |',
      '| Quarry | 04:30 |',
      'TIP: Copies older than nine days are deleted.',
      'Before you restore',
      'Everyone has to leave the world.',
      '## Restore {#restore}',
      '```sh',
      'fern stop moor',
      '',
      'fern restore moor --latest',
      '```',
      'Linux',
      '```sh',
      './fern check',
      '```',
      'Windows',
      '```bat',
      'fern.exe check',
      '```',
    ]);
  });

  it('written by Docusaurus keeps what is hidden in a tab, and folds nothing away', async () => {
    const { title, lines } = await read(pages.docusaurusPage());
    expect(title).toBe('Whitelist');
    expect(lines).toEqual([
      '# Whitelist',
      'Only names on the whitelist may join.',
      'Info: Names are compared without capitals.',
      '### Add a name {#add-a-name}',
      'Console',
      'server console',
      '```bash',
      'whitelist on',
      'whitelist add maple',
      '```',
      'File',
      'Write the name into whitelist.json and restart.',
      'Where is the file?',
      'In the folder config/access.',
      '- ops: Names that may change the list.',
      '- guests: Names that may look but not build.',
    ]);
  });

  it('written by MkDocs keeps code without line numbers and text without marks of notes', async () => {
    const { title, lines } = await read(pages.mkDocsPage());
    expect(title).toBe('领地');
    expect(lines).toEqual([
      '# 领地 {#_1}',
      '每位玩家可以圈三块地，按 Ctrl+L 查看边界。',
      '## 圈地 {#_2}',
      '警告：圈错的地要等七天才能退。',
      '```yaml',
      'plots:',
      '  max: 3',
      '```',
      '木斧',
      '用木斧点两个角。',
      '命令',
      '输入 /plot claim 即可。',
      '1. 新人前三天只能圈一块。',
    ]);
  });

  it('written by Sphinx takes the ids of its sections and the interface as terms', async () => {
    const { title, lines } = await read(pages.sphinxPage());
    expect(title).toBe('Event hooks');
    expect(lines).toEqual([
      '# Event hooks {#event-hooks}',
      'A hook is called when something happens in the world.',
      '## Joining {#joining}',
      '- fern.on_join(player): Called after the player stands in the world.',
      '  - Returns: False to send the player away.',
      '```python',
      'def greet(player):',
      '    player.say("welcome")',
      '```',
      'See also: The page on timers tells when hooks are late.',
    ]);
  });

  it('written by Hexo is read without licence, tags, neighbours and related posts', async () => {
    const { title, date, lines } = await read(pages.hexoPage());
    expect({ title, date }).toEqual({ title: '红石时钟的三种做法', date: '2024-02-18' });
    expect(lines).toEqual([
      '时钟每隔一段时间发出一次信号，农场和灯塔都用得上。',
      '## 短时钟 {#短时钟}',
      '最短的间隔是四刻。',
      '```java',
      'int ticks = 4;',
      'clock.start(ticks);',
      '```',
      '拉杆放在比较器左边的时钟',
      '短时钟',
    ]);
  });

  it('written by mdBook keeps headings that are links, the number of a step and the code below it', async () => {
    const { title, lines } = await read(pages.mdBookPage());
    expect(title).toBe('Trading');
    expect(lines).toEqual([
      '# Trading {#trading}',
      'Two players trade at a stall.',
      '## Opening a stall {#opening-a-stall}',
      '3. Place a barrel.',
      '  - Oak or birch.',
      '4. Hang a sign on it:',
      '  ```',
      '  [Stall]',
      '  12 wheat',
      '  ```',
      '> A stall without a sign is only a barrel.',
    ]);
  });
});
