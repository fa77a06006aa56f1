import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { LOG_LEVELS, type LogLevel } from '../src/log-levels.ts';

function logTo(lines: string[], level: LogLevel = 'debug', secrets: string[] = []) {
  return createLog({ level, secrets, write: (line) => lines.push(line) });
}

describe('a log', () => {
  it('has one line of JSON an event, with its time, level and details', () => {
    const lines: string[] = [];
    logTo(lines).info('two\nlines', { guild: '1', text: 'a\nb' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'two\nlines',
      guild: '1',
      text: 'a\nb',
    });
  });

  it.each(LOG_LEVELS)('writes nothing below %s', (level) => {
    const lines: string[] = [];
    const log = logTo(lines, level);
    for (const each of LOG_LEVELS) log[each](each);
    const written = lines.map((line) => JSON.parse(line).event);
    expect(written).toEqual(LOG_LEVELS.slice(LOG_LEVELS.indexOf(level)));
  });

  it.each([
    ['a text', 'a text'],
    [{ toString: 0, valueOf: 0 }, '{ toString: 0, valueOf: 0 }'],
    [Object.create(null), '[Object: null prototype] {}'],
    [undefined, 'undefined'],
  ])('tells of whatever else was thrown: %o', (thrown, told) => {
    const lines: string[] = [];
    logTo(lines).error('failed', { error: thrown });
    expect(JSON.parse(lines[0]!).error ?? 'undefined').toBe(told);
  });

  it('tells of an error its type, message, stack and cause, and not the request that failed', () => {
    const lines: string[] = [];
    const cause = new Error('the disk is full');
    const error = Object.assign(new TypeError('no answer', { cause }), {
      code: 50013,
      requestBody: { json: { content: 'what somebody wrote' } },
    });
    logTo(lines).error('failed', { error });
    expect(JSON.parse(lines[0]!).error).toMatchObject({
      type: 'TypeError',
      message: 'no answer: the disk is full',
      code: 50013,
      stack: expect.stringMatching(/no answer[\s\S]*caused by[\s\S]*the disk is full/),
    });
    expect(lines[0]).not.toContain('somebody');
  });

  it('never writes a token, wherever it stands', () => {
    const lines: string[] = [];
    const log = logTo(lines, 'debug', ['bot.secret.token', '']);
    const url = 'https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb24-_.x/messages/%40original';
    log.error(`bot.secret.token ${url}`, { url, error: new Error(`Bot bot.secret.token at ${url}`) });
    expect(lines[0]).not.toMatch(/secret|aW50/);
    expect(lines[0]).toContain('webhooks/123/[token]/messages');
  });
});
