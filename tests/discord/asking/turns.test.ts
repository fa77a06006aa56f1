import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createTurns,
  MANNERS,
  type Manners,
  type Refusal,
  type Turn,
} from '../../../src/discord/asking/turns.ts';

const openTurns = (manners: Partial<Manners> = {}) => {
  const takeTurn = createTurns({ ...MANNERS, cooldownMs: 0, ...manners });
  return (personId: string, channelId = 'general', afterPause = true): Turn | Refusal =>
    takeTurn({ personId, channelId, afterPause });
};
const asTurn = (turn: Turn | Refusal): Turn => {
  if ('reason' in turn) throw new Error(`expected a turn, got ${turn.reason}`);
  return turn;
};
const noteBeginning = (begun: string[], name: string, turn: Turn): Turn => {
  void turn.begins.then(() => begun.push(name));
  return turn;
};

describe('turns', () => {
  it('begin up to as many as are answered at once, then in the order of asking', async () => {
    const take = openTurns({ atOnce: 2 });
    const begun: string[] = [];
    const turns = ['a', 'b', 'c', 'd'].map((person) => noteBeginning(begun, person, asTurn(take(person))));
    await Promise.all([turns[0]!.begins, turns[1]!.begins]);
    expect(begun).toEqual(['a', 'b']);
    turns[1]!.end();
    await turns[2]!.begins;
    turns[0]!.end();
    await turns[3]!.begins;
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of one person come one at a time, and others pass those that wait', async () => {
    const take = openTurns();
    const begun: string[] = [];
    const [first, second] = ['a 1', 'a 2'].map((name) => noteBeginning(begun, name, asTurn(take('a'))));
    await noteBeginning(begun, 'b', asTurn(take('b'))).begins;
    expect(begun).toEqual(['a 1', 'b']);
    first!.end();
    await second!.begins;
    expect(begun).toEqual(['a 1', 'b', 'a 2']);
  });

  it('of one person wait up to two; the third is told, the later ones are not, until none waits any more', () => {
    const take = openTurns();
    const turns = [1, 2, 3].map(() => asTurn(take('a')));
    expect(take('a')).toEqual({ reason: 'person', isNews: true });
    expect(take('a')).toEqual({ reason: 'person', isNews: false });
    expect(take('a', 'another')).toEqual({ reason: 'person', isNews: false });
    for (const turn of turns) turn.end();
    for (let again = 0; again < 3; again++) asTurn(take('a'));
    expect(take('a')).toEqual({ reason: 'person', isNews: true });
  });

  it('of one channel wait up to a bound, told once in the channel', () => {
    const take = openTurns({ atOnce: 1, waitingInChannel: 2 });
    for (const person of ['a', 'b', 'c']) asTurn(take(person));
    expect(take('d')).toEqual({ reason: 'channel', isNews: true });
    expect(take('e')).toEqual({ reason: 'channel', isNews: false });
    asTurn(take('d', 'another'));
  });

  it('wait up to a bound in all, and are given again once there is a place', () => {
    const take = openTurns({ atOnce: 1, waiting: 1 });
    const first = asTurn(take('a'));
    const second = asTurn(take('b'));
    expect(take('c')).toEqual({ reason: 'all', isNews: true });
    expect(take('d')).toEqual({ reason: 'all', isNews: false });
    expect(take('d', 'another')).toEqual({ reason: 'all', isNews: true });
    second.end();
    second.end();
    asTurn(take('c'));
    expect(take('d')).toEqual({ reason: 'all', isNews: true });
    first.end();
    asTurn(take('d'));
  });
});

describe('after a turn', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('the next of the same person waits for the pause to pass, unless it follows at once', async () => {
    const take = openTurns({ cooldownMs: 3_000 });
    asTurn(take('a')).end();
    const begun: string[] = [];
    const next = noteBeginning(begun, 'next', asTurn(take('a')));
    const why = noteBeginning(begun, 'why', asTurn(take('a', 'general', false)));
    await vi.advanceTimersByTimeAsync(2_999);
    expect(begun).toEqual(['why']);
    why.end();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(begun).toEqual(['why', 'next']);
    next.end();
    // Nobody who has finished is remembered.
    vi.advanceTimersByTime(3_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
